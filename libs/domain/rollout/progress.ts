import { addDays, type Day } from '../calendar/day.js';
import { type Outcome } from '../indicators/indicator.js';
import { funnelSteps, type FunnelStep, reached } from '../indicators/m08-funnel.js';
import { share, undefinedFor } from '../indicators/outcome.js';
import { outcomeAt, readingAt, type Slice } from '../indicators/rows.js';
import { whyUntold } from '../indicators/untold.js';
import { type Interval } from '../statistics/interval.js';
import { type Estimate } from '../statistics/two-proportions.js';
import { type Board } from './board.js';
import { combinedShare, type PlannedPeople, planSpan } from './plan.js';
import { isAllOf, slipDays } from './slip.js';

export interface CurvePoint {
  weekEnd: Day;
  plan: number | null;
  actual: number | null;
  low: number | null;
  high: number | null;
  /** People activated and planned, as published that week. */
  numerator: Interval | null;
  denominator: Interval | null;
}

export interface FunnelRow {
  step: FunnelStep;
  people: Interval | null;
  ofPlanned: Outcome;
  ofPrevious: Outcome | null;
}

export interface Progress {
  /** Sunday that the counts speak of; null when none is published. */
  asOf: Day | null;
  people: { planned: Interval | null; opened: Interval | null; activated: Interval | null };
  activation: Outcome;
  plannedShare: number | null;
  slipDays: number | null;
  /**
   * Slip at both ends of what is published: what may be said of it. Where the upper end is all of the plan its low end is
   * never above 0, and `slipDays` is that of the week in which the upper end came there.
   */
  slipRange: { low: number; high: number } | null;
  scheduleIndex: Estimate | null;
  curve: CurvePoint[];
  funnel: FunnelRow[];
}

/** How far a slice has come, against its plans. Small places are read at the last block end. */
export function progressOf(board: Board, slice: Slice, plans: readonly PlannedPeople[]): Progress {
  const { publication, rules } = board;
  const outcomes = board.weeks.map((weekEnd) => ({
    weekEnd,
    outcome: outcomeAt(publication, rules, 'K08', slice, weekEnd, null),
  }));
  const known = outcomes.filter(({ outcome }) => outcome.shown === 'value');
  const recent =
    board.week === null ? undefined : known.filter(({ weekEnd }) => weekEnd > addDays(board.week!, -28)).at(-1);
  const asOf = recent?.weekEnd ?? board.week;
  const reading = asOf === null ? null : readingAt(publication, rules, slice, asOf, null, slice.population);
  // Who is planned is declared, and known every week: it is that of the page, whatever the day of what they did.
  const declared = (week: Day | null) =>
    week === null ? null : readingAt(publication, rules, slice, week, null, slice.population).state('people');
  const index = recent && asOf !== null ? outcomeAt(publication, rules, 'K08b', slice, asOf, null) : null;
  // Read at both ends, or the middle of a band would decide between early and late.
  const slipAt = (end: 'value' | 'low' | 'high') =>
    slipDays(
      plans,
      known.map(({ weekEnd, outcome }) => ({ weekEnd, actual: endOf(outcome, end) })),
    );
  const isReached = recent !== undefined && isAllOf(plans, endOf(recent.outcome, 'high'));
  const slip = recent ? slipAt(isReached ? 'high' : 'value') : null;
  const earliest = slip === null ? null : (slipAt('high') ?? slip);
  return {
    asOf: recent ? asOf : null,
    people: {
      planned: declared(board.week) ?? reading?.state('people') ?? null,
      opened: reading?.state('opened') ?? null,
      activated: reading?.state('activated') ?? null,
    },
    activation: recent?.outcome ?? outcomes.at(-1)?.outcome ?? undefinedFor(),
    plannedShare: asOf === null ? null : combinedShare(plans, asOf),
    slipDays: slip,
    slipRange:
      slip === null || earliest === null
        ? null
        : { low: isReached ? Math.min(0, earliest) : earliest, high: slipAt('low') ?? slip },
    scheduleIndex: index?.shown === 'value' ? { value: index.value!, low: index.low!, high: index.high! } : null,
    curve: curveOf(outcomes, plans),
    funnel: reading && asOf !== null ? funnelOf(board, reading, asOf) : [],
  };
}

/** Share of the counted people only, without the statistical interval: a full count is late or it is not. */
function endOf({ numerator, denominator, value }: Outcome, end: 'value' | 'low' | 'high'): number {
  if (end === 'value' || !numerator || !denominator) return value ?? 0;
  return end === 'low' ? numerator.low / denominator.high : Math.min(1, numerator.high / denominator.low);
}

const unknown = { low: null, high: null, numerator: null, denominator: null };

/** Weeks published, then those that the plan still has to come. */
function curveOf(
  outcomes: readonly { weekEnd: Day; outcome: Outcome }[],
  plans: readonly PlannedPeople[],
): CurvePoint[] {
  const points: CurvePoint[] = outcomes.map(({ weekEnd, outcome: { value, low, high, numerator, denominator } }) => {
    return { weekEnd, plan: combinedShare(plans, weekEnd), actual: value, low, high, numerator, denominator };
  });
  const end = planSpan(plans.map(({ plan }) => plan))?.end;
  const last = points.at(-1);
  if (!end || !last) return points;
  for (let weekEnd = addDays(last.weekEnd, 7); weekEnd <= addDays(end, 6); weekEnd = addDays(weekEnd, 7)) {
    points.push({ weekEnd, plan: combinedShare(plans, weekEnd), actual: null, ...unknown });
  }
  return points;
}

/** A step that no source tells has neither people nor a share: 0 would say that nobody came so far. */
function funnelOf(board: Board, reading: ReturnType<typeof readingAt>, weekEnd: Day): FunnelRow[] {
  const { k } = board.rules;
  const people = funnelSteps.map((step) => reached(reading, step));
  const untold = funnelSteps.map((step) =>
    step === 'planned' ? null : whyUntold(board.rules, `M08.${step}` as const, weekEnd),
  );
  return funnelSteps.map((step, position) => {
    const why = untold[position] ?? null;
    const before = position === 0 ? null : (why ?? untold[position - 1] ?? null);
    return {
      step,
      people: why === null ? people[position]! : null,
      ofPlanned: why === null ? share(people[position]!, people[0]!, k) : undefinedFor(why),
      ofPrevious:
        position === 0
          ? null
          : before === null
            ? share(people[position]!, people[position - 1]!, k)
            : undefinedFor(before),
    };
  });
}
