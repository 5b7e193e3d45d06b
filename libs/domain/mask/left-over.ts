import { type Contribution, isShared } from './dominance.js';

/** One of several groups whose people overlap, with what it would tell of a volume; null = not shown. */
export interface GroupPart {
  key: string;
  members: number;
  made: Contribution;
  isShown: boolean;
}

/**
 * Which groups may tell a volume whose total over all groups is told too: where one is silent, the smallest others by
 * members are silent with it, until those silent are two at least and what they made is surely shared. Somebody may act in
 * several groups: of their parts together the worst is assumed, as far as `all`, the volume of all groups and more, lets it.
 * Nobody did more than the busiest of all, but for people outside the tree, whom `all` lacks.
 */
export function tellingGroups(groups: readonly GroupPart[], all?: Contribution): Set<string> {
  const others = groups
    .filter(({ isShown }) => isShown)
    .sort((a, b) => a.members - b.members || (a.key < b.key ? -1 : 1));
  const silent = groups.filter(({ isShown }) => !isShown).map(({ made }) => made);
  while (silent.length > 0 && others.length > 0 && (silent.length < 2 || !isShared(atWorst(silent, all))))
    silent.push(others.shift()!.made);
  return new Set(others.map(({ key }) => key));
}

/** Of sets that may share people: the busiest of each may be one, who did no more than the busiest of all. */
function atWorst(parts: readonly Contribution[], all: Contribution | undefined): Contribution {
  const sum = (of: (part: Contribution) => number) => parts.reduce((made, part) => made + of(part), 0);
  const most = (of: (part: Contribution) => number) => Math.max(all ? of(all) : Infinity, ...parts.map(of));
  const [total, top1] = [sum(({ total }) => total), most(({ top1 }) => top1)];
  return {
    total,
    contributors: Math.max(...parts.map(({ contributors }) => contributors), Math.ceil(total / top1)),
    top1: Math.min(
      sum(({ top1 }) => top1),
      top1,
    ),
    top2: Math.min(
      sum(({ top2 }) => top2),
      most(({ top2 }) => top2),
    ),
  };
}
