const longest = 31;

/** Excel keeps these for itself. */
const reserved = ['history', 'historique'];

/** Names of the sheets of one workbook: what a spreadsheet takes for one, each told once whatever its case. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set(reserved);
  return titles.map((title) => {
    const plain =
      title
        .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/^[' ]+|[' ]+$/g, '') || '–';
    for (let count = 1; ; count++) {
      const end = count === 1 ? '' : ` (${count})`;
      const name = `${shortened(plain, longest - end.length)}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** Cut between words where one ends near enough. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
