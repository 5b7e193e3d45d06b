import { type Draw } from '#domain/statistics/random.js';
import { deeds, type Organisation, type Person } from './organisation.js';
import { type Told } from './publications.js';

/** Another organisation with the same people, that fits every published interval. */
export interface Other {
  people: Person[];
  /** Only people whom nothing counts apart were exchanged: it publishes the same whatever the rules. */
  isAlike: boolean;
}

type Change = [person: Person, did: number];

/**
 * Proposes other organisations: somebody of a group does what somebody else did, who does what he did instead or goes on
 * as before; now and then a third takes part. Null where the proposal does not fit what is published.
 */
export function exchanges(
  { people, cellOf }: Organisation,
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
    const isSwap = other !== undefined && draw(2) > 0;
    const changes: Change[] = [[one, other?.did ?? flipped(one.did, deed)]];
    if (other && isSwap) changes.push([other, one.did]);
    const third = draw(3) === 0 ? people[draw(people.length)]! : one;
    if (third !== one && third !== other)
      changes.push([third, draw(2) === 0 ? one.did : people[draw(people.length)]!.did]);
    if (!fits(changes)) return null;
    const changed = [...people];
    for (const [person, did] of changes) changed[places.get(person)!] = { ...person, did };
    return { people: changed, isAlike: changes.length === 2 && isSwap && kindOf(one) === kindOf(other) };
  };
}

/** Where everybody did the same: as little as it takes for the other answer. */
function flipped(did: number, deed: number): number {
  const needed = [1, 3, 7, 15, 31, 35][deed]!;
  if (((did >> deed) & 1) === 0) return did | needed;
  if (deed === 5) return did & ~32;
  return did & ((1 << deed) - 1) & (deed < 2 ? 31 : 63);
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
