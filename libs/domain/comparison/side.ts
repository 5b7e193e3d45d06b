import { type Day, isDay } from '../calendar/day.js';
import { type Place } from '../indicators/publication.js';
import { type Slice } from '../indicators/rows.js';
import { type Board } from '../rollout/board.js';
import { isOfPeople, isOpen, type Wave } from '../rollout/wave.js';
import { type Pair } from '../sentences/comparison-params.js';
import { type NamedPlace, placeNames } from '../sentences/place-name.js';

export const sideKinds = ['wave', 'rollout', 'entity', 'population', 'period', 'organisation'] as const;
export type SideKind = (typeof sideKinds)[number];

/** What is compared, as an address names it: `wave:pilot`, `rollout:opened`, `entity:lyon`, `population:managers`, `period:2026-03-29`. */
export interface SideName {
  kind: SideKind;
  key: string;
}

/** A name without a kind is a wave; an unknown kind is null. */
export function sideNamed(text: string): SideName | null {
  const colon = text.indexOf(':');
  if (colon < 0) return text === '' ? null : { kind: 'wave', key: text };
  const [kind, key] = [text.slice(0, colon), text.slice(colon + 1)];
  const known = sideKinds.find((one) => one === kind);
  return known && key !== '' && (known !== 'period' || isDay(key)) && (known !== 'rollout' || key === 'opened')
    ? { kind: known, key }
    : null;
}

export const addressOf = ({ kind, key }: SideName): string => `${kind}:${key}`;

/** One side of a comparison: whose counts are read, since when, and until when. */
export interface Side extends SideName {
  /** As declared; of a population, a period: its key. */
  name: string;
  /** What tells an entity's place from the one above, whose name it may bear; null of all others. */
  place: NamedPlace | null;
  board: Board;
  slice: Slice;
  /** Day from which weeks are counted; null where nothing opened, and of periods and populations. */
  launch: Day | null;
  /** Its wave is declared and has not opened: few have come before, and that says nothing of it. */
  waits: boolean;
  /** Last Sunday it speaks of; null = the newest there is. */
  until: Day | null;
  /** Of a wave: its place in the order of colours; else −1. */
  position: number;
  /** Places that it shares with others: in no total of it. */
  mixed: NamedPlace[];
}

/** The side of that name on a board. Null when the board knows no such wave, place or week. */
export function sideOn(board: Board, { kind, key }: SideName, name = key): Side | null {
  const { week } = board;
  if (week === null) return null;
  const plain = {
    ...{ kind, key, name, place: null, board, launch: null, waits: false, until: null, position: -1, mixed: [] },
  };
  const waitsFor = (wave: Wave | undefined) => wave !== undefined && !isOpen(wave, week);
  const tree = board.publication.tree(week);
  const shared = (keys: readonly string[]) => keys.flatMap((one) => tree.place(one) ?? []).map(namedOf);
  if (kind === 'wave') {
    const wave = board.waves.find((one) => one.key === key);
    if (!wave) return null;
    const mixed = shared(board.cover(key, week).mixed);
    const position = board.waves.indexOf(wave);
    const opening = { launch: wave.actualStart, waits: waitsFor(wave) };
    return { ...plain, name: wave.name, slice: board.slice(wave), ...opening, position, mixed };
  }
  if (kind === 'entity') {
    const place = tree.place(key);
    if (!place) return null;
    return {
      ...plain,
      ...{ name: place.name, place: namedOf(place) },
      slice: board.place(key),
      launch: board.waveOf(key, week)?.actualStart ?? null,
      waits: waitsFor(board.waveOf(key, week)),
    };
  }
  if (kind === 'population') return { ...plain, slice: { ...board.root, slice: key, population: key } };
  // Its waves opened at different times: it has no launch, and is read by the calendar.
  if (kind === 'rollout') {
    const { nodes, mixed } = board.rolloutCover(week);
    return nodes.length > 0 ? { ...plain, slice: board.rollout, mixed: shared(mixed) } : null;
  }
  if (kind === 'period') return { ...plain, slice: board.root, until: key };
  const opened = board.waves.flatMap(({ actualStart }) => actualStart ?? []).sort();
  return { ...plain, slice: board.root, launch: opened[0] ?? null };
}

const namedOf = ({ kind, name, members }: Place): NamedPlace => ({ kind, name, members });

/** A side as sentences name it. */
export function namesOf({ name, kind, place }: Side): { name: string; nameEn: string; kind: SideKind } {
  const { fr, en } = place ? placeNames(place) : { fr: name, en: name };
  return { name: fr, nameEn: en, kind };
}

/** Both, with their kinds. */
export function pairNames(one: Side, other: Side): Pair {
  const [first, second] = [namesOf(one), namesOf(other)];
  return {
    ...{ first: first.name, firstEn: first.nameEn, firstKind: first.kind },
    ...{ second: second.name, secondEn: second.nameEn, secondKind: second.kind },
  };
}

/** The same people at the same time twice: there is nothing to compare. */
export const isSameSide = (first: Side, second: Side): boolean =>
  first.kind === second.kind && first.key === second.key && first.board === second.board;

/**
 * How two sides stand to each other: different people (`apart`), the same places twice (`paired`: populations of one
 * organisation, or two periods), or people who are on both sides (`overlapping`), whose difference no test speaks of.
 */
export function relationOf(first: Side, second: Side): 'apart' | 'paired' | 'overlapping' {
  if (first.kind === 'organisation' && second.kind === 'organisation')
    return first.key === second.key ? 'overlapping' : 'apart';
  if (first.kind === second.kind && first.key === second.key) return 'overlapping';
  if (first.kind === 'period' && second.kind === 'period') return 'paired';
  if (first.kind === 'population' && second.kind === 'population')
    return areDisjoint(first.key, second.key) ? 'paired' : 'overlapping';
  const isList = (side: Side) =>
    side.kind === 'wave' && side.board.waves.some((wave) => wave.key === side.key && isOfPeople(wave));
  if ([first, second].some((side) => !['wave', 'rollout', 'entity'].includes(side.kind) || isList(side)))
    return 'overlapping';
  const [one, other] = [leavesOf(first), leavesOf(second)];
  return one.some((place) => other.includes(place)) ? 'overlapping' : 'apart';
}

const isManagers = (key: string) => key === 'managers' || key.startsWith('level-');

/** Levels of managers, and those who manage nobody, share no one; other populations may. */
const areDisjoint = (one: string, other: string): boolean =>
  [one, other].includes('others')
    ? isManagers(one) !== isManagers(other)
    : one.startsWith('level-') && other.startsWith('level-');

/** Smallest published places that make up a side on the last week of its board. */
export function leavesOf(side: Pick<Side, 'board' | 'slice'>, weekEnd: Day | null = side.board.week): string[] {
  if (weekEnd === null) return [];
  const tree = side.board.publication.tree(weekEnd);
  const inside = new Set(side.slice.places(weekEnd));
  return tree.places
    .filter(({ kind, key }) => {
      if (kind === 'node') return false;
      for (let at = tree.place(key); at; at = at.parent === null ? undefined : tree.place(at.parent))
        if (inside.has(at.key)) return true;
      return false;
    })
    .map(({ key }) => key);
}
