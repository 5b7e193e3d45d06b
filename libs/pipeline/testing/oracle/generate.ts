import { type Draw, drawsFrom } from '#domain/statistics/random.js';
import { endsBlock, mondayOf, plus } from './days.js';
import { toldOtherwise } from './generate-directory.js';
import { eventsOf, hours } from './generate-events.js';
import { type Chance, groupsOf } from './generate-groups.js';
import { type Action, type Entity, type Person, type Stay, type Wave, type World } from './world.js';

/** Mondays from which weeks run over nights of changing clocks, 29 February, and ISO week 53. */
const starts = ['2024-01-22', '2020-11-23', '2025-02-10', '2024-09-23', '2015-11-23', '2025-04-28'];
const zones = ['Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', null, null];
const countries = ['FR', 'US', 'NZ', null, null];
/** A small organisation with everything that goes wrong with dates, people and waves in it; the same for the same seed. */
export function worldOf(seed: number): World {
  const draw = drawsFrom(seed);
  const int = (min: number, max: number) => min + draw(max - min + 1);
  const chance = (percent: number) => int(1, 100) <= percent;
  const start = pick(draw, starts);
  // Mostly few people: what is wrong is wrong in the small, and a crowd takes as long as five. Some things want a crowd.
  const isCrowd = chance(15);
  let weeks = isCrowd ? 4 : pick(draw, [4, 4, 5, 6, 7, 9, 11, 13]);
  // The last Sunday closes a block, so that every window is published.
  while (!endsBlock(plus(start, weeks * 7 - 1))) weeks++;
  const last = plus(start, weeks * 7 - 1);
  const someDay = (from = start, to = last) =>
    plus(from, int(0, Math.round((Date.parse(to) - Date.parse(from)) / 864e5)));
  const when = (day = someDay()) => `${day}T${pick(draw, hours)}:${String(int(0, 59)).padStart(2, '0')}Z`;
  const luck: Chance = { int, chance, pick: (from) => pick(draw, from), someDay, when, last };
  const entities = entitiesOf(draw, int(3, 6));
  const people = peopleOf(draw, isCrowd ? int(44, 56) : int(8, 22), entities, someDay);
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
    const launches = chance(60) ? 'o1' : null;
    return { key: `a${index}`, starts, people: came.map(({ key }) => key), launches };
  });
  const address = drawsFrom(seed + 13);
  return {
    ...{ start, weeks, zone: 'Europe/Paris', entities, reorganised, people, waves, mandates, groups },
    actions: actions.map((action) => addressed(action, entities, address)),
    separator: toldOtherwise(people, drawsFrom(seed + 7)),
    events: eventsOf(luck, people, groups, {
      invites: chance(80),
      zeals: isCrowd ? [6, 12, 20] : [0, 2, 6, 12, 20],
    }).filter(({ at }) => start <= at.slice(0, 10) && at.slice(0, 10) <= last),
  };
}

/** A launch message goes to everyone; an official post may go to some, and be about another thing than the launch. */
function addressed(action: Pick<Action, 'key' | 'starts' | 'people' | 'launches'>, all: Entity[], draw: Draw): Action {
  const isPost = action.launches !== null && draw(2) === 0;
  const kind = action.launches === null ? 'training' : isPost ? 'official_post' : 'launch_message';
  const audience = isPost
    ? pick(draw, ['everyone', 'everyone', 'managers', 'ambassadors', 'newcomers'] as const)
    : 'everyone';
  const entities = isPost && draw(3) === 0 ? [pick(draw, all).key] : [];
  return { ...action, ...(isPost ? { launches: pick(draw, ['o1', 'o2']) } : {}), kind, audience, entities };
}

/** Left before the day and not back on it; whoever is yet to arrive is not gone. */
const wasGone = ({ stays }: Person, day: string): boolean =>
  stays.some(({ to }) => to !== '' && to <= day) &&
  !stays.some(({ from, to }) => from <= day && (to === '' || day < to));

function pick<T>(draw: Draw, from: readonly T[]): T {
  return from[draw(from.length)]!;
}

function entitiesOf(draw: Draw, count: number): Entity[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `e${index}`,
    parent: index === 0 ? null : `e${draw(index)}`,
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
  let from = mondayOf(plus(start, 7 + draw(29)));
  while (!endsBlock(plus(from, -1))) from = plus(from, 7);
  return from > last || parent === leaf.parent ? null : { entity: leaf.key, parent, from };
}

function peopleOf(draw: Draw, count: number, entities: Entity[], someDay: () => string): Person[] {
  const chance = (percent: number) => draw(100) < percent;
  return Array.from({ length: count }, (_, index) => {
    const stay = (from: string, to: string): Stay => ({
      entity: pick(draw, entities).key,
      boss: index === 0 || chance(10) ? null : `p${draw(Math.min(index, 7))}`,
      level: chance(10) ? draw(5) : null,
      manages: null,
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
