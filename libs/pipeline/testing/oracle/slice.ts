import { apart } from './days.js';
import { type Member, rosterOf, Window } from './roster.js';
import { upwards } from './states.js';
import { type Wave, type World } from './world.js';

/**
 * A share, a count (no `of`), another number, or one that is told in bins; null where there is nothing to divide by or
 * nothing may be said.
 */
export type Expected =
  | { part: number; of: number | null }
  | { number: number }
  | { about: number; within: number }
  | null;

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

export const isOpened = ({ waves }: Member, { sunday }: Window) =>
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
    return member.manages && `level-${member.level ?? 'none'}` === slice;
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
    .map((wave) => ({ wave, people: own.filter(({ waves }) => waves.includes(wave)).length }))
    .filter(({ people }) => people > 0);
  if (parts.length === 0) return null;
  if (by === 'entity' && (parts.length > 1 || parts[0]!.people !== own.length)) return null;
  return parts.reduce((sum, { wave, people }) => sum + people * wave.target * elapsed(wave, sunday), 0);
}

/** A straight line from the evening before the first day to the evening of the last. */
function elapsed({ plannedStart, plannedEnd }: Wave, day: string): number {
  return Math.min(1, Math.max(0, (apart(plannedStart, day) + 1) / (apart(plannedStart, plannedEnd) + 1)));
}
