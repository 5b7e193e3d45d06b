import { byLevel, levelPopulation, levelsIn } from '#domain/indicators/levels.js';
import { type Interval } from '#domain/mask/bands.js';
import { type Contribution, together } from '#domain/mask/dominance.js';
import { type Mask, type MaskNode } from '#domain/mask/mask.js';
import { publishContributions } from '#domain/mask/publish-contributions.js';
import { organizationCell } from '#storage/measures/exchange.sql.js';
import { type ExchangeTable } from './publish-exchange.js';
import { type PublicationRules, type Shelf } from './shelf.js';

const days = 28;

/**
 * Who speaks, for the organisation as a whole: everyone is managers and others, managers are their levels as they are
 * published of people. A side made by too few of its people takes another with it (docs/decisions/013).
 */
export function publishVoices(root: string, table: ExchangeTable, published: Shelf, rules: PublicationRules): void {
  const levels = published.populationsAt(root).filter((population) => population.startsWith('level-'));
  const managers = published.size('managers', root) ?? 0;
  if (managers < rules.k) return;
  const groups = groupsOf(levels, table.populations());
  const tree = treeOf([...groups.keys()], (population) => published.size(population, root) ?? 0, managers);
  const made = (population: string, measure: string): Contribution =>
    together((groups.get(population) ?? [population]).map((own) => table.of(own, organizationCell, measure)));
  for (const measure of ['messages', 'first_replies']) {
    const counts = publishContributions(tree, ({ key }) => made(key, measure), rules);
    for (const [population, interval] of counts) published.put(population, days, measure, new Map([[root, interval]]));
  }
  const weeks = (population: string): number =>
    Math.max(
      0,
      ...(groups.get(population) ?? [population]).map((own) => table.of(own, organizationCell, 'weeks').total),
    );
  for (const population of [...groups.keys(), 'others']) putWeeks(population, weeks(population));
  putWeeks('managers', Math.max(0, ...[...groups.keys()].map(weeks)));

  function putWeeks(population: string, value: number): void {
    const interval: Interval = [value, value];
    const says = published.get(population, days, 'messages', [root]).size > 0;
    if (says) published.put(population, days, 'weeks', new Map([[root, interval]]));
  }
}

/** Published populations of managers → the levels counted in them; those who are not told apart are with the last one. */
function groupsOf(levels: readonly string[], counted: readonly string[]): Map<string, string[]> {
  const own = counted.filter((population) => population.startsWith('level-'));
  const groups = new Map(levels.map((population) => [population, partsOf(population)]));
  const known = new Set([...groups.values()].flat());
  const rest = own.filter((population) => !known.has(population));
  const last =
    levels
      .filter((population) => levelsIn(population).length > 0)
      .sort(byLevel)
      .at(-1) ?? levels[0];
  if (last === undefined) return new Map([['managers', own]]);
  groups.set(last, [...groups.get(last)!, ...rest]);
  return groups;
}

const partsOf = (population: string): string[] => {
  const levels = levelsIn(population);
  return levels.length === 0 ? [population] : levels.map((level) => levelPopulation([level]));
};

function treeOf(groups: readonly string[], sizeOf: (population: string) => number, managers: number): Mask {
  const node = (key: string, parent: string | null, isLeaf: boolean, headcount: number): MaskNode => ({
    key,
    parent,
    kind: isLeaf ? 'cell' : 'node',
    entity: null,
    members: [],
    entities: isLeaf ? [key] : [],
    vacant: [],
    headcount,
  });
  const single = groups.length === 1 && groups[0] === 'managers';
  return {
    nodes: [
      node('everyone', null, false, sizeOf('everyone')),
      node('others', 'everyone', true, sizeOf('others')),
      node('managers', 'everyone', single, managers),
      ...(single ? [] : groups.map((population) => node(population, 'managers', true, sizeOf(population)))),
    ],
  };
}
