import { type IndicatorRow } from '#contract/indicators.js';
import { isMiddleTold, percentFrom, readCount } from '#domain/indicators/count-reading.js';
import { isBeginning } from '#domain/indicators/k11-retention.js';
import { centreOf, type Interval } from '#domain/statistics/interval.js';
import { type Share } from '#domain/statistics/two-proportions.js';
import { type Day } from '../../format/iso-week.js';
import { type Format } from '../../i18n/use-format.js';

export interface CohortLine {
  /** Mondays of the first and the last week of arrival that are read together; ages count from the last. */
  cohort: Day;
  cohortEnd: Day;
  people: number;
  /** Those still active by weeks since; null where it is hidden, absent where it lies ahead. */
  shares: Map<number, Share | null>;
}

export interface Triangle {
  cohorts: CohortLine[];
  lags: number[];
  /**
   * Of all who arrived long enough ago in a week that is told by itself, those active `later` weeks after, and their
   * first and last week of arrival. Who came in weeks read together has been there for nobody knows how long.
   */
  later: (Share & { from: Day; to: Day }) | null;
}

/**
 * Weeks of arrival as lines, oldest first, and weeks since as columns; at most `most` of each. `begins`: the Monday on which
 * the history begins: who is first seen in that week did not arrive then, and is no part of `later`.
 */
export function triangleOf(rows: readonly IndicatorRow[], most: number, begins: Day | null, later = 8): Triangle {
  const lines = new Map<string, CohortLine>();
  for (const { cohort, cohortEnd = cohort, lag, shown, numerator, denominator } of rows) {
    if (cohort === undefined || cohortEnd === undefined || lag === undefined || lag >= most) continue;
    const key = `${cohort}/${cohortEnd}`;
    const line = lines.get(key) ?? { cohort, cohortEnd, people: 0, shares: new Map<number, Share | null>() };
    lines.set(key, line);
    const isTold =
      shown === 'value' && numerator && denominator && readCount(numerator, denominator).kind !== 'unknown';
    line.shares.set(lag, isTold ? { numerator, denominator } : null);
    if (denominator) line.people = Math.max(line.people, denominator.high);
  }
  const shown = [...lines.values()].filter(({ shares }) => [...shares.values()].some((share) => share !== null));
  const cohorts = shown.sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(-most);
  const lags = [...new Set(cohorts.flatMap(({ shares }) => [...shares.keys()]))].sort((a, b) => a - b);
  return {
    cohorts,
    lags,
    later: shareAt(
      rows.filter((row) => !isBeginning(row, begins)),
      later,
    ),
  };
}

const order = ({ cohort, cohortEnd }: CohortLine) => `${cohort}/${cohortEnd}`;

/** All cohorts of one week that tell it together, from end to end. */
function shareAt(rows: readonly IndicatorRow[], lag: number): Triangle['later'] {
  const told = rows.flatMap((row) =>
    row.lag === lag &&
    isOfOneWeek(row) &&
    row.shown === 'value' &&
    row.numerator &&
    row.denominator &&
    row.cohort !== undefined
      ? [{ numerator: row.numerator, denominator: row.denominator, cohort: row.cohort }]
      : [],
  );
  const sum = (part: keyof Share): Interval =>
    told.reduce((all, row) => ({ low: all.low + row[part].low, high: all.high + row[part].high }), { low: 0, high: 0 });
  const denominator = sum('denominator');
  const weeks = told.map(({ cohort }) => cohort).sort();
  const [from, to] = [weeks[0], weeks.at(-1)];
  return from && to && denominator.low > 0 ? { numerator: sum('numerator'), denominator, from, to } : null;
}

const isOfOneWeek = ({ cohort, cohortEnd = cohort }: IndicatorRow) => cohort === cohortEnd;

/**
 * A share in little room: a percentage or its ends, below sixty the people themselves; `shade` where its middle may be
 * told.
 */
export function writeCell({ numerator, denominator }: Share, format: Format): { text: string; shade: number | null } {
  const shade = isMiddleTold(numerator, denominator) ? centreOf(numerator) / centreOf(denominator) : null;
  if (centreOf(denominator) < percentFrom) return { text: `${range(numerator, format)}`, shade };
  const reading = readCount(numerator, denominator);
  const ends = { low: numerator.low / denominator.high, high: Math.min(1, numerator.high / denominator.low) };
  const percent = (share: number) => format.percent(share);
  if (reading.kind === 'atMost') return { text: `≤ ${percent(ends.high)}`, shade };
  if (reading.kind === 'atLeast' || reading.kind === 'nearlyAll') return { text: `≥ ${percent(ends.low)}`, shade };
  if (reading.kind === 'between') return { text: `${format.number(ends.low * 100)}–${percent(ends.high)}`, shade };
  return { text: percent(shade ?? 0), shade };
}

const range = ({ low, high }: Interval, format: Format) =>
  low === high ? format.number(low) : `${format.number(low)}–${format.number(high)}`;
