import { addDays, type Day, weekEndOf } from '../calendar/day.js';
import { smallBelow } from '../alerts/course.js';
import { type Publication, type Tree } from '../indicators/publication.js';
import { centreOf } from '../statistics/interval.js';
import { differenceOfChanges } from '../statistics/difference-in-differences.js';
import { normalQuantile, tOf } from '../statistics/distributions.js';
import { mean, variance } from '../statistics/moments.js';
import { fewestPriorWeeks, slopeOf } from '../statistics/parallel-trends.js';
import { type Estimate } from '../statistics/two-proportions.js';
import { type Action, type Shock } from './action.js';

/** Why an effect is not computed. */
export const noEffects = [
  'everyone',
  'too_early',
  'too_few_people',
  'not_published',
  'few_controls',
  'shock',
  'not_parallel',
  'not_held',
] as const;
type NoEffect = (typeof noEffects)[number];

export type ActionEffect =
  | { verdict: 'refused'; reason: NoEffect; shock?: string }
  | {
      verdict: 'up' | 'down' | 'cannot_tell';
      /** Change of the weekly active share, beyond that of places not concerned, in shares. */
      effect: Estimate;
      /** Smallest effect seen four times out of five, in shares. */
      detectable: number;
      treated: number;
      controls: number;
    };

const weeksAfter = 4;
const fewestControls = 5;

/**
 * What an action changed where it was held: the weekly active share of its places, four full weeks before and after
 * (the week of the action left out), against that of the other places that had no action of their own meanwhile (kpis
 * M7, M14). Several places: Welch's interval over their changes. A single one: the modified t of Crawford & Howell
 * (1998), which asks whether it lies outside of what such places do by themselves. Refused over a declared shock,
 * without comparable places, where its places hold fewer than 60 people together (chance alone moves so few by more than an
 * action does: product M16), or where the places were moving apart already.
 */
export function actionEffect(
  action: Action,
  others: readonly Action[],
  shocks: readonly Shock[],
  publication: Publication,
  lastWeek: Day,
): ActionEffect {
  if (action.state !== 'held') return refused('not_held');
  if (action.entities.length === 0) return refused('everyone');
  const weeks = weeksAround(action);
  const [first, last] = [weeks.before[0]!, weeks.after.at(-1)!];
  if (last > lastWeek) return refused('too_early');
  const shock = shocks.find(({ startsOn, endsOn }) => startsOn <= last && endsOn > addDays(first, -7));
  if (shock) return { ...refused('shock'), shock: shock.name };
  const sides = placesOf(publication, last, action, concerned(action, others, first, last));
  if (sides.treated.length > 0 && peopleIn(publication.tree(last), sides.treated) < smallBelow)
    return refused('too_few_people');
  const [treated, controls] = [sides.treated, sides.controls].map((places) =>
    places.flatMap((place) => ratesOf(publication, place, weeks) ?? []),
  );
  if (!treated || treated.length === 0) return refused('not_published');
  if (!controls || controls.length < fewestControls) return refused('few_controls');
  const drift = contrast(
    treated.map(({ before }) => slopeOf(before)),
    controls.map(({ before }) => slopeOf(before)),
  );
  if (!drift || drift.low > 0 || drift.high < 0) return refused('not_parallel');
  const change = contrast(treated.map(changeOf), controls.map(changeOf));
  if (!change) return refused('few_controls');
  const { value, low, high } = change;
  const detectable = (tOf(0.95, change.df) + normalQuantile(0.8)) * change.standardError;
  const verdict = low > 0 ? 'up' : high < 0 ? 'down' : 'cannot_tell';
  return { verdict, effect: { value, low, high }, detectable, treated: treated.length, controls: controls.length };
}

const peopleIn = (tree: Tree, places: readonly string[]): number =>
  places.reduce((people, place) => people + (tree.place(place)?.headcount ?? 0), 0);

const refused = (reason: NoEffect) => ({ verdict: 'refused', reason }) as const;

/** Sundays of the full weeks around the weeks of the action, oldest first. */
function weeksAround({ startsOn, endsOn }: Action): { before: Day[]; after: Day[] } {
  const [firstWeek, lastWeek] = [weekEndOf(startsOn), weekEndOf(endsOn)];
  return {
    before: Array.from({ length: fewestPriorWeeks }, (_, at) => addDays(firstWeek, 7 * (at - fewestPriorWeeks))),
    after: Array.from({ length: weeksAfter }, (_, at) => addDays(lastWeek, 7 * (at + 1))),
  };
}

/** Entities with an action of their own in the same weeks: no comparison for this one. */
function concerned(action: Action, others: readonly Action[], first: Day, last: Day): Set<string> {
  const meanwhile = others.filter(
    ({ key, state, startsOn, endsOn }) =>
      key !== action.key && state === 'held' && startsOn <= last && endsOn > addDays(first, -7),
  );
  return new Set(meanwhile.flatMap(({ entities }) => entities));
}

/** Smallest published places, told by the entities that they hold or that hold them. */
function placesOf(publication: Publication, weekEnd: Day, { entities }: Action, elsewhere: ReadonlySet<string>) {
  const tree = publication.tree(weekEnd);
  const own = new Set(entities);
  const [treated, controls]: [string[], string[]] = [[], []];
  for (const place of tree.places.filter(({ kind }) => kind !== 'node')) {
    const held = new Set(place.entities);
    for (let at = tree.place(place.key); at; at = at.parent === null ? undefined : tree.place(at.parent))
      if (at.entity !== null) held.add(at.entity);
    const isOwn = [...held].some((entity) => own.has(entity));
    const wholly = place.entities.every((entity) => own.has(entity)) || place.kind !== 'rest';
    if (isOwn && wholly) treated.push(place.key);
    else if (!isOwn && ![...held].some((entity) => elsewhere.has(entity))) controls.push(place.key);
  }
  return { treated, controls };
}

interface Rates {
  before: number[];
  after: number[];
}

/** Weekly active shares; null where one is not published. */
function ratesOf(publication: Publication, place: string, weeks: { before: Day[]; after: Day[] }): Rates | null {
  const rate = (week: Day): number | null => {
    const active = publication.count([place], week, 'everyone', 7, 'active');
    const people = publication.count([place], week, 'everyone', 0, 'people');
    return active && people && people.low > 0 ? centreOf(active) / centreOf(people) : null;
  };
  const [before, after] = [weeks.before.map(rate), weeks.after.map(rate)];
  const known = (rates: (number | null)[]): rates is number[] => rates.every((one) => one !== null);
  // A place that had not begun says nothing of what an action adds.
  return known(before) && known(after) && mean(before) > 0 ? { before, after } : null;
}

const changeOf = ({ before, after }: Rates): number => mean(after) - mean(before);

type Contrast = Estimate & { standardError: number; df: number };

/** Mean of the treated less that of the controls; for one treated place, against the spread of single controls. */
function contrast(treated: readonly number[], controls: readonly number[]): Contrast | null {
  if (treated.length >= 2) return differenceOfChanges(treated, controls);
  const spread = variance(controls);
  if (treated.length === 0 || spread <= 0) return null;
  const n = controls.length;
  const standardError = Math.sqrt(spread * (1 + 1 / n));
  const value = treated[0]! - mean(controls);
  const half = tOf(0.95, n - 1) * standardError;
  return { value, low: value - half, high: value + half, standardError, df: n - 1 };
}
