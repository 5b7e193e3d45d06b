import { byLevel, levelPopulation, levelsIn, withoutLevel } from '#domain/indicators/levels.js';
import { BAND, type Interval } from '#domain/mask/bands.js';
import { type PopulationMask } from '#domain/mask/population-cells.js';
import { type Split } from '#domain/mask/publish-split.js';
import { type Table } from './measure-table.js';
import { type PublicationRules } from './shelf.js';

/** Managers whose levels are read together; the first group also holds those without a level who are too few alone. */
export interface LevelGroup {
  population: string;
  levels: string[];
  people: number;
  /** Most of them in one unit of the tree's split; 0 where the tree has no more than one. */
  together: number;
}

/**
 * Levels as they are read, those without a level first, then the front line: joined to the next until they hold k people
 * who are spread widely enough. A level that stands mostly in one place would speak of that place (docs/decisions/014).
 * Where nobody has a level there is nothing to tell beside all managers.
 */
export function levelGroups(
  table: Table,
  levels: readonly string[],
  split: PopulationMask | undefined,
  rules: PublicationRules,
): LevelGroup[] {
  const units = unitsOf(split);
  const countOf = (population: string, cell: string): number => table.value(population, 0, 'people', cell);
  const hasNone = table.cells.some(
    (cell) => countOf('managers', cell) > levels.reduce((sum, level) => sum + countOf(level, cell), 0),
  );
  const chain = levels.length === 0 ? [] : [...(hasNone ? [withoutLevel] : []), ...[...levels].sort(byLevel).reverse()];
  const group = (joined: readonly string[], isFirst: boolean): LevelGroup => {
    // The first group is what the others leave of all managers: those without a level are in it.
    const later = levels.filter((level) => !joined.includes(level));
    const inside = (cells: readonly string[]): number =>
      cells.reduce((sum, cell) => {
        const named = (isFirst ? later : joined).reduce((all, level) => all + countOf(level, cell), 0);
        return sum + (isFirst ? countOf('managers', cell) - named : named);
      }, 0);
    return {
      population: levelPopulation(joined.flatMap(levelsIn).sort((a, b) => a - b)),
      levels: [...joined],
      people: inside(table.cells),
      together: units.length > 1 ? Math.max(...units.map(inside)) : 0,
    };
  };
  const isEnough = ({ people, together }: LevelGroup): boolean =>
    people >= rules.k && (!rules.bands || together === 0 || people >= 2 * (together + BAND) + BAND);
  const groups: LevelGroup[] = [];
  let open: string[] = [];
  for (const level of chain) {
    open.push(level);
    const joined = group(open, groups.length === 0);
    if (!isEnough(joined)) continue;
    groups.push(joined);
    open = [];
  }
  const last = groups.pop();
  return last ? [...groups, group([...last.levels, ...open], groups.length === 0)] : [];
}

/** Cells of each set of people that the tree's split speaks of and does not divide. */
function unitsOf(split: PopulationMask | undefined): (readonly string[])[] {
  return split?.nodes.filter((node) => node.cells.length > 0).map((node) => node.cells) ?? [];
}

/**
 * Whether the chain at the root narrows no unit below: the others' interval lies strictly inside what the root's
 * units and larger counts allow, by more than the widest cell or union, and each level has as many active, and as many inactive, outside any one unit as that unit can vary.
 */
export function narrowsNothing(
  mask: PopulationMask | undefined,
  split: Split | undefined,
  atRoot: readonly (Interval | undefined)[],
  groups: readonly LevelGroup[],
): boolean {
  const widths = (mask?.nodes ?? []).flatMap((node, position) => {
    const [low, high] = split?.population[position] ?? [0, 0];
    return node.cells.length > 0 ? [high - low] : [];
  });
  if (widths.length <= 1) return true;
  const widest = Math.max(...widths);
  // A single group is all managers: it says what the others leave.
  const isSpread = groups.every(({ people, together }, group) => {
    const [from, to] = atRoot[group + 1] ?? [0, people];
    return groups.length === 1 || (from >= together + widest && to <= people - together - widest);
  });
  const { units, beside } = split?.atRoot ?? { units: [0, 0], beside: [-Infinity, Infinity] };
  const [from, to] = atRoot[0] ?? units;
  return isSpread && Math.max(units[0] + widest, beside[0]) < from && to < Math.min(units[1] - widest, beside[1]);
}
