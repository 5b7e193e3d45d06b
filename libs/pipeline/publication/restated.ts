import { type Mask } from '#domain/mask/mask.js';
import { type SaidBefore } from '#storage/measures/mask.repository.js';
import { type PublishedRow } from '#storage/publication/publish.repository.js';
import { type Count, isHeld, keyOf } from './counts-within.js';
import { movedAgain, movedPlaces } from './moved-places.js';
import { presenceMeasures } from './publish-presence.js';
import { declaredMeasures } from './shelf.js';
import { ToldWeek } from './told-week.js';

export interface RestatementRules {
  mask: Mask;
  /** Counts of people of the roster, by `keyOf`: of these alone it is known how many people a difference is about. */
  people: ReadonlySet<string>;
  k: number;
  saidBefore: SaidBefore;
}

/**
 * What a closed week says after later changes were counted (rules 4.5, docs/decisions/072): counts of everyone where
 * they have moved (`movedPlaces`), all else as it was. At a place that tells people anew, volumes and smaller populations
 * over the same days fall silent: what was said of them does not go with it. A count of people of which nothing was told
 * is told now; anything else only over days that told nobody. What was told anew is so again at the same places only.
 */
export function restated(
  before: readonly PublishedRow[],
  after: readonly PublishedRow[],
  { mask, people, k, saidBefore }: RestatementRules,
): { rows: PublishedRow[]; saidBefore: SaidBefore } {
  const [said, now, told] = [new ToldWeek(before), new ToldWeek(after), new ToldWeek(before)];
  const moved = now
    .counts()
    .filter((count) => people.has(keyOf(count)))
    .map((count) => {
      const statements = (node: string) =>
        [said.find('everyone', count, node), now.find('everyone', count, node)] as const;
      const earlier = saidBefore[keyOf(count)];
      return { count, places: earlier ? movedAgain(mask, earlier, statements, k) : movedPlaces(mask, statements, k) };
    })
    .filter(({ places }) => places.length > 0);
  const anew = agreeing(moved, said, now);

  const staysAt = (population: string, count: Count) =>
    population === 'everyone' ? people.has(keyOf(count)) : declaredMeasures.has(count.measure);
  for (const { count, places } of anew) for (const node of places) told.keepAt(count.days, node, staysAt);
  for (const { count, places } of anew)
    for (const node of places) told.put('everyone', count, node, now.find('everyone', count, node)!);

  const ofPeople = said.counts().filter((count) => people.has(keyOf(count)));
  const saidOfPeople = new Set(ofPeople.map(({ days }) => days));
  const countedPeople = new Set(ofPeople.filter((count) => !said.tellsNothing(count)).map(({ days }) => days));
  const movedDays = new Set(anew.map(({ count }) => count.days));
  const movedCounts = new Set(anew.map(({ count }) => keyOf(count)));
  for (const count of now.counts())
    if (people.has(keyOf(count)) ? isNewsOfPeople(count) : isNewsBeside(count)) told.take(count, now);
  return { rows: told.rows(), saidBefore: { ...saidBefore, ...Object.fromEntries(anew.flatMap(rememberedOf)) } };

  /** What told nothing is no statement that a later one could be held against. */
  function rememberedOf({ count, places }: Anew): [string, SaidBefore[string]][] {
    if (said.tellsNothing(count)) return [];
    const earlier = (node: string) => saidBefore[keyOf(count)]?.[node] ?? [];
    const all = places.map((node) => [node, [...earlier(node), said.find('everyone', count, node)!]] as const);
    return [[keyOf(count), Object.fromEntries(all)]];
  }

  function isNewsOfPeople(count: Count): boolean {
    return !said.tells(count) || (movedCounts.has(keyOf(count)) && said.tellsNothing(count));
  }

  /**
   * What fell silent once leaves no trace: where people were told, all else over the same days is as it was or silent for
   * good. Where none were, nothing said of them can be held against it.
   */
  function isNewsBeside(count: Count): boolean {
    if (countedPeople.has(count.days) || (saidOfPeople.has(count.days) && !movedDays.has(count.days))) return false;
    return said.tellsNothing(count) && !(presenceMeasures.has(count.measure) && !isAnew());
  }

  /** Possible days follow from what is told of people: beside an older statement of these they would tell the newer. */
  function isAnew(): boolean {
    return now
      .counts()
      .filter((count) => people.has(keyOf(count)))
      .every((count) =>
        mask.nodes.every(({ key }) => {
          const [one, other] = [told, now].map((week) => week.find('everyone', count, key)?.join('-'));
          return one === other;
        }),
      );
  }
}

interface Anew {
  count: Count;
  places: readonly string[];
}

/**
 * Without those that would not agree with what others keep saying: more people of one week than of the four around it.
 * These keep what they said at every place, for the places of a count are chosen together. A count of which nothing was
 * told is told as it is counted, whatever stands beside it.
 */
function agreeing(moved: readonly Anew[], said: ToldWeek, now: ToldWeek): readonly Anew[] {
  const told = new Map(moved.map(({ count, places }) => [keyOf(count), new Set(places)]));
  const tells = (count: Count, node: string) =>
    (told.get(keyOf(count))?.has(node) ? now : said).find('everyone', count, node);
  const others = said.counts().filter((count) => !said.tellsNothing(count));
  const left = moved.filter(({ count, places }) => {
    if (said.tellsNothing(count)) return true;
    const within = others.filter((other) => isHeld(other, count, 0)).map((other) => [other, count] as const);
    const around = others.filter((other) => isHeld(count, other, 0)).map((other) => [count, other] as const);
    return [...within, ...around].every(([inner, outer]) =>
      places.every((node) => (tells(inner, node)?.[0] ?? 0) <= (tells(outer, node)?.[1] ?? Infinity)),
    );
  });
  // One that keeps what it said may have been what another agreed with.
  return left.length === moved.length ? left : agreeing(left, said, now);
}

/** Counts of people among what was counted of a week, by `keyOf`. */
export function peopleCounts(measures: readonly { population: string; days: number; counts: object }[]): Set<string> {
  return new Set(
    measures
      .filter(({ population }) => population === 'everyone')
      .flatMap(({ days, counts }) => Object.keys(counts).map((measure) => keyOf({ days, measure }))),
  );
}
