import { type Mandate } from '#contract/ambassadors.js';

export const daysOfMonth = 365.25 / 12;

/** The last column holds everything from that many months on. */
export const lastColumn = 9;

const inOffice = (mandates: readonly Mandate[]) =>
  mandates.flatMap(({ role, running, days }) => (role === 'ambassador' && running && days !== null ? [days] : []));

/** Ambassadors in office by whole months served, from 0 to `lastColumn` and more. */
export function missionColumns(mandates: readonly Mandate[]): number[] {
  const columns = Array.from({ length: lastColumn + 1 }, () => 0);
  for (const days of inOffice(mandates)) {
    const column = Math.min(lastColumn, Math.floor(days / daysOfMonth));
    columns[column] = (columns[column] ?? 0) + 1;
  }
  return columns;
}

/** Where most of them are; null where no side holds more than half, or there is nobody. */
export function mostMissions(
  mandates: readonly Mandate[],
  { low, high }: { low: number; high: number },
): 'short' | 'inside' | 'long' | null {
  const months = inOffice(mandates).map((days) => days / daysOfMonth);
  const half = months.length / 2;
  if (months.length === 0) return null;
  if (months.filter((length) => length < low).length > half) return 'short';
  if (months.filter((length) => length > high + 0.5).length > half / 2) return 'long';
  return months.filter((length) => length >= low && length <= high + 0.5).length > half ? 'inside' : null;
}
