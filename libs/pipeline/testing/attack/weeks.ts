import { type Day, endsBlock } from '#domain/calendar/day.js';
import { bandOf, EXACT_FROM } from '#domain/mask/bands.js';
import { isCell } from '#domain/mask/mask.js';
import { type Draw } from '#domain/statistics/random.js';
import { type OtherSunday } from '../../publication/other-sundays.js';
import { publishWeekCounts } from '../../publication/publish-counts.js';
import { type Atom, type Secret, stateOf, valueIn } from './equations.js';
import { type History, personOn, placeOn, populationsOn } from './history.js';
import { k, type Organisation, type Person } from './organisation.js';
import { linesOf, measuresOf, type Told } from './publications.js';

/** `most` of them, drawn by lot. */
export const someSecrets =
  (most: number) =>
  (history: History, atoms: readonly Atom[], draw: Draw): Secret[] => {
    const all = secretsOver(history, atoms);
    while (all.length > most) all.splice(draw(all.length), 1);
    return all;
  };

/** The Sundays one after the other, each knowing what the others before it have told. */
export const tellAll = (history: History): Iterable<Told> => tell(history, false);

/** Weak: every Sunday as if there were no other. */
export const tellEach = (history: History): Iterable<Told> => tell(history, true);

function* tell(world: History, isolated: boolean): Generator<Told> {
  const { weeks, people, kinds } = world;
  const mine = (1 << kinds.length) - 1;
  const { members, stayed } = placesOf(world);
  const before: (Omit<OtherSunday, 'stayed'> & { at: number })[] = [];
  for (const [at, week] of weeks.entries()) {
    const there = people.flatMap((person) => {
      const today = personOn(person, at);
      return today ? [{ ...today, did: (person.did >> (at * kinds.length)) & mine }] : [];
    });
    const now = { ...week.organisation, people: there };
    const others = isolated ? [] : before.map((one) => ({ ...one, stayed: stayed(one.at, at) }));
    const rows = publishWeekCounts(now.mask, measuresOf(now), week.sunday, { k, bands: true }, undefined, others);
    before.push({ at, sunday: week.sunday, k, nodes: now.mask.nodes, told: rows, members: members(at) });
    for (const line of [...linesOf(now, rows), ...untoldIn(now, week.sunday)])
      yield {
        ...line,
        deed: `${line.deed} on ${week.sunday}`,
        counts: (person) => {
          const today = personOn(person, at);
          return today !== null && line.counts(today);
        },
      };
  }
}

/**
 * On every Sunday: groups below k by entity, single people of whom there is no like, those who have come since the Sunday
 * before or will be gone on the next; and every cell, of which it must stay open whether nobody or everybody did it.
 */
function secretsOver({ weeks, kinds, deeds: all }: History, atoms: readonly Atom[]): Secret[] {
  const truth = stateOf(all, atoms);
  return weeks.flatMap(({ organisation: { cellOf } }, week) => {
    const groups = new Map<string, number[]>();
    const add = (name: string, at: number) => groups.set(name, [...(groups.get(name) ?? []), at]);
    atoms.forEach(({ members }, at) => {
      const person = members[0]!;
      const [before, now, next] = [week - 1, week, week + 1].map((one) => person.entity.split('>')[one]);
      if (!now) return;
      add(`cell ${cellOf.get(now)!}`, at);
      add(`entity ${now}`, at);
      add(`people ${at} of ${now}`, at);
      const [had, has, will] = [week - 1, week, week + 1].map((one) => populationsOn(person, one));
      for (const name of has!) {
        add(`${name} of ${now}`, at);
        add(`${name} of cell ${cellOf.get(now)!}`, at);
        if (before && !had!.includes(name)) add(`come to ${name} of ${cellOf.get(now)!}`, at);
        if (next && !will!.includes(name)) add(`to leave ${name} of ${cellOf.get(now)!}`, at);
      }
      if (before !== undefined && before !== now) add(`come to ${cellOf.get(now)!}`, at);
      if (next !== undefined && next !== now) add(`to leave ${cellOf.get(now)!}`, at);
    });
    return [...groups].flatMap(([name, own]) => {
      const people = own.reduce((sum, at) => sum + atoms[at]!.members.length, 0);
      const each = kinds.map((_, deed): Secret => ({ name, deed: week * kinds.length + deed, atoms: own, people }));
      if (people < k) return each;
      return name.startsWith('cell') ? each.filter((secret) => [0, people].includes(valueIn(truth, secret))) : [];
    });
  });
}

interface Places {
  members: (week: number) => OtherSunday['members'];
  /** Who of one Sunday's cells is in which of another's. */
  stayed: (then: number, now: number) => OtherSunday['stayed'];
}

const known = new WeakMap<History['weeks'], Places>();

/** Where people are, whatever they did: reckoned once for all that is published of the same people. */
function placesOf({ weeks, people }: History): Places {
  const before = known.get(weeks);
  if (before) return before;
  const placeIn = (person: Person, at: number) => {
    const { entity, populations } = personOn(person, at)!;
    return { cell: weeks[at]!.organisation.cellOf.get(entity)!, populations: [...populations] };
  };
  const on = (...days: number[]) => people.filter((person) => days.every((at) => placeOn(person, at) !== ''));
  const places: Places = {
    members: once((at) => countedBy(on(at), (person) => placeIn(person, at))),
    stayed: once((then, now) =>
      countedBy(on(then, now), (person) => ({ then: placeIn(person, then), now: placeIn(person, now) })),
    ),
  };
  known.set(weeks, places);
  return places;
}

/** The answer to the same numbers is kept. */
function once<T>(reckon: (...of: number[]) => T): (...of: number[]) => T {
  const answers = new Map<string, T>();
  return (...of) => {
    const key = of.join();
    if (!answers.has(key)) answers.set(key, reckon(...of));
    return answers.get(key)!;
  };
}

/** People by what they have in common. */
function countedBy<T extends object>(
  people: readonly Person[],
  common: (person: Person) => T,
): (T & { people: number })[] {
  const counts = new Map<string, T & { people: number }>();
  for (const person of people) {
    const mine = common(person);
    const key = JSON.stringify(mine);
    const known = counts.get(key) ?? { ...mine, people: 0 };
    counts.set(key, { ...known, people: known.people + 1 });
  }
  return [...counts.values()];
}

/** Bands of cells that say nothing of states and long windows but at the end of a block. */
function untoldIn({ mask, people, cellOf, deeds }: Organisation, sunday: Day): Told[] {
  if (endsBlock(sunday)) return [];
  const small = mask.nodes.filter((node) => isCell(node) && node.headcount < EXACT_FROM);
  return small.flatMap(({ key, headcount }) =>
    deeds
      .filter((deed) => !deed.endsWith('/7'))
      .map((deed, bit): Told => {
        const counts = ({ entity }: Person): boolean => cellOf.get(entity) === key;
        const value = people.filter((person) => counts(person) && (person.did >> bit) & 1).length;
        return { deed, counts, interval: bandOf(value, headcount, { bands: true }), name: key, isUntold: true };
      }),
  );
}

/** Whether some Sunday tells states and long windows of the whole while its cells are too small for it that week. */
export const isToldInParts = ({ weeks }: History): boolean =>
  weeks.some(
    ({ sunday, organisation: { mask } }) => !endsBlock(sunday) && (mask.nodes[0]?.headcount ?? 0) >= EXACT_FROM,
  );
