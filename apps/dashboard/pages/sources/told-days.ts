/** The first and the last day of a file; a single one is said once. */
export const toldDays = (first: string, last: string, day: (one: string) => string): string =>
  first === last ? day(first) : `${day(first)} – ${day(last)}`;
