import { addDays, type Day } from '../../calendar/day.js';
import { type Outcome } from '../../indicators/indicator.js';
import { isBeginning } from '../../indicators/k11-retention.js';
import { shareRatio } from '../../statistics/share-ratio.js';
import { centreOf, type Interval } from '../../statistics/interval.js';
import { held, type Signal, silent } from '../signal.js';
import { limits } from '../thresholds.js';

/** People who arrived in a week, and those of them active some weeks later, as published. */
export interface CohortCount {
  cohort: Day;
  /** Monday of the last week of arrival that is read with it. */
  cohortEnd: Day;
  /** Weeks since that one. */
  lag: number;
  people: readonly [number, number];
  active: readonly [number, number];
}

/** Weeks since arrival that are compared (kpis E9). */
const lags = { early: 4, late: 12 } as const;
/** Weeks of arrival that are pooled: those whose late reading is of the last twelve weeks. */
const pooledDays = 84;

/**
 * Retention twelve weeks after arrival divided by that of four weeks, over the same cohorts, with chance and all that the
 * published counts leave. Of weeks of arrival read together nobody knows the age, nor of whom the week holds with which the
 * history `begins`. Null without a cohort read at both.
 */
export function retentionFall(cohorts: readonly CohortCount[], day: Day, begins: Day | null): Outcome | null {
  const at = (cohort: Day, lag: number) =>
    cohorts.find((one) => one.cohort === cohort && one.cohortEnd === cohort && one.lag === lag);
  const pairs = cohorts
    .filter(
      ({ cohort, cohortEnd, lag }) =>
        cohort === cohortEnd &&
        !isBeginning({ cohort }, begins) &&
        lag === lags.late &&
        addDays(cohort, lag * 7 + 6 + pooledDays) > day &&
        addDays(cohort, lag * 7 + 6) <= day,
    )
    .flatMap((late) => {
      const early = at(late.cohort, lags.early);
      return early && isTold(early) && isTold(late) ? [{ early, late }] : [];
    });
  const sum = (of: (pair: (typeof pairs)[number]) => readonly [number, number]): Interval => ({
    low: pairs.reduce((total, pair) => total + of(pair)[0], 0),
    high: pairs.reduce((total, pair) => total + of(pair)[1], 0),
  });
  const [late, early] = [sum((pair) => pair.late.active), sum((pair) => pair.early.active)];
  const [lateOf, earlyOf] = [sum((pair) => pair.late.people), sum((pair) => pair.early.people)];
  const kept = shareRatio({ numerator: late, denominator: lateOf }, { numerator: early, denominator: earlyOf });
  // Its counts are of the later reading only: a quotient is told by its own ends.
  return (
    kept && { ...kept, numerator: null, denominator: null, n: centreOf(lateOf), shown: 'value', ...bandOf(lateOf) }
  );
}

const bandOf = (people: Interval) => (people.low < people.high ? { around: people } : {});

/** Arrivals of one week, and not those with which the history begins, read at any age after it. */
export const isToldAlone = (one: CohortCount, begins: Day | null): boolean =>
  one.lag > 0 && one.cohort === one.cohortEnd && !isBeginning(one, begins) && isTold(one);

/** A band over more than half of the people tells nothing. */
const isTold = ({ people, active }: CohortCount): boolean => (active[1] - active[0]) * 2 <= people[1];

export const retentionKept: Signal = {
  ...{ key: 'retention', origin: 'observed', indicator: 'K11' },
  title: {
    fr: 'Fidélité à 12 semaines, rapportée à celle de 4 semaines',
    en: 'Retention at 12 weeks over that at 4 weeks',
  },
  ask: {
    fr: 'Que disent celles et ceux qui sont partis entre la quatrième et la douzième semaine ?',
    en: 'What do those say who left between the fourth and the twelfth week?',
    missing: {
      fr: 'Vient-on encore après le premier mois ? Demandez-le à deux ou trois équipes.',
      en: 'Do people still come after the first month? Ask two or three teams.',
    },
  },
  read: ({ retention, arrivals, kind, day }) => {
    if (!retention && kind !== 'organisation') return silent('see_level_above');
    if (!retention) return silent(arrivals ? 'one_reading' : 'not_published');
    return { ...held(retention, limits.retention), day };
  },
};
