import { createContext } from 'react';
import { type TreeNode } from '#contract/organization.js';

/** Of which wave or entity the figures below are; '' = the whole organisation, null = nothing is set of them here. */
export const FigureOf = createContext<string | null>(null);

/** Whether a target or a note may stand beside its figures: not where a place of the tree is no entity, but several or a part. */
export const isSteerable = (scope: string, nodes: readonly Pick<TreeNode, 'key' | 'entity'>[]): boolean =>
  nodes.every(({ key, entity }) => key !== scope || entity !== null);
