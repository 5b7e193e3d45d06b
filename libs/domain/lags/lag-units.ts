import { type LagUnit, sizeOf } from './compare.js';
import { type LagTree } from './lag-tree.js';

/**
 * What has one voice among cells, as far as lags are told apart there: a site with all that is told of it below (decision
 * 074), else each place that is not divided further. Told of several sites together, they are one.
 * `siteOf`: null where none is declared above a cell; `peopleIn`: headcount, declared.
 */
export function lagUnits(
  tree: LagTree,
  cells: ReadonlySet<string>,
  siteOf: (cell: string) => string | null,
  peopleIn: (cells: ReadonlySet<string>) => number,
): LagUnit[] {
  const units = new Map<string, Set<string>>();
  for (const place of tree.unitsWithin(cells)) {
    const sites = new Set(place.cells.map(siteOf));
    const [site] = sites;
    const unit = sites.size === 1 && site != null ? `site ${site}` : `place ${place.node}`;
    units.set(unit, new Set([...(units.get(unit) ?? []), ...place.cells]));
  }
  return [...units.values()].map((held) => ({ stratum: sizeOf(peopleIn(held)), bins: tree.within(held) }));
}
