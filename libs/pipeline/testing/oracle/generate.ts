import fc from 'fast-check';
import { endsBlock, mondayOf, plus } from './days.js';
import { type Chance, conversationsOf, groupsOf } from './generate-groups.js';
import { type Deed, type Entity, type Group, type Person, type Stay, type Wave, type World } from './world.js';

type Draw = fc.GeneratorValue;

/** Mondays from which weeks run over nights of changing clocks, 29 February, and ISO week 53. */
const starts = ['2024-01-22', '2020-11-23', '2025-02-10', '2024-09-23', '2015-11-23', '2025-04-28'];
const zones = ['Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', null, null];
const countries = ['FR', 'US', 'NZ', null, null];
const kinds = ['login', 'login', 'login', 'post', 'comment', 'reaction', 'reaction', 'mention', 'view', 'search']
  .concat(['logout', 'share', 'group_joined', 'group_left', 'message_sent', 'profile_created', 'profile_completed'])
  .concat(['file_shared', 'resolved', 'other', 'group_created', 'reaction_removed', 'reaction_removed']);
// Around midnight somewhere, and within the hour that a night repeats or leaves out.
const hours = [
  '00:30',
  '01:15',
  '02:45',
  '04:30',
  '05:10',
  '09:00',
  '10:59',
  '12:00',
  '13:30',
  '18:31',
  '21:59',
  '22:30',
  '23:30',
];

/** Small organisations with everything that goes wrong with dates, people and waves in them. */
export const worlds = fc.gen().map((draw): World => {
  const int = (min: number, max: number) => draw(fc.integer, { min, max });
  const chance = (percent: number) => int(1, 100) <= percent;
  const start = pick(draw, starts);
  let weeks = int(4, 13);
  // The last Sunday closes a block, so that every window is published.
  while (!endsBlock(plus(start, weeks * 7 - 1))) weeks++;
  const last = plus(start, weeks * 7 - 1);
  const someDay = (from = start, to = last) =>
    plus(from, int(0, Math.round((Date.parse(to) - Date.parse(from)) / 864e5)));
  const when = (day = someDay()) => `${day}T${pick(draw, hours)}:${String(int(0, 59)).padStart(2, '0')}Z`;
  const luck: Chance = { int, chance, pick: (from) => pick(draw, from), someDay, when, last };
  const entities = entitiesOf(draw, int(3, 7));
  const people = peopleOf(draw, int(10, 40), entities, someDay);
  const reorganised = chance(50) ? reorganisedOf(draw, entities, start, last) : null;
  const waves = Array.from({ length: int(0, 3) }, (_, index): Wave => {
    const plannedStart = someDay(plus(start, -14));
    return {
      key: `w${index}`,
      entities: [],
      people: [],
      plannedStart,
      plannedEnd: plus(plannedStart, int(6, 60)),
      opened: chance(80) ? someDay(plus(start, -7)) : null,
      target: pick(draw, [1, 0.8, 0.5]),
    };
  });
  for (const wave of waves) {
    const free = entities.filter(({ key }) => !waves.some((other) => other.entities.includes(key)));
    if (chance(30) || free.length === 0)
      wave.people = people.filter(({ bot }) => !bot && chance(20)).map(({ key }) => key);
    else wave.entities = free.filter(() => chance(40)).map(({ key }) => key);
  }
  const mandates = people
    .filter(({ bot }) => !bot && chance(12))
    .map(({ key }) => ({
      person: key,
      from: someDay(plus(start, -150)),
      to: chance(30) ? plus(last, int(-20, 20)) : '',
    }))
    .filter(({ from, to }) => to === '' || from < to);
  const groups = groupsOf(luck, people, entities);
  const actions = Array.from({ length: int(0, 3) }, (_, index) => {
    const starts = someDay(plus(start, -30));
    const came = people.filter((one) => !one.bot && chance(30) && !wasGone(one, starts));
    return { key: `a${index}`, starts, people: came.map(({ key }) => key) };
  });
  return {
    ...{ start, weeks, zone: 'Europe/Paris', entities, reorganised, people, waves, mandates, groups, actions },
    events: eventsOf(luck, people, groups, chance(80)).filter(
      ({ at }) => start <= at.slice(0, 10) && at.slice(0, 10) <= last,
    ),
  };
});

/** Left before the day and not back on it; whoever is yet to arrive is not gone. */
const wasGone = ({ stays }: Person, day: string): boolean =>
  stays.some(({ to }) => to !== '' && to <= day) &&
  !stays.some(({ from, to }) => from <= day && (to === '' || day < to));

function pick<T>(draw: Draw, from: readonly T[]): T {
  return from[draw(fc.integer, { min: 0, max: from.length - 1 })]!;
}

function entitiesOf(draw: Draw, count: number): Entity[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `e${index}`,
    parent: index === 0 ? null : `e${draw(fc.integer, { min: 0, max: index - 1 })}`,
    zone: pick(draw, zones),
    country: pick(draw, countries),
  }));
}

/** A leaf moves below another entity, with its zone and its country. */
function reorganisedOf(draw: Draw, entities: Entity[], start: string, last: string): World['reorganised'] {
  const leaves = entities.filter(
    ({ key, parent }) => parent !== null && !entities.some((below) => below.parent === key),
  );
  const leaf = pick(draw, leaves);
  const parent = pick(
    draw,
    entities.filter(({ key }) => key !== leaf.key),
  ).key;
  leaf.zone ??= 'Europe/Paris';
  let from = mondayOf(plus(start, draw(fc.integer, { min: 7, max: 35 })));
  while (!endsBlock(plus(from, -1))) from = plus(from, 7);
  return from > last || parent === leaf.parent ? null : { entity: leaf.key, parent, from };
}

function peopleOf(draw: Draw, count: number, entities: Entity[], someDay: () => string): Person[] {
  const chance = (percent: number) => draw(fc.integer, { min: 1, max: 100 }) <= percent;
  return Array.from({ length: count }, (_, index) => {
    const stay = (from: string, to: string): Stay => ({
      entity: pick(draw, entities).key,
      boss: index === 0 || chance(10) ? null : `p${draw(fc.integer, { min: 0, max: Math.min(index - 1, 6) })}`,
      level: chance(10) ? draw(fc.integer, { min: 0, max: 4 }) : null,
      from,
      to,
    });
    const [one, two, three] = [someDay(), someDay(), someDay()].sort() as [string, string, string];
    const stays = chance(55)
      ? [stay('', '')]
      : chance(30)
        ? [stay(one, '')]
        : chance(35)
          ? [stay('', two)]
          : // Moves, perhaps after some time away, perhaps to leave in the end.
            [stay('', one), stay(chance(75) ? one : two, chance(30) ? three : '')].filter(
              ({ from, to }) => from === '' || to === '' || from < to,
            );
    const [site, trade] = [pick(draw, ['', 'harbour', 'hill']), pick(draw, ['', 'care', 'desk', 'yard'])];
    return { key: `p${index}`, alias: `P${index}@Example.org`, bot: index > 2 && chance(4), site, trade, stays };
  });
}

function eventsOf(luck: Chance, people: Person[], groups: Group[], invites: boolean): Deed[] {
  const { int, chance, pick, someDay, when } = luck;
  const events: (Partial<Deed> & Pick<Deed, 'at' | 'kind' | 'actor'>)[] = [];
  const named = ({ key, alias }: Person) => (chance(30) ? (chance(50) ? alias : alias.toLowerCase()) : key);
  const add = (kind: string, actor: string, at: string, object = '', target = '') =>
    events.push({ at, kind, actor, object, target });
  for (const person of people) {
    if (invites && chance(75))
      for (let n = chance(10) ? 2 : 1; n > 0; n--) add('invitation_sent', 'admin', when(), '', named(person));
    const zeal = pick([0, 2, 6, 12, 20]);
    for (let n = 0; n < zeal; n++) {
      const kind = pick(kinds);
      const object = chance(60) && kind !== 'post' ? `o${int(0, 3)}` : '';
      const target = chance(30) ? named(chance(25) ? person : pick(people)) : '';
      add(kind, named(person), when(), object, target);
    }
    if (chance(12)) everyWorkingDay(person);
    if (chance(12)) everyWeek(person);
    if (chance(20)) takesBack(person);
  }
  for (let n = int(0, 6); n > 0; n--) add(pick(kinds), `ghost${int(0, 1)}`, when());
  if (chance(30)) add('invitation_sent', 'admin', when(), '', 'ghost7');
  events.push(...conversationsOf(luck, people, groups, named));
  return events.map((event, index) => ({
    ...{ object: '', parent: '', group: '', target: '', quantity: 1 },
    ...{ ...event, id: `d${index}` },
  }));

  /** So that some are daily users, and some just not. */
  function everyWorkingDay(person: Person) {
    const from = someDay();
    const missed = int(0, 9);
    for (let n = 0; n < 28; n++) if (n % 10 !== missed) add('login', person.key, `${plus(from, n)}T12:00:00Z`);
  }

  /** So that some have a habit, some a strong one, and some miss just too many weeks. */
  function everyWeek(person: Person) {
    const missed = int(0, 7);
    const acts = pick([1, 1, 2, 18]);
    for (let week = 0; week < 16; week++)
      for (let n = 0; n < acts && week % 8 !== missed; n++)
        add('share', person.key, `${plus(luck.last, -7 * week)}T${pick(hours)}:00Z`);
  }

  function takesBack(person: Person) {
    const at = when();
    add('reaction', named(person), at, 'o9', 'p0');
    add('reaction_removed', named(person), new Date(Date.parse(at) + int(1, 30) * 3_600_000).toISOString(), 'o9', 'p0');
  }
}
