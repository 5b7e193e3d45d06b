import { shareEnds } from '#domain/indicators/told.js';
import { centreOf, type Interval } from '#domain/statistics/interval.js';
import { type Told } from '../../ui/table-of.js';

interface Counts {
  numerator: Interval | null;
  denominator: Interval | null;
}

/** A share with the ends of what is published of it: chance, of which other columns speak, is not in them. */
export function publishedEnds(value: number | null, counts: Counts | null, asOf: string): Told {
  const { numerator, denominator } = counts ?? { numerator: null, denominator: null };
  const ends = shareEnds(numerator, denominator);
  if (!ends || !denominator) return { value, low: null, high: null, n: null, asOf };
  return { value, ...ends, n: centreOf(denominator), asOf, numerator, denominator };
}
