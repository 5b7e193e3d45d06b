import { EXACT_FROM } from '../mask/bands.js';
import { type LagTree } from './lag-tree.js';

/**
 * Why lags draw no curve of some places: they hold too few people, what they hold is published joined with places outside,
 * the kind is told of the whole organisation only, or it is not published at all.
 */
export const noCurves = ['too_few', 'joined', 'whole', 'unpublished'] as const;
type NoCurve = (typeof noCurves)[number];

/** Null where a curve may be drawn. `people`: headcount of the `cells`, declared. */
export function whyNoCurve(tree: LagTree, cells: ReadonlySet<string>, people: number): NoCurve | null {
  const { root } = tree;
  if (!root) return 'unpublished';
  if (tree.within(cells).length > 0) return null;
  if (people < EXACT_FROM) return 'too_few';
  return tree.isWhole ? 'whole' : 'joined';
}
