import { BAND, bandWithin, type Interval } from './bands.js';
import { type Mask } from './mask.js';
import { familyCells, publishFamily } from './publish-population.js';

/** People who are in no other part, and how many of them are counted. */
export interface Part {
  people: number;
  value: number;
}

/**
 * Publishes a count over the parts of a whole whose own count is published already (`total`), all of them or none: a
 * band each, where their sums lie around the total by more than the widest, whatever it turns out to be. So neither
 * the total nor any band is narrowed, and what else divides the whole is not either (docs/decisions/032). Parts of fewer
 * than `k` people are left out of the answer, and count with all their people.
 *
 * Up to three parts are a chain of two-way splits instead (docs/decisions/010): so few seldom lie around their total,
 * and the chain is not yet wide.
 *
 * Bands hold three values, and more beside a total that is an interval: its width is theirs to cover. Silence is null.
 */
export function publishPartition(parts: readonly Part[], total: Interval, k: number): (Interval | null)[] | null {
  if (parts.length <= 3) return publishChain(parts, total, k);
  const told = parts.filter(({ people }) => people >= k).length;
  const size = BAND + Math.ceil((2 * (total[1] - total[0])) / Math.max(1, told));
  const intervals = parts.map(({ people, value }): Interval => {
    return people < k ? [0, people] : bandWithin(value, 0, people, size);
  });
  let [low, high, widest] = [0, 0, 0];
  for (const [from, to] of intervals) {
    low += from;
    high += to;
    widest = Math.max(widest, to - from);
  }
  // Near nobody or everybody silence itself would say who: there it is the rule.
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  if (total[0] < parts.length * size || total[1] > people - parts.length * size) return null;
  if (low + widest >= total[0] || total[1] >= high - widest) return null;
  return intervals.map((interval, part) => (parts[part]!.people < k ? null : interval));
}

function publishChain(parts: readonly Part[], total: Interval, k: number): (Interval | null)[] {
  if (parts.length === 1) return parts.map(({ people }) => (people < k ? null : total));
  const cell = 'all';
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  const whole: Mask = {
    nodes: [
      {
        ...{ key: cell, parent: null, kind: 'cell', entity: null, members: [], entities: [cell], vacant: [] },
        headcount: people,
      },
    ],
  };
  const members = parts.map((part) => new Map([[cell, part.people]]));
  const value = (member: number): number => parts[member]!.value;
  const { told } = publishFamily(familyCells(whole, members, k), new Map([[cell, total]]), value, { bands: true });
  return parts.map((_, member) => told[member]?.get(cell) ?? null);
}
