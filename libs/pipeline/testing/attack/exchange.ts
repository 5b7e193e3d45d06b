import { type Draw } from '#domain/statistics/random.js';
import { type Person, type World } from './organisation.js';
import { type Told } from './publications.js';

/** Another organisation with the same people, that fits every published interval. */
export interface Other {
  people: Person[];
  /** Only people whom nothing counts apart were exchanged: it publishes the same whatever the rules. */
  isAlike: boolean;
}

type Change = [person: Person, did: number];
const ways = ['copy', 'swap', 'turn', 'rotate'] as const;

/**
 * Proposes other organisations: somebody of a group does what somebody else did, who does what he did instead or goes on
 * as before; now and then a third takes part. Null where the proposal does not fit what is published.
 */
export function exchanges(
  { people, cellOf, deeds, within }: World,
  told: readonly Told[],
  draw: Draw,
): (group: readonly Person[], deed: number) => Other | null {
  const places = new Map(people.map((person, at) => [person, at]));
  const kindOf = ({ entity, populations }: Person) => `${cellOf.get(entity)!}\n${populations.join()}`;
  const byKind = groupsOf(people, kindOf);
  const byCell = groupsOf(people, ({ entity }) => cellOf.get(entity)!);
  const sums = told.map(({ deed, counts }) => {
    const bit = deeds.indexOf(deed);
    return people.filter((person) => counts(person) && (person.did >> bit) & 1).length;
  });
  const lines = new Map(
    [...byKind].map(([kind, [one]]) => [kind, told.flatMap((line, at) => (line.counts(one!) ? [at] : []))]),
  );
  const fits = (changes: readonly Change[]): boolean => {
    const moved = new Map<number, number>();
    for (const [person, did] of changes)
      for (const line of lines.get(kindOf(person))!) {
        const bit = deeds.indexOf(told[line]!.deed);
        moved.set(line, (moved.get(line) ?? 0) + ((did >> bit) & 1) - ((person.did >> bit) & 1));
      }
    return [...moved].every(([line, by]) => {
      const [low, high] = told[line]!.interval;
      return sums[line]! + by >= low && sums[line]! + by <= high;
    });
  };
  return (group, deed) => {
    const one = group[draw(group.length)]!;
    const isOther = (person: Person): boolean => (((person.did ^ one.did) >> deed) & 1) === 1;
    const pools = [byKind.get(kindOf(one))!, byCell.get(cellOf.get(one.entity)!)!, people];
    const pool = pools[draw(3)]!.filter((person) => isOther(person));
    const other = pool[draw(Math.max(1, pool.length))];
    // Two change places altogether, or three in turn; or one is as another, or otherwise in this alone.
    const way = ways[draw(ways.length)]!;
    const turned = (person: Person): Change => [person, flipped(person.did, deed, within)];
    const changes: Change[] = [other && way !== 'turn' ? [one, other.did] : turned(one)];
    const near = pools[draw(3)]!;
    const third = near[draw(near.length)]!;
    const isThree = third !== one && third !== other;
    if (other && way === 'swap') changes.push([other, one.did]);
    if (other && way === 'turn' && draw(2) === 0) changes.push(turned(other));
    if (other && way === 'rotate' && isThree) changes.push([other, third.did], [third, one.did]);
    else if (isThree && draw(3) === 0)
      changes.push([third, draw(2) === 0 ? one.did : people[draw(people.length)]!.did]);
    if (!fits(changes)) return null;
    const changed = [...people];
    for (const [person, did] of changes) changed[places.get(person)!] = { ...person, did };
    const isAlike = other !== undefined && way === 'swap' && changes.length === 2 && kindOf(one) === kindOf(other);
    return { people: changed, isAlike };
  };
}

/** As little as it takes for the other answer: with all that holds it, or without all that it holds. */
function flipped(did: number, deed: number, within: World['within']): number {
  const isOn = ((did >> deed) & 1) === 1;
  const moved = new Set([deed]);
  // A set that grows while it is walked through.
  for (const one of moved)
    for (const [inner, outer] of within) if (one === (isOn ? outer : inner)) moved.add(isOn ? inner : outer);
  return [...moved].reduce((bits, one) => (isOn ? bits & ~(1 << one) : bits | (1 << one)), did);
}

function groupsOf(people: readonly Person[], keyOf: (person: Person) => string): Map<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const group = groups.get(keyOf(person));
    if (group) group.push(person);
    else groups.set(keyOf(person), [person]);
  }
  return groups;
}
