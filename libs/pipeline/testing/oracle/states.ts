import { kept } from './kept.js';
import { isWorked, localDay, plus } from './days.js';
import { type Deed, type Entity, type Person, type Stay, type World } from './world.js';

/** Someone who acts: of the directory, or a name that it does not know. */
export interface Actor {
  person: Person | null;
  /** Key of the person, or the name that nobody knows. */
  name: string;
  /** What this actor did, self-reactions and reactions taken back left out. */
  did: Dated[];
  /** First invitation. */
  invited: { at: string; day: string } | null;
}

/** A deed on its local day; `to` = whom it was addressed to, under their one name. */
export interface Dated extends Deed {
  day: string;
  to: string | null;
}

const within = (day: string, { from, to }: { from: string; to: string }) =>
  (from === '' || from <= day) && (to === '' || day < to);

export const stayOn = (person: Person, day: string): Stay | null =>
  person.stays.find((stay) => within(day, stay)) ?? null;

/** The entity above, as of a day. */
export function parentOn({ reorganised }: World, entity: Entity, day: string): string | null {
  if (reorganised?.entity === entity.key && reorganised.from <= day) return reorganised.parent;
  return entity.parent;
}

/** From an entity up to the top, itself first. */
export function upwards(world: World, key: string | null, day: string): Entity[] {
  const entity = world.entities.find((one) => one.key === key);
  return entity ? [entity, ...upwards(world, parentOn(world, entity, day), day)] : [];
}

export const countryOn = (world: World, entity: string, day: string): string | null =>
  upwards(world, entity, day).find(({ country }) => country !== null)?.country ?? null;

/** A person's local day is that of the zone of their entity on the day of the event; outside the directory, of the organisation. */
const dayFor = (world: World, person: Person | null, at: string): string => localDay(at, zoneFor(world, person, at));

export function zoneFor(world: World, person: Person | null, at: string): string {
  const entity = person && stayOn(person, at.slice(0, 10))?.entity;
  const zone = entity && upwards(world, entity, at.slice(0, 10)).find((one) => one.zone !== null)?.zone;
  return zone ?? world.zone;
}

export const whoIs = kept(
  (world: World, name: string): Person | null =>
    world.people.find(({ key, alias }) => [key, alias.toLowerCase()].includes(name.toLowerCase())) ?? null,
);

/** Everybody who is in the directory or acts under a name, bots left out. */
export const actorsOf = (world: World): Actor[] => actorsIn(world, '');

const actorsIn = kept((world: World): Actor[] => {
  const ofName = (name: string) => whoIs(world, name)?.key ?? name.toLowerCase();
  const names = new Set([...world.people.map(({ key }) => key), ...world.events.map(({ actor }) => ofName(actor))]);
  return [...names].flatMap((name) => {
    const person = whoIs(world, name);
    if (person?.bot) return [];
    const own = world.events.filter(({ actor }) => ofName(actor) === name);
    const dated = own.map((event): Dated => {
      return { ...event, day: dayFor(world, person, event.at), to: event.target === '' ? null : ofName(event.target) };
    });
    const did = dated.filter((event) => !isToSelf(event, name, ofName) && !isTakenBack(event, dated));
    const invitations = world.events
      .filter(({ kind, target }) => kind === 'invitation_sent' && target !== '' && ofName(target) === name)
      .map(({ at }) => at)
      .sort();
    const first = invitations[0];
    return [
      { person, name, did, invited: first === undefined ? null : { at: first, day: dayFor(world, person, first) } },
    ];
  });
});

const isToSelf = ({ kind, target }: Deed, name: string, ofName: (name: string) => string) =>
  kind === 'reaction' && target !== '' && ofName(target) === name;

/** On the same local day, by the same actor, of the same object, and at least as often as it was added. */
function isTakenBack(event: Deed & { day: string }, all: readonly (Deed & { day: string })[]): boolean {
  if (event.kind !== 'reaction' || event.object === '') return false;
  const same = all.filter(({ object, day }) => object === event.object && day === event.day);
  const times = (kind: string) => same.filter((one) => one.kind === kind).length;
  return times('reaction_removed') >= times('reaction');
}

const unintentional = ['login', 'view', 'search', 'logout', 'invitation_sent'];
export const acts = {
  login: (kind: string) => kind === 'login',
  act: (kind: string) => !unintentional.includes(kind),
  active: (kind: string) => kind === 'login' || !unintentional.includes(kind),
  engaged: (kind: string) => ['reaction', 'comment'].includes(kind),
  interactive: (kind: string) => ['post', 'comment', 'reaction', 'mention'].includes(kind),
  posted: (kind: string) => kind === 'post',
  contributed: (kind: string) => ['post', 'comment'].includes(kind),
};
export type Act = keyof typeof acts;

/** Instant of the first time, by the end of a day; null if never. */
export function firstTime({ did }: Actor, act: Act, until: string): string | null {
  const times = did
    .filter(({ kind, day }) => day <= until && acts[act](kind))
    .map(({ at }) => new Date(at).toISOString());
  return times.sort()[0] ?? null;
}

export const didWithin = ({ did }: Actor, act: Act, from: string, to: string): boolean =>
  did.some(({ kind, day }) => from <= day && day <= to && acts[act](kind));

/** Working days of the country on which somebody did it. */
export function daysOf({ did }: Actor, act: Act, from: string, to: string, country: string | null): number {
  const days = new Set(
    did.filter(({ kind, day }) => from <= day && day <= to && acts[act](kind)).map(({ day }) => day),
  );
  return [...days].filter((day) => isWorked(day, country)).length;
}

export const workedDays = (from: string, to: string, country: string | null): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = plus(day, 1)) if (isWorked(day, country)) days.push(day);
  return days;
};
