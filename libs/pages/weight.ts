/** How many values hang together, which is roughly what they take of memory; counts no further than `enough`. */
export function weightOf(value: unknown, enough: number): number {
  let weight = 0;
  const left = [value];
  while (left.length > 0 && weight < enough) {
    const one = left.pop();
    weight++;
    if (typeof one === 'object' && one !== null) for (const part of Object.values(one)) left.push(part);
  }
  return weight;
}
