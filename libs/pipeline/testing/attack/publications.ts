import { bandOf, type Interval } from '#domain/mask/bands.js';
import { isCell, type Mask } from '#domain/mask/mask.js';
import { populationCells } from '#domain/mask/population-cells.js';
import { type MeasureRow } from '#storage/measures/read-measures.js';
import { type PublishedRow } from '#storage/publication/publish.repository.js';
import { publishWeekCounts, type ShownMask } from '../../publication/publish-counts.js';
import { deeds, type Organisation, type Person } from './organisation.js';

/** One number that is told: how many of some people did something. */
export interface Told {
  deed: string;
  /** Whom it counts, as everybody knows. */
  counts: (person: Person) => boolean;
  interval: Interval;
  name: string;
  /** A band that is not told this week, though what is told rests on it: no attacker sees it, and a twin may keep to it. */
  isUntold?: true;
}

export type Publish = (organisation: Organisation) => Told[];

// The end of a four-week block, at which everything is told.
const sunday = '2026-10-25';
const declared = new Set(['people', 'planned', 'opened', 'invited']);

/** What Essor publishes, by the very function that does. */
export const essor: Publish = (organisation) => {
  const { mask, k } = organisation;
  const linesUnder = (shown: ShownMask) =>
    linesOf(organisation, publishWeekCounts(shown, measuresOf(organisation), sunday, { k, bands: true }));
  const told = linesUnder(mask);
  const names = new Set(told.map(({ name, deed }) => `${name} ${deed}`));
  // What populations do not say beside a near twin holds up what they say of larger places.
  const hidden = linesUnder({ nodes: mask.nodes }).filter(({ name, deed }) => !names.has(`${name} ${deed}`));
  return [...told, ...hidden.map((line): Told => ({ ...line, isUntold: true }))];
};

/** What rows tell of whom. */
export function linesOf(organisation: Organisation, rows: readonly PublishedRow[]): Told[] {
  const sets = new Map<string, ReturnType<typeof setsOf>>();
  return rows.flatMap(({ population, days, node, counts }) =>
    Object.entries(counts).flatMap(([measure, interval]): Told[] => {
      const deed = organisation.deeds.find((one) => one === `${measure}/${days}`);
      if (!deed || declared.has(measure)) return [];
      const known = sets.get(population) ?? setsOf(organisation, population);
      sets.set(population, known);
      const counts = known(node);
      return [{ deed, counts, interval, name: `${population} ${node}` }];
    }),
  );
}

export function measuresOf({ people, cellOf, deeds }: Organisation): MeasureRow[] {
  const rows = new Map<string, MeasureRow>();
  const add = (population: string, days: number, cell: string, measure: string, by: number): void => {
    const key = `${population}/${days}/${cell}`;
    const row = rows.get(key) ?? { population, days, cell, counts: {} };
    row.counts[measure] = (row.counts[measure] ?? 0) + by;
    rows.set(key, row);
  };
  for (const { entity, populations, did } of people) {
    for (const population of ['everyone', ...populations]) {
      add(population, 0, cellOf.get(entity)!, 'people', 1);
      deeds.forEach((deed, bit) => {
        const [measure, days] = deed.split('/');
        add(population, Number(days), cellOf.get(entity)!, measure!, (did >> bit) & 1);
      });
    }
  }
  return [...rows.values()];
}

/** People whom a row of a population speaks of, by its node: a node of the tree, or cells that are read together. */
function setsOf({ mask, people, cellOf, k }: Organisation, population: string): (node: string) => Told['counts'] {
  const below = cellsBelow(mask);
  const isMember = memberOf(population);
  if (population === 'everyone')
    return (node) =>
      ({ entity }) =>
        below.get(node)!.has(cellOf.get(entity)!);
  const sizes = new Map<string, number>();
  for (const person of people) {
    // Managers are told as what others leave, so that the cells are those of the others.
    if (population === 'managers' ? memberOf('others')(person) : isMember(person)) {
      const cell = cellOf.get(person.entity)!;
      sizes.set(cell, (sizes.get(cell) ?? 0) + 1);
    }
  }
  const unions = populationCells(mask, sizes, k);
  const cells = new Map(unions.nodes.map((node) => [node.key, new Set(node.cells)]));
  return (node) => {
    const found = cells.get(node);
    const inside = found && found.size > 0 ? found : below.get(node)!;
    return (person) => isMember(person) && inside.has(cellOf.get(person.entity)!);
  };
}

const memberOf = (population: string): Told['counts'] => {
  if (population === 'others') return ({ populations }) => !populations.includes('managers');
  const names = population.startsWith('level-') ? population.split('+') : [population];
  return ({ populations }) => names.some((name) => populations.includes(name));
};

function cellsBelow(mask: Mask): Map<string, Set<string>> {
  const below = new Map(mask.nodes.map((node) => [node.key, new Set<string>()]));
  const parents = new Map(mask.nodes.map(({ key, parent }) => [key, parent]));
  for (const cell of mask.nodes.filter(isCell))
    for (let at: string | null | undefined = cell.key; at; at = parents.get(at)) below.get(at)!.add(cell.key);
  return below;
}

/** Entities of a subtree, without regard to cells: what masks that know no cells would publish. */
function subtrees({ entities }: Organisation): Map<string, Set<string>> {
  const below = new Map(entities.map(({ key }) => [key, new Set<string>()]));
  const parents = new Map(entities.map(({ key, parent }) => [key, parent]));
  for (const { key } of entities)
    for (let at: string | null | undefined = key; at; at = parents.get(at)) below.get(at)!.add(key);
  return below;
}

function exactly(organisation: Organisation, isTold: (entity: string, people: number) => boolean): Told[] {
  return [...subtrees(organisation)].flatMap(([key, entities]) => {
    const counts = ({ entity }: Person): boolean => entities.has(entity);
    const inside = organisation.people.filter(counts);
    if (!isTold(key, inside.length)) return [];
    return deeds.map((deed, bit): Told => {
      const value = inside.filter(({ did }) => (did >> bit) & 1).length;
      return { deed, counts, interval: [value, value], name: key };
    });
  });
}

/** Weak: every entity of k people and more, exactly. */
export const thresholdOnly: Publish = (organisation) => exactly(organisation, (_, people) => people >= organisation.k);

/** Weak: the same, and beside one hidden child the next smallest is hidden. */
export const siblingsHidden: Publish = (organisation) => {
  const sizes = new Map([...subtrees(organisation)].map(([key, set]) => [key, peopleIn(organisation, set)]));
  const hidden = new Set([...sizes].filter(([, people]) => people < organisation.k).map(([key]) => key));
  for (const { key } of organisation.entities) {
    const children = organisation.entities.filter(({ parent }) => parent === key).map((child) => child.key);
    const open = children.filter((child) => !hidden.has(child)).sort((a, b) => sizes.get(a)! - sizes.get(b)!);
    if (children.filter((child) => hidden.has(child)).length === 1 && open[0]) hidden.add(open[0]);
  }
  return exactly(organisation, (key) => !hidden.has(key));
};

const peopleIn = ({ people }: Organisation, entities: ReadonlySet<string>): number =>
  people.filter(({ entity }) => entities.has(entity)).length;

/** Weak: cells in bands, every node exactly, whatever that tells of them. */
export const withoutUnitRule: Publish = ({ mask, people, cellOf }) => {
  const below = cellsBelow(mask);
  return mask.nodes.flatMap((node) => {
    const counts = ({ entity }: Person): boolean => below.get(node.key)!.has(cellOf.get(entity)!);
    return deeds.map((deed, bit): Told => {
      const value = people.filter((person) => counts(person) && (person.did >> bit) & 1).length;
      const interval = isCell(node) ? bandOf(value, node.headcount, { bands: true }) : ([value, value] as const);
      return { deed, counts, interval, name: node.key };
    });
  });
};
