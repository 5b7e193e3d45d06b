import { apart } from './days.js';
import { type Member, rosterOf, Window } from './roster.js';
import { furtherFormulas } from './further-indicators.js';
import { type Act, upwards } from './states.js';
import { type Wave, type World } from './world.js';

/**
 * A share, a count (no `of`), another number, or one that is told in bins; null where there is nothing to divide by or
 * nothing may be said.
 */
export type Expected =
  { part: number; of: number | null } | { number: number } | { about: number; within: number } | null;

export interface Asked {
  sunday: string;
  days: number;
  by: 'organisation' | 'entity' | 'wave' | 'level';
  /** Key of the slice; '' for the organisation. */
  slice: string;
  /** Sunday of which the base of rates is chosen. */
  baseOn: string;
}

/** `undefined`: nobody asks it of such a slice. */
export type Formula = (slice: SliceOfRoster) => Expected | undefined;

export interface SliceOfRoster extends Pick<Asked, 'sunday' | 'days' | 'by'> {
  world: World;
  /** Whether an entity (as of the Sunday) belongs to it, directly or below. */
  isIn: (entity: string) => boolean;
  /** The organisation, an entity, or a wave of entities. */
  isPlace: boolean;
  /** The organisation, or its top. */
  isWhole: boolean;
  members: Member[];
  /** Unknown to the directory: in counts of the whole only. */
  outside: Member[];
  /** People that managers are compared with. */
  others: Member[];
  window: Window;
  base: (member: Member) => boolean;
  plan: number | null;
}

const count = <T>(from: readonly T[], test: (one: T) => boolean) => from.filter(test).length;
const share = (of: readonly Member[], test: (member: Member) => boolean): Expected => ({
  part: count(of, test),
  of: of.length,
});
const did =
  (act: Act) =>
  ({ window }: SliceOfRoster) =>
  (member: Member) =>
    window.did(member, act);

const ofBase =
  (act: Act): Formula =>
  (slice) =>
    share(slice.members.filter(slice.base), did(act)(slice));
const counted =
  (act: Act): Formula =>
  (slice) => ({
    part: count([...slice.members, ...slice.outside], did(act)(slice)),
    of: null,
  });
const ofActivated =
  (act: Act): Formula =>
  (slice) =>
    share(
      slice.members.filter(({ activated }) => activated),
      did(act)(slice),
    );
const ofPlanned =
  (test: (member: Member) => boolean): Formula =>
  ({ members }) =>
    share(
      members.filter(({ waves }) => waves.length > 0),
      test,
    );

type Presence = (slice: SliceOfRoster) => (member: Member) => boolean;
const daily: Presence = ({ window }) => window.daily;
const ofManagers =
  (presence: Presence): Formula =>
  (slice) =>
    share(
      slice.members.filter(({ manages }) => manages),
      presence(slice),
    );
const gap =
  (presence: Presence): Formula =>
  (slice) => {
    const managers = slice.members.filter(({ manages }) => manages);
    if (managers.length === 0 || slice.others.length === 0) return null;
    const rate = (people: Member[]) => count(people, presence(slice)) / people.length;
    return { number: rate(managers) - rate(slice.others) };
  };

/** Written from the dictionary of indicators, one line each. */
export const formulas: Record<string, Formula> = {
  K01: ({ members, window }) =>
    share(
      members.filter((member) => isOpened(member, window)),
      ({ invited }) => invited,
    ),
  K02: ({ members, window }) => share(members.filter(window.due), window.inTime),
  K03: ofBase('login'),
  K03b: ofBase('login'),
  'K04.login': counted('login'),
  'K04.act': counted('act'),
  'K04.login.share': ofActivated('login'),
  'K04.act.share': ofActivated('act'),
  K05: ({ members, window }) => {
    const seen = members.filter((member) => window.did(member, 'login'));
    const sum = (of: (member: Member) => number) => seen.reduce((total, member) => total + of(member), 0);
    return { part: sum(window.loginDays), of: sum((member) => window.workingDays(member).length) };
  },
  K08: ofPlanned(({ activated }) => activated),
  'K08.opened': ({ members, window }) =>
    share(
      members.filter(({ waves }) => waves.length > 0),
      (member) => isOpened(member, window),
    ),
  K08b: ({ members, plan }) =>
    plan === null || plan <= 0
      ? null
      : { part: count(members, ({ waves, activated }) => waves.length > 0 && activated), of: plan },
  K20: ofBase('engaged'),
  K21: ofBase('interactive'),
  K22: ofActivated('posted'),
  K50: ofManagers(daily),
  'K50.weekly': ofManagers(did('active')),
  'K50.posting': ofManagers(did('contributed')),
  K51: gap(daily),
  'K51.weekly': gap(did('active')),
  'K51.posting': gap(did('contributed')),
  K60: ({ members }) => share(members, ({ ambassador }) => ambassador),
  'M08.invited': ofPlanned(({ invited }) => invited),
  'M08.activated': ofPlanned(({ activated }) => activated),
  'M08.connected': ofPlanned(({ connected }) => connected),
  'M08.engaged': ofPlanned(({ engaged }) => engaged),
  ...furtherFormulas,
};

const isOpened = ({ waves }: Member, { sunday }: Window) =>
  waves.some(({ opened }) => opened !== null && opened <= sunday);

/** People who divide rates: the invited; without any, those of opened waves; without any, everyone. */
export function baseOf(world: World, sunday: string): 'invited' | 'opened' | 'headcount' {
  const { members } = rosterOf(world, sunday);
  if (members.some(({ invited }) => invited)) return 'invited';
  return members.some((member) => isOpened(member, new Window(world, sunday, 7))) ? 'opened' : 'headcount';
}

/** The people a formula is asked of, read once for all formulas of a slice. */
export function sliceOf(world: World, { sunday, days, by, slice, baseOn }: Asked): SliceOfRoster {
  const { members, outside } = rosterOf(world, sunday);
  const window = new Window(world, sunday, days);
  const base = baseOf(world, baseOn);
  const inSlice = (member: Member) => {
    if (by === 'organisation') return true;
    if (by === 'entity') return member.entities.includes(slice);
    if (by === 'wave') return member.waves.some(({ key }) => key === slice);
    return member.manages && `level-${member.level}` === slice;
  };
  const own = members.filter(inSlice);
  const top = world.entities.find(({ parent }) => parent === null)?.key;
  const wave = by === 'wave' ? world.waves.find(({ key }) => key === slice) : undefined;
  const isIn = (entity: string): boolean => {
    if (by !== 'wave') return by === 'organisation' || upwards(world, entity, sunday).some(({ key }) => key === slice);
    const above = upwards(world, entity, sunday).map(({ key }) => key);
    const nearest = above.find((key) => world.waves.some(({ entities }) => entities.includes(key)));
    return nearest !== undefined && wave!.entities.includes(nearest);
  };
  return {
    ...{ world, sunday, days, by, isIn },
    isPlace: by === 'organisation' || by === 'entity' || (wave?.entities.length ?? 0) > 0,
    isWhole: by !== 'level' && world.entities.every(({ key }) => isIn(key)),
    members: own,
    // The top holds everybody, also those whom the directory does not know.
    outside: by === 'organisation' || (by === 'entity' && slice === top) ? outside : [],
    others: (by === 'level' ? members : own).filter(({ manages }) => !manages),
    window,
    base: base === 'invited' ? ({ invited }) => invited : (member) => base === 'headcount' || isOpened(member, window),
    plan: planOf(world, own, sunday, by, slice),
  };
}

/** People whom the plan had activated: of its wave, or of all waves of entities; of an entity if one wave holds all of it. */
function planOf(world: World, own: Member[], sunday: string, by: Asked['by'], slice: string): number | null {
  if (by === 'level') return null;
  const wanted = world.waves.filter((wave) => (by === 'wave' ? wave.key === slice : wave.people.length === 0));
  const parts = wanted
    .map((wave) => ({ wave, people: count(own, ({ waves }) => waves.includes(wave)) }))
    .filter(({ people }) => people > 0);
  if (parts.length === 0) return null;
  if (by === 'entity' && (parts.length > 1 || parts[0]!.people !== own.length)) return null;
  return parts.reduce((sum, { wave, people }) => sum + people * wave.target * elapsed(wave, sunday), 0);
}

/** A straight line from the evening before the first day to the evening of the last. */
function elapsed({ plannedStart, plannedEnd }: Wave, day: string): number {
  return Math.min(1, Math.max(0, (apart(plannedStart, day) + 1) / (apart(plannedStart, plannedEnd) + 1)));
}
