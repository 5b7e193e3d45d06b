import { type Mask } from '#domain/mask/mask.js';
import { publishDisjoint } from '#domain/mask/publish-disjoint.js';
import { volumeCells } from '#domain/mask/volumes.js';
import { EXACT_FROM } from '#domain/mask/bands.js';
import { type Counted, type PublicationRules, type Shelf } from './shelf.js';

/** Two sides of one sum each, told together: how much crosses entities, how many relationships go both ways. */
const sides = [
  ['crossing', 'internal'],
  ['two_way', 'one_way'],
] as const;

/** Interactions and relationships of everyone, by place of at least 200 people and above. */
export function publishNetwork(
  mask: Mask,
  counted: readonly Counted[],
  published: Shelf,
  rules: PublicationRules,
): void {
  const cells = volumeCells(mask, rules.bands ? EXACT_FROM : rules.k);
  for (const { days, measures } of counted.filter(({ population }) => population === 'network')) {
    const of = (measure: string, cell: string) => measures.get(measure)?.get(cell) ?? 0;
    for (const pair of sides) {
      const deeds = (cell: string) =>
        pair.map((measure) => ({
          total: of(measure, cell),
          contributors: of(`${measure}_people`, cell),
          top1: of(`${measure}_top1`, cell),
          top2: of(`${measure}_top2`, cell),
        }));
      const told = publishDisjoint(cells, ({ key }) => deeds(key), rules);
      pair.forEach((measure, side) => {
        published.put('everyone', days, measure, new Map([...told].map(([node, values]) => [node, values[side]!])));
      });
    }
  }
}
