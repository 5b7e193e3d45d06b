import { type Interval } from './bands.js';
import { type Layer } from './mask.js';
import { Beside, type Telling } from './beside.js';

/** Values that one place tells as one, whichever of them holds, both ends included; which of the two is the known end. */
export type Block = readonly [low: number, high: number, end: 'least' | 'most'];
export type Blocks = (position: number) => readonly Block[];

/**
 * What a place tells as one beside what other Sundays have told (docs/decisions/058).
 *
 * A count that nobody loses again, or one over a longer window, cannot fall below what an earlier Sunday told less those
 * who have left since. That very value says that whoever left was counted and whoever came was not; the next, that it
 * holds of all but one. It is told as one with the next, and with the second next where several moved: what one place
 * leaves open may be taken up by its neighbours. The same holds from above for what a later Sunday has told already.
 */
export function blocksOf(
  { parents, leaves, keys }: Layer,
  people: readonly number[],
  tellings: readonly Telling[],
): Blocks {
  const below = keys.map((): number[] => []);
  for (let position = keys.length - 1; position >= 0; position--) {
    if (leaves[position] === 1) below[position]!.push(position);
    const parent = parents[position]!;
    if (parent >= 0) below[parent]!.push(...below[position]!);
  }
  const others = tellings.map((telling) => ({ when: telling.when, beside: new Beside(telling) }));
  return (position) => {
    const size = below[position]!.reduce((sum, leaf) => sum + people[leaf]!, 0);
    const inside = { position, leaves: below[position]!, size };
    return others.flatMap(({ when, beside }): Block[] => {
      const bound = beside.boundOf(inside);
      if (bound === null) return [];
      const free = bound.moved > 1 ? 2 : 1;
      const [low, high] = when === 'earlier' ? [bound.end, bound.end + free] : [bound.end - free, bound.end];
      if (low >= size || high <= 0) return [];
      return [[Math.max(0, low), Math.min(size, high), when === 'earlier' ? 'least' : 'most']];
    });
  };
}

/**
 * What a place tells, less what everybody knows from other Sundays that it cannot be: that is what the place above adds
 * up. With all that is told, the whole could stand where this place lies at its known end, whatever its neighbours do.
 */
export function knownOf([low, high]: Interval, blocks: readonly Block[]): Interval {
  const least = blocks.reduce((most, block) => (block[2] === 'least' ? Math.max(most, block[0]) : most), low);
  const most = blocks.reduce((least, block) => (block[2] === 'most' ? Math.min(least, block[1]) : least), high);
  // A directory that was corrected can belie what was told before.
  return least <= most ? [least, most] : [low, high];
}

/** Tells a value so that no block is divided: all that its values would be told as is told as one. */
export function undivided(
  tell: (value: number) => Interval,
  blocks: readonly (Interval | Block)[],
): (value: number) => Interval {
  if (blocks.length === 0) return tell;
  // What larger counts leave possible at all.
  const [least, most] = [tell(-Infinity)[0], tell(Infinity)[1]];
  const different = new Map(blocks.map((block) => [`${block[0]}-${block[1]}`, block]));
  return [...different.values()].reduce((before, block) => {
    const [low, high] = [Math.max(least, block[0]), Math.min(most, block[1])];
    if (low > high) return before;
    const whole: Interval = [before(low)[0], before(high)[1]];
    return (value) => (value >= whole[0] && value <= whole[1] ? whole : before(value));
  }, tell);
}
