import { type Mask } from '#domain/mask/mask.js';
import { type Unshown } from '#domain/mask/near-twins.js';
import { populationCells } from '#domain/mask/population-cells.js';
import { publishCount } from '#domain/mask/publish-count.js';
import { publishPopulation } from '#domain/mask/publish-population.js';
import { type Count } from './counts-within.js';
import { Table } from './measure-table.js';
import { type OtherSundays } from './other-sundays.js';
import { publishManagers } from './publish-managers.js';
import { parts } from './publish-parts.js';
import { type Counted, declaredMeasures, type PublicationRules, type Shelf } from './shelf.js';
import { type IsTold, ToldSoFar } from './told-so-far.js';

/** Not subsets of the roster, or published in a manner of their own. */
const notSplit = new Set(['everyone', 'unassigned', 'volume', 'managers', 'whole', 'network', ...parts]);

/** Populations of the roster beside everyone: managers with their levels, and each other one split from the rest on its own. */
export function publishPopulations(
  mask: Mask,
  counted: readonly Counted[],
  published: Shelf,
  rules: PublicationRules,
  { isTold, beside }: { isTold: IsTold; beside: OtherSundays },
): void {
  if (mask.nodes.length === 0) return;
  const names = [...new Set(counted.map(({ population }) => population))];
  const levels = names.filter((name) => name.startsWith('level-'));
  const alone = names.filter((name) => !notSplit.has(name) && !levels.includes(name));
  const table = new Table(mask, counted);
  for (const name of alone) {
    const cells = populationCells(mask, table.sizes(name), rules.k);
    const eligible = ({ days, measure }: Count, member: number, cell: string) => {
      const inside = table.value(name, days, measure, cell);
      return member === 0 ? inside : table.value('everyone', days, measure, cell) - inside;
    };
    const isToldAt = (count: Count, _: number, position: number) => isTold(count, cells.nodes[position]!.population);
    const told = new ToldSoFar(rules, eligible, isToldAt, [beside.ofSplit(name, cells)]);
    for (const count of table.counts) {
      const { days, measure } = count;
      const totals = published.get('everyone', days, measure, table.nodes);
      const value = (cell: string) => table.value(name, days, measure, cell);
      const [intervals] = told.keep(count, publishPopulation(cells, totals, value, told.rulesFor(count))).told;
      published.put(name, days, measure, intervals!);
    }
  }
  if (names.includes('managers')) publishManagers(mask, table, levels, published, rules, { isTold, beside });
  publishDeclared(mask, counted, published);
}

/** Declared one by one. */
const declaredGroups: readonly string[] = ['planned', 'opened', 'invited'];

/**
 * What is declared of those planned, opened and invited, exactly at every node where there are any: also where those who
 * are not among them are too few for either to say what they did (docs/decisions/060).
 */
function publishDeclared(mask: Mask, counted: readonly Counted[], published: Shelf): void {
  for (const { population, days, measures } of counted) {
    if (days !== 0 || !declaredGroups.includes(population)) continue;
    const totals = (measure: string) =>
      publishCount(mask, ({ key }) => measures.get(measure)?.get(key) ?? 0, { bands: false });
    const isThere = [...totals('people')].filter(([, [people]]) => people > 0).map(([node]) => node);
    for (const measure of [...measures.keys()].filter((one) => declaredMeasures.has(one))) {
      const exact = totals(measure);
      published.put(population, 0, measure, new Map(isThere.map((node) => [node, exact.get(node)!])));
    }
  }
}

/**
 * A population says nothing where few people separate it from a larger one. Of those planned, opened and invited what was
 * declared stays (docs/decisions/038); managers are told as everyone less the others, and by level at the root: with them
 * these go too.
 */
export function hideTwins(unshown: readonly Unshown[], published: Shelf): void {
  for (const { population, node } of unshown) {
    if (declaredGroups.includes(population)) published.keepDeclared(population, node);
    else published.drop(population, node);
    if (population !== 'managers') continue;
    for (const row of published.rows()) {
      if (row.node === node && isOfManagers(row.population)) published.drop(row.population, node);
    }
  }
}

const isOfManagers = (population: string): boolean => population === 'others' || population.startsWith('level-');
