/** What is read of an export of employees. */
export type Column =
  | 'email'
  | 'name'
  | 'invited'
  | 'claimed'
  | 'summaryDay'
  | 'activeDay'
  | 'messagesDay'
  | 'postsDay'
  | 'employeeId'
  | 'location'
  | 'department';

/** Headers in small letters; the vendor's own list misspells some of them. */
const known: Readonly<Record<Column, RegExp>> = {
  email: /^e-?mail(?: address)?$/,
  name: /^full name$/,
  location: /^location$/,
  department: /^department$/,
  employeeId: /^employee (?:id|number)$/,
  invited: /^invited? (?:date|data)$/,
  claimed: /^claim(?:e?r?d)? (?:date|data)$/,
  summaryDay: /^activity summary for (?:date|data)$/,
  activeDay: /^active in (?:the )?last day$/,
  messagesDay: /^messages in (?:the )?last day$/,
  postsDay: /^posts in (?:the )?last day$/,
};

/** Column → its place; null where the row is no header of such an export. */
export function columnsIn(cells: readonly string[]): ReadonlyMap<Column, number> | null {
  const names = cells.map((cell) => cell.toLowerCase().replace(/\s+/g, ' ').trim());
  const places = new Map<Column, number>();
  for (const column of Object.keys(known) as Column[]) {
    const place = names.findIndex((name) => known[column].test(name));
    if (place >= 0) places.set(column, place);
  }
  return places.has('email') && (places.has('claimed') || places.has('invited')) ? places : null;
}
