import { centreOf, type Interval } from '#domain/statistics/interval.js';
import { type Told } from '../../ui/table-of.js';

interface Counts {
  numerator: Interval | null;
  denominator: Interval | null;
}

/** A share with the ends of what is published of it: chance, of which other columns speak, is not in them. */
export function publishedEnds(value: number | null, counts: Counts | null, asOf: string): Told {
  const { numerator, denominator } = counts ?? { numerator: null, denominator: null };
  if (!numerator || !denominator || denominator.low <= 0) return { value, low: null, high: null, n: null, asOf };
  return {
    value,
    low: Math.min(1, numerator.low / denominator.high),
    high: Math.min(1, numerator.high / denominator.low),
    ...{ n: centreOf(denominator), asOf, numerator, denominator },
  };
}
