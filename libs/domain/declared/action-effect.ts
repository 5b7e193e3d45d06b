import { addDays, type Day, weekEndOf } from '../calendar/day.js';
import { smallBelow } from '../alerts/course.js';
import { type Publication, type Tree } from '../indicators/publication.js';
import { centreOf, type Interval } from '../statistics/interval.js';
import { type Contrast, differenceOfChangesOver, oneAgainst } from '../statistics/difference-in-differences.js';
import { normalQuantile, tOf } from '../statistics/distributions.js';
import { mean, sum } from '../statistics/moments.js';
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
      /** Change of the weekly active share, beyond that of places not concerned, in shares; chance and bands together. */
      effect: Estimate;
      /** What the published counts alone leave open of it. */
      published: Interval;
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
 * M7, M14). Several places: Welch's interval over their changes. A single one: whether it lies outside of what such
 * places do by themselves. Both hold for all counts that the publication allows (decision 061). Refused over a declared shock,
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
  const compared = alike(treated, controls);
  const drift = contrast(
    treated.map(({ before }) => trendOf(before)),
    compared.map(({ before }) => trendOf(before)),
  );
  if (!drift || drift.low > 0 || drift.high < 0) return refused('not_parallel');
  const change = contrast(treated.map(changeOf), compared.map(changeOf));
  if (!change) return refused('few_controls');
  const { value, low, high, width } = change;
  return {
    verdict: low > 0 ? 'up' : high < 0 ? 'down' : 'cannot_tell',
    effect: { value, low, high },
    published: { low: value - width / 2, high: value + width / 2 },
    // So much of a true effect may be hidden by what is published.
    detectable: (tOf(0.95, change.df) + normalQuantile(0.8)) * change.standardError + width,
    ...{ treated: treated.length, controls: compared.length },
  };
}

// A change known to within so much, in shares, is finely published: a few people of a hundred. [I]
const fine = 0.05;

const isFine = (rates: Rates): boolean => {
  const { low, high } = changeOf(rates);
  return high - low <= fine;
};

/**
 * Places that are finely published are compared with their like, where there are enough of these: wide bands would only
 * hide what they tell. Against larger places the chance of small ones would be taken for less than it is.
 */
function alike(treated: readonly Rates[], controls: readonly Rates[]): readonly Rates[] {
  const fineOnes = treated.every(isFine) ? controls.filter(isFine) : [];
  return fineOnes.length >= fewestControls ? fineOnes : controls;
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
  before: Estimate[];
  after: Estimate[];
}

/** Weekly active shares between their published ends; null where one is not published. */
function ratesOf(publication: Publication, place: string, weeks: { before: Day[]; after: Day[] }): Rates | null {
  const rate = (week: Day): Estimate | null => {
    const active = publication.count([place], week, 'everyone', 7, 'active');
    const people = publication.count([place], week, 'everyone', 0, 'people');
    if (!active || !people || people.low <= 0) return null;
    const value = centreOf(active) / centreOf(people);
    return { value, low: active.low / people.high, high: active.high / people.low };
  };
  const [before, after] = [weeks.before.map(rate), weeks.after.map(rate)];
  const known = (rates: (Estimate | null)[]): rates is Estimate[] => rates.every((one) => one !== null);
  // A place that had not begun says nothing of what an action adds.
  return known(before) && known(after) && mean(of(before, 'value')) > 0 ? { before, after } : null;
}

const of = (rates: readonly Estimate[], part: keyof Estimate): number[] => rates.map((rate) => rate[part]);

const changeOf = ({ before, after }: Rates): Estimate => ({
  value: mean(of(after, 'value')) - mean(of(before, 'value')),
  low: mean(of(after, 'low')) - mean(of(before, 'high')),
  high: mean(of(after, 'high')) - mean(of(before, 'low')),
});

/** Change per week of a straight line: it rises most where early weeks are at their low ends and late ones at their high. */
function trendOf(rates: readonly Estimate[]): Estimate {
  const value = slopeOf(of(rates, 'value'));
  const reach = sum(
    rates.map((rate, at) => {
      const weight = slopeOf(rates.map((_, other) => (other === at ? 1 : 0)));
      return Math.abs(weight) * Math.max(rate.value - rate.low, rate.high - rate.value);
    }),
  );
  return { value, low: value - reach, high: value + reach };
}

/** Mean of the treated less that of the controls; for one treated place, against the spread of single controls. */
const contrast = (treated: readonly Estimate[], controls: readonly Estimate[]): Contrast | null =>
  treated.length === 1 ? oneAgainst(treated[0]!, controls) : differenceOfChangesOver(treated, controls);
