import { type Draw } from '#domain/statistics/random.js';
import { type Solver } from './solver.js';
import { type Organisation, type Person, type World } from './organisation.js';
import { type Told } from './publications.js';

/** People whom nothing that is published tells apart: those of one entity in the same populations. */
export interface Atom {
  entity: string;
  members: Person[];
}

/** What must stay hidden: how many of some people did something. */
export interface Secret {
  name: string;
  deed: number;
  atoms: readonly number[];
  people: number;
}

export function atomsOf({ people }: World): Atom[] {
  const atoms = new Map<string, Atom>();
  for (const person of people) {
    const key = `${person.entity}\n${person.populations.join()}`;
    const atom = atoms.get(key) ?? { entity: person.entity, members: [] };
    atom.members.push(person);
    atoms.set(key, atom);
  }
  return [...atoms.values()];
}

/**
 * Groups below k, by entity, by entity and population, by two or three neighbours together, and single people; and every
 * cell, of which it must stay open whether nobody or everybody did it.
 */
export function secretsOf(organisation: Organisation, atoms: readonly Atom[], draw: Draw): Secret[] {
  const { entities, cellOf, k, deeds } = organisation;
  const truth = stateOf(deeds, atoms);
  const groups = new Map<string, number[]>();
  const add = (name: string, at: number) => groups.set(name, [...(groups.get(name) ?? []), at]);
  atoms.forEach(({ entity, members }, at) => {
    add(`cell ${cellOf.get(entity)!}`, at);
    add(`entity ${entity}`, at);
    for (const population of members[0]!.populations) add(`${population} of ${entity}`, at);
    for (const population of members[0]!.populations) add(`${population} of cell ${cellOf.get(entity)!}`, at);
    add(`people ${at} of ${entity}`, at);
  });
  for (const { key } of entities) {
    const children = entities.filter(({ parent }) => parent === key).map((child) => child.key);
    if (children.length < 3) continue;
    const some = new Set(Array.from({ length: 2 + draw(2) }, () => children[draw(children.length)]!));
    atoms.forEach(({ entity }, at) => some.has(entity) && add(`neighbours ${[...some].join('+')}`, at));
  }
  return [...groups].flatMap(([name, own]) => {
    const people = own.reduce((sum, at) => sum + atoms[at]!.members.length, 0);
    const all = deeds.map((_, deed): Secret => ({ name, deed, atoms: own, people }));
    if (people < k) return all;
    // A cell tells a share; that it is nobody or everybody would tell of each.
    return name.startsWith('cell') ? all.filter((secret) => [0, people].includes(valueIn(truth, secret))) : [];
  });
}

/** How many of each atom did what, deed by deed: one state of the world. */
export type State = number[][];

export const stateOf = (deeds: World['deeds'], atoms: readonly Atom[]): State =>
  deeds.map((_, deed) => atoms.map(({ members }) => members.filter(({ did }) => (did >> deed) & 1).length));

export const valueIn = (state: State, { deed, atoms }: Secret): number =>
  atoms.reduce((sum, at) => sum + state[deed]![at]!, 0);

/** Every number as a line of a linear programme, and what everybody knows beside: parts are no larger than wholes. */
export function load(solver: Solver, { deeds, within }: World, told: readonly Told[], atoms: readonly Atom[]): void {
  deeds.forEach((_, deed) => atoms.forEach(({ members }, at) => solver.variable(nameOf(deed, at), members.length)));
  for (const [inner, outer] of within) atoms.forEach((_, at) => solver.atMost(nameOf(inner, at), nameOf(outer, at)));
  for (const { deed, counts, interval } of told) {
    const counted = atoms.flatMap(({ members }, at) => (counts(members[0]!) ? [nameOf(deeds.indexOf(deed), at)] : []));
    if (counted.length > 0) solver.between(counted, interval);
  }
}

/** People who are counted together, deed by deed. */
export function countsOf({ deeds, countedIn }: World, atoms: readonly Atom[]): string[][] {
  return deeds.flatMap((_, deed) => {
    const counts = new Map<string, string[]>();
    atoms.forEach(({ members }, at) => {
      for (const name of countedIn(members[0]!, deed))
        counts.set(name, [...(counts.get(name) ?? []), nameOf(deed, at)]);
    });
    return [...counts.values()];
  });
}

export const nameOf = (deed: number, atom: number): string => `x${deed}_${atom}`;
