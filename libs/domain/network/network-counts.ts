import { type Day } from '../calendar/day.js';

/** What `source` addressed to `target` on a day. */
export interface Tie {
  day: Day;
  source: number;
  target: number;
  interactions: number;
}

/** Where somebody belonged from a day on (inclusive) until another (exclusive). */
export interface Stay {
  person: number;
  entity: string;
  from: Day;
  to: Day;
}

/** One person's part in the network, and the entity it is told of. */
export interface Part {
  person: number;
  entity: string;
  /** Interactions with people of other entities, and of the same. */
  crossing: number;
  internal: number;
  /** Relationships in which both answered, and in which one did. */
  twoWay: number;
  oneWay: number;
}

/** A tie with the entities of both people. */
export interface PlacedTie extends Tie {
  from: string;
  to: string;
}

/** Where somebody is on a day; null = in no entity of the tree. */
export type PlaceOf = (person: number, day: Day) => string | null;

export function placeOf(stays: readonly Stay[], entities: ReadonlySet<string>): PlaceOf {
  const byPerson = new Map<number, Stay[]>();
  for (const stay of stays) byPerson.set(stay.person, [...(byPerson.get(stay.person) ?? []), stay]);
  return (person, day) =>
    byPerson.get(person)?.find(({ entity, from, to }) => from <= day && day < to && entities.has(entity))?.entity ??
    null;
}

/**
 * An interaction belongs to the entities of its day; where such an entity is not in the tree of the last day `until`, or
 * none was known, to the one the person is in on that day; without either it is left out. Oldest first.
 */
export function placedTies(ties: readonly Tie[], on: PlaceOf, until: Day): PlacedTie[] {
  return ties
    .flatMap((tie) => {
      const [from, to] = [tie.source, tie.target].map((person) => on(person, tie.day) ?? on(person, until));
      return from && to ? [{ ...tie, from, to }] : [];
    })
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/**
 * K30 and K31 person by person, from plain lists: the operator's door and the proof of what the worker counts.
 * Relationships are told of the entity of the last day; of those who left, of where they last were.
 */
export function networkParts(ties: readonly PlacedTie[], on: PlaceOf, until: Day): Part[] {
  const parts = new Map<string, Part>();
  const partOf = (person: number, entity: string): Part => {
    const key = `${person}/${entity}`;
    const part = parts.get(key) ?? { person, entity, crossing: 0, internal: 0, twoWay: 0, oneWay: 0 };
    parts.set(key, part);
    return part;
  };
  const answered = new Set<string>();
  const lastSeen = new Map<number, string>();
  for (const { source, target, interactions, from, to } of ties) {
    partOf(source, from)[from === to ? 'internal' : 'crossing'] += interactions;
    answered.add(`${source}>${target}`);
    lastSeen.set(source, from);
    lastSeen.set(target, to);
  }
  for (const pair of answered) {
    const [source, target] = pair.split('>').map(Number) as [number, number];
    const isMutual = answered.has(`${target}>${source}`);
    if (isMutual && source > target) continue;
    for (const person of [source, target])
      partOf(person, on(person, until) ?? lastSeen.get(person)!)[isMutual ? 'twoWay' : 'oneWay'] += 1;
  }
  return [...parts.values()];
}
