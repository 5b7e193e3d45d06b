import { addDays, type Day, daysBetween, mondayOf } from '../calendar/day.js';
import { type Window } from '../calendar/windows.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { type Outcome } from '../indicators/indicator.js';
import { outcomeAt, windowOf } from '../indicators/rows.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { testOver } from '../statistics/two-proportion-test.js';
import { differenceOver, type Estimate, type Share } from '../statistics/two-proportions.js';
import { type Board } from './board.js';
import { isOfPeople, type Wave } from './wave.js';

export type Alignment = 'launch' | 'calendar';

export interface Point {
  /** Whole weeks since the launch. */
  week: number;
  weekEnd: Day;
  outcome: Outcome;
}

export interface Series {
  wave: Wave;
  position: number;
  launch: Day | null;
  sites: number;
  mixed: string[];
  points: Point[];
}

export interface Difference {
  week: number;
  first: Point & { wave: Wave };
  second: Point & { wave: Wave };
  difference: Estimate;
  z: number | null;
  p: number | null;
}

/** An indicator of a wave by weeks since its launch; weeks that do not show a value are gaps. */
export function seriesOf(board: Board, wave: Wave, key: IndicatorKey, asked?: Window): Series {
  const window = windowOf(key, asked);
  const slice = board.slice(wave);
  const launch = wave.actualStart;
  const week = board.week;
  const tree = week === null ? null : board.publication.tree(week);
  const cover = week === null ? { nodes: [], mixed: [] } : board.cover(wave.key, week);
  const points = board.weeks
    .filter((weekEnd) => launch !== null && weekEnd >= launch)
    .map((weekEnd) => ({
      ...{ week: Math.floor(daysBetween(mondayOf(launch!), weekEnd) / 7), weekEnd },
      outcome: outcomeAt(board.publication, board.rules, key, slice, weekEnd, window),
    }))
    .filter(({ outcome }) => outcome.shown === 'value');
  return {
    ...{ wave, position: board.waves.indexOf(wave), launch, points },
    sites: isOfPeople(wave)
      ? 0
      : (tree?.places.filter(({ kind, key: place }) => kind !== 'node' && isUnder(board, place, cover.nodes)).length ??
        0),
    mixed: cover.mixed.map((place) => tree?.place(place)?.name ?? place),
  };
}

function isUnder(board: Board, place: string, nodes: readonly string[]): boolean {
  const tree = board.publication.tree(board.week!);
  for (let at = tree.place(place); at; at = at.parent === null ? undefined : tree.place(at.parent)) {
    if (nodes.includes(at.key)) return true;
  }
  return false;
}

/** Both waves at the last week that both have: since launch, or on the calendar. Null without one. */
export function differenceOf(first: Series, second: Series, align: Alignment): Difference | null {
  const at = (point: Point) => (align === 'launch' ? point.week : point.weekEnd);
  const pairs = first.points.flatMap((one) =>
    second.points.filter((other) => at(other) === at(one)).map((other) => [one, other] as const),
  );
  const [one, other] = pairs.at(-1) ?? [];
  const shares = [shareOf(one?.outcome), shareOf(other?.outcome)] as const;
  if (!one || !other || !shares[0] || !shares[1]) return null;
  const difference = differenceOver(shares[0], shares[1]);
  if (!difference) return null;
  const test = testOver(shares[0], shares[1]);
  return {
    ...{ week: one.week, difference, z: test?.z ?? null, p: test?.p ?? null },
    first: { ...one, wave: first.wave },
    second: { ...other, wave: second.wave },
  };
}

/** Only proportions of people can be tested: not counts, ratios of days, or gaps. */
function shareOf(outcome: Outcome | undefined): Share | null {
  if (!outcome?.numerator || !outcome.denominator || outcome.n === null || outcome.against) return null;
  return { numerator: outcome.numerator, denominator: outcome.denominator };
}

// Sites resemble themselves: with fewer on a side, an interval between people says little about waves (kpis M3).
const fewestSites = 10;
// A quarter: the novelty of a launch has passed.
const fewestWeeks = 12;

/** What was observed, how far it reaches, what would settle it. Only the second may say that nothing can be concluded. */
export function comparisonSentences(
  first?: Series,
  second?: Series,
  latest?: Difference | null,
  align: Alignment = 'launch',
) {
  if (!first || !second || !latest) {
    const nothing = sentence('comparison.nothing', {});
    return { observed: nothing, reach: nothing, settle: sentence('comparison.settle_common_weeks', {}) };
  }
  const names = { first: first.wave.name, second: second.wave.name };
  const { value, low, high } = latest.difference;
  const facts = { ...names, week: latest.week, points: value, low, high };
  const shares = { firstShare: latest.first.outcome.value!, secondShare: latest.second.outcome.value! };
  const observed =
    align === 'launch'
      ? sentence('comparison.observed', { ...facts, ...shares })
      : sentence('comparison.observed_calendar', { ...facts, ...shares, day: latest.first.weekEnd });
  return { observed, ...reachOf(names, latest, Math.min(first.sites, second.sites)) };
}

function reachOf(
  names: { first: string; second: string },
  latest: Difference,
  sites: number,
): { reach: Sentence; settle: Sentence } {
  const { value, low, high } = latest.difference;
  if (low <= 0 && high >= 0) {
    // Intervals shrink with the root of the number of people.
    const times = value === 0 ? 100 : Math.min(100, Math.ceil(((high - low) / 2 / value) ** 2));
    return {
      reach: sentence('comparison.noise', names),
      settle: sentence('comparison.settle_people', { times: Math.max(2, times) }),
    };
  }
  if (sites < fewestSites) {
    return {
      reach: sentence('comparison.few_sites', { ...names, sites }),
      settle: sentence('comparison.settle_sites', { sites: fewestSites - sites }),
    };
  }
  const weeks = fewestWeeks - latest.week;
  const settle = weeks > 0 ? sentence('comparison.settle_weeks', { weeks }) : sentence('comparison.settled', {});
  return { reach: sentence('comparison.distinct', names), settle };
}

/** The pilot and the first wave of the rollout that has opened; else the first two. */
export function usualPair(waves: readonly Wave[], week: Day): Wave[] {
  const opened = waves.filter((wave) => wave.actualStart !== null && wave.actualStart <= addDays(week, -6));
  const pilot =
    opened.find((wave) => wave.kind === 'pilot' && !isOfPeople(wave)) ?? opened.find((wave) => wave.kind === 'pilot');
  const next = opened.find((wave) => wave.kind === 'rollout');
  return pilot && next ? [pilot, next] : opened.slice(0, 2);
}
