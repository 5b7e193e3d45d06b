import { type Day } from '../calendar/day.js';
import { leavesOf, type Side } from './side.js';

/** What has one voice in a comparison: a site, or where the directory does not say which places are sites, an entity. */
export type Unit = 'site' | 'entity';

type Sided = Pick<Side, 'board' | 'slice'>;

export const unitOf = ({ board }: Pick<Side, 'board'>): Unit => (board.knowsSites ? 'site' : 'entity');

/**
 * The units of a side with the places that make up each. Departments of a site are one unit: their people resemble each
 * other more than those of two sites. A site wholly on the side is read as it is published, one that is shared by those of
 * its places that are. A place above all sites is a unit of its own.
 */
export function unitsOf(side: Sided, weekEnd: Day | null = side.board.week): Map<string, string[]> {
  const units = new Map<string, string[]>();
  if (weekEnd === null) return units;
  const tree = side.board.publication.tree(weekEnd);
  const inside = new Set(side.slice.places(weekEnd));
  const isWhole = (key: string): boolean => {
    for (let at = tree.place(key); at; at = at.parent === null ? undefined : tree.place(at.parent))
      if (inside.has(at.key)) return true;
    return false;
  };
  for (const place of leavesOf(side, weekEnd)) {
    const site = side.board.siteOf(place, weekEnd);
    if (site === null) units.set(place, [place]);
    else units.set(site, isWhole(site) ? [site] : [...(units.get(site) ?? []), place]);
  }
  return units;
}
