import { type Mandate } from '#contract/ambassadors.js';

export const daysOfMonth = 365.25 / 12;

/** The last column holds everything from that many months on. */
export const lastColumn = 9;

const inOffice = (mandates: readonly Mandate[]) =>
  mandates.flatMap(({ role, running, months }) =>
    role === 'ambassador' && running && months !== null ? [months] : [],
  );

/** Ambassadors in office by whole months served, from 0 to `lastColumn` and more. */
export function missionColumns(mandates: readonly Mandate[]): number[] {
  const columns = Array.from({ length: lastColumn + 1 }, () => 0);
  for (const months of inOffice(mandates)) {
    const column = Math.min(lastColumn, months);
    columns[column] = (columns[column] ?? 0) + 1;
  }
  return columns;
}

/** Where most of them are; null where no side holds more than half, or there is nobody. */
export function mostMissions(
  mandates: readonly Mandate[],
  { low, high }: { low: number; high: number },
): 'short' | 'inside' | 'long' | null {
  const served = inOffice(mandates);
  const half = served.length / 2;
  if (served.length === 0) return null;
  if (served.filter((months) => months < low).length > half) return 'short';
  if (served.filter((months) => months >= high).length > half / 2) return 'long';
  return served.filter((months) => months >= low && months < high).length > half ? 'inside' : null;
}
