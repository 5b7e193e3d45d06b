import { addDays, type Day, quarterOf } from '#domain/calendar/day.js';
import { levelPopulation } from '#domain/indicators/levels.js';
import { type EntityNode } from '#domain/mask/mask.js';
import { type Draw } from '#domain/statistics/random.js';
import {
  type Inclusion,
  k,
  laid,
  type Organisation,
  type Person,
  populationsOf,
  rates,
  shapes,
  treeOf,
  type World,
} from './organisation.js';

/** What is told of each Sunday: two states, that nobody loses again, and acts over windows. */
export const deeds = ['activated/0', 'engaged/0', 'active/28', 'active/7'] as const;
/** Inside one Sunday: engaged and active are activated, active in the week in the month. */
const sameSunday: readonly Inclusion[] = [
  [1, 0],
  [2, 0],
  [3, 2],
];

interface Week {
  sunday: Day;
  /** Cells and places of that Sunday; of its people only where they are. */
  organisation: Organisation;
}

/** Several Sundays of one organisation, with joiners, leavers, moves and whole teams that are joined to others. */
export interface History extends World {
  weeks: readonly Week[];
  /** What is told of each Sunday. */
  kinds: readonly (typeof deeds)[number][];
}

/** Where somebody was on a Sunday; empty for nowhere. */
export const placeOn = ({ entity }: Person, week: number): string => entity.split('>')[week]!;

/** What somebody belonged to on a Sunday. */
export const populationsOn = ({ populations }: Person, week: number): string[] =>
  populations.flatMap((one) => (one.endsWith(`@${week}`) ? [one.slice(0, one.lastIndexOf('@'))] : []));

/** Somebody as he is counted on one Sunday; null where he is not there. */
export function personOn(person: Person, week: number): Person | null {
  const entity = placeOn(person, week);
  return entity === '' ? null : { ...person, entity, populations: populationsOn(person, week) };
}

/**
 * A history drawn by lot: 26 weeks by the ends of their four-week blocks, or week after week. Where it is `calm` nobody
 * does anything for the first time, which is when those who come and go are seen best. `split`: with populations, which
 * some enter and some leave. `weekly`: week after week, of which the first state alone is told, for a person has no more
 * than thirty bits.
 */
export function historyOf(
  draw: Draw,
  { count = 7, calm = draw(2) === 0, split = false, weekly = false } = {},
): History {
  const step = weekly || draw(2) > 0 ? 7 : 28;
  const kinds = weekly ? deeds.slice(0, 1) : deeds;
  const tree = treeOf(shapes[draw(shapes.length)]!, draw);
  const sundays = Array.from({ length: count }, (_, week) => addDays('2026-10-25', -step * (count - 1 - week)));
  const everyone = crowd(tree, { count, step, calm, kinds: kinds.length }, draw);
  const people = split ? everyone.map(belonging(count, draw)) : everyone;
  const weeks: Week[] = [];
  sundays.forEach((sunday, week) => {
    const before = weeks.at(-1);
    const previous = before && quarterOf(before.sunday) === quarterOf(sunday) ? before.organisation.mask : null;
    const there = people.flatMap((person) => personOn(person, week) ?? []);
    const organisation = { ...laid(tree, there, previous), deeds: kinds };
    weeks.push({ sunday, organisation });
  });
  const cellOf = new Map(
    people.map(({ entity }): [string, string] => [
      entity,
      entity
        .split('>')
        .map((place, week) => weeks[week]!.organisation.cellOf.get(place) ?? '')
        .join('>'),
    ]),
  );
  const names = sundays.flatMap((sunday) => kinds.map((deed) => `${deed} on ${sunday}`));
  const countedIn = (person: Person, deed: number): string[] => {
    const week = Math.floor(deed / kinds.length);
    const today = personOn(person, week);
    return today ? [...weeks[week]!.organisation.countedIn(today, deed)] : [];
  };
  return {
    weeks,
    people,
    cellOf,
    countedIn,
    k,
    kinds,
    deeds: names,
    within: inclusionsOver(count, step, kinds.length),
  };
}

function inclusionsOver(count: number, step: number, kinds: number): Inclusion[] {
  const of = (week: number, deed: number) => week * kinds + deed;
  if (kinds === 1) return Array.from({ length: count - 1 }, (_, week): Inclusion => [week, week + 1]);
  return Array.from({ length: count }, (_, week) => week).flatMap((week): Inclusion[] => [
    ...sameSunday.map(([inner, outer]): Inclusion => [of(week, inner), of(week, outer)]),
    ...(week + 1 < count ? [0, 1].map((state): Inclusion => [of(week, state), of(week + 1, state)]) : []),
    // Active in a week is active in the 28 days that hold it.
    ...[1, 2, 3]
      .filter((later) => step === 7 && week + later < count)
      .map((later): Inclusion => [of(week, 3), of(week + later, 2)]),
  ]);
}

/** People with where they were and what they did on every Sunday. */
function crowd(
  tree: readonly EntityNode[],
  { count, step, calm, kinds }: { count: number; step: number; calm: boolean; kinds: number },
  draw: Draw,
): Person[] {
  const yes = (share: number) => draw(1000) < share * 1000;
  const entities = tree.map(({ key }) => key);
  const [leaving, joining, moving] = [0, 0, 0].map(() => [0, 0.004, 0.02, 0.06][draw(4)]!);
  const growth = calm ? 0 : [0.01, 0.1][draw(2)]!;
  const level = draw(3) === 0 ? null : rates[draw(rates.length)]!;
  const [team, host] = [draw(entities.length), draw(entities.length)].map((at) => entities[at]!);
  const joinedOn = draw(2) === 0 ? 1 + draw(count - 1) : count;
  const merged = (place: string, week: number) => (place === team && week >= joinedOn ? host! : place);
  const route = (start: number, entity: string): string[] => {
    let at = entity;
    let gone = false;
    return Array.from({ length: count }, (_, week) => {
      if (week < start) return '';
      gone ||= week > start && yes(leaving!);
      if (week > start && yes(moving!)) at = entities[draw(entities.length)]!;
      return gone ? '' : merged(at, week);
    });
  };
  return tree.flatMap(({ key, headcount }) => {
    const rate = level ?? rates[draw(rates.length)]!;
    const starts = Array.from({ length: headcount }, () => 0);
    for (let week = 1; week < count; week++)
      for (let one = 0; one < headcount; one++) if (yes(joining!)) starts.push(week);
    return starts.map((start) => ({
      entity: route(start, key).join('>'),
      populations: [],
      did: livedBy(rate, growth, { count, step, kinds }, yes),
    }));
  });
}

/** Gives people what they belong to, Sunday by Sunday; whoever comes first to an entity usually leads it. */
function belonging(count: number, draw: Draw): (person: Person) => Person {
  const parts = populationsOf(draw);
  const hasLevels = draw(2) === 0;
  const changing = [0, 0.01, 0.05][draw(3)]! * 1000;
  const led = new Set<string>();
  return (person) => {
    const first = person.entity.split('>').find((place) => place !== '') ?? '';
    let [mine, level] = [parts(!led.has(first), draw), levelPopulation([draw(3)])];
    led.add(first);
    const populations = Array.from({ length: count }, (_, week) => {
      if (week > 0 && draw(1000) < changing) [mine, level] = [parts(false, draw), levelPopulation([draw(3)])];
      const named = mine.includes('managers') && hasLevels ? [...mine, level] : mine;
      return named.map((name) => `${name}@${week}`);
    });
    return { ...person, populations: populations.flat() };
  };
}

function livedBy(
  rate: number,
  growth: number,
  { count, step, kinds }: { count: number; step: number; kinds: number },
  yes: (share: number) => boolean,
): number {
  let [activated, engaged] = [yes(rate), false];
  let bits = 0;
  const weekly: boolean[] = [];
  for (let week = 0; week < count; week++) {
    activated ||= yes(growth);
    const acted = activated && yes(rate === 1 ? 1 : 0.6);
    weekly.push(acted);
    const recent = step === 7 ? weekly.slice(-4).some(Boolean) : acted;
    const active = recent || (activated && yes(rate === 1 ? 1 : 0.3));
    engaged ||= activated && yes(rate === 1 ? 1 : week === 0 ? 0.4 : growth);
    const today = [activated, engaged, active, acted];
    today.slice(0, kinds).forEach((is, deed) => (bits |= is ? 1 << (week * kinds + deed) : 0));
  }
  return bits;
}
