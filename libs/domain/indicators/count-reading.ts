import { atMost, centreOf, type Interval } from '../statistics/interval.js';

/** The neighbours with which a set too small to publish is read. */
export interface ReadWith {
  names: string[];
  people: number;
}

/** How a share may be told; `words` is the place of its name in `namedShares`, null where no name lies between its ends. */
export type CountReading =
  | { kind: 'tooFew'; readWith: ReadWith | null }
  | { kind: 'exact'; share: number }
  | { kind: 'unknown' }
  | { kind: 'atMost' }
  | { kind: 'nearlyAll' }
  | { kind: 'atLeast' }
  | { kind: 'about'; share: number }
  | { kind: 'between'; low: number; high: number }
  | { kind: 'words'; words: number | null };

const smallest = 10;
/** Fewer people than this are told as people: a percentage would look finer than it is. */
export const percentFrom = 60;

/** Shares that have a name in words. */
export const namedShares = [1 / 10, 1 / 5, 1 / 4, 1 / 3, 2 / 5, 1 / 2, 3 / 5, 2 / 3, 3 / 4, 4 / 5, 9 / 10];

const isExact = ({ low, high }: Interval) => low === high;

/** How a count of some people may be read without saying more than its ends hold; shares lie between 0 and 1. */
export function readCount(part: Interval, of: Interval, readWith: ReadWith | null = null): CountReading {
  const size = centreOf(of);
  const count = atMost(part, of)!;
  if (size < smallest && (readWith || !isExact(count) || !isExact(of))) return { kind: 'tooFew', readWith };
  if (isExact(count) && isExact(of)) return { kind: 'exact', share: size === 0 ? 0 : count.low / size };
  if (count.low <= 0 && count.high >= of.high) return { kind: 'unknown' };
  if (count.low <= 0) return { kind: 'atMost' };
  if (count.high >= of.high) return { kind: count.low >= 0.9 * of.high ? 'nearlyAll' : 'atLeast' };
  if (isTooWide({ numerator: count, denominator: of }))
    return { kind: 'between', low: count.low / of.high, high: Math.min(1, count.high / of.low) };
  const share = centreOf(count) / size;
  if (size >= percentFrom) return { kind: 'about', share };
  const distances = namedShares.map((named) => Math.abs(named - share));
  const nearest = distances.indexOf(Math.min(...distances));
  const name = namedShares[nearest]!;
  // « Nine in ten » of 22 to 24 of 27 would name what no count between the ends reaches.
  const isHeld = count.low <= name * of.high && name * of.low <= count.high;
  return { kind: 'words', words: isHeld ? nearest : null };
}

// Beyond this width, in shares of the people, ends are told instead of their middle, and no finding is drawn. [I]
const widestFinding = 0.2;

/** Published ends so far apart that several judgements fit between them. */
export const isTooWide = ({ numerator, denominator }: { numerator: Interval; denominator: Interval }): boolean =>
  numerator.high - numerator.low > widestFinding * denominator.high;

/** Whether the ends of a difference of shares are told and not its middle: either side may lead, or they are too far apart. */
export const areEndsTold = ({ low, high }: Interval): boolean => (low < 0 && high > 0) || high - low > widestFinding;

/** Whether a share published between two ends may be told, or drawn, by its middle: not where it is « at most » so many. */
export function isMiddleTold(numerator: Interval | null, denominator: Interval | null): boolean {
  if (!numerator || !denominator) return false;
  return ['exact', 'about', 'words'].includes(readCount(numerator, denominator).kind);
}

/** Whether it is told as one percentage, as a bar draws it: not in people or in words, nor as an end. */
export function isShareTold(part: Interval | null, of: Interval | null): boolean {
  return part !== null && of !== null && ['exact', 'about'].includes(readCount(part, of).kind);
}

// Beyond this width, in shares of the people, the middle of a count is nobody's figure. [I]
const widest = 0.35;

/** True where the ends of a published count are so far apart that its middle would mislead; false where nothing is. */
export function isMiddleMisleading(numerator: Interval | null, denominator: Interval | null): boolean {
  if (!numerator || !denominator || denominator.high <= 0) return false;
  return (numerator.high - numerator.low) / denominator.high > widest;
}
