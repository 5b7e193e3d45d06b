import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A whole number from 0 to below `n`. */
export type Draw = (n: number) => number;

/** The same seed gives the same draws for ever: two people who compute an interval get the same one. */
export function drawsFrom(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return (n) => uniformInt(generator, 0, n - 1);
}

/** As many as there are, with replacement. */
export const resample = <T>(items: readonly T[], draw: Draw): T[] => items.map(() => items[draw(items.length)]!);

/** `size` different indexes of 0…n−1: the head of a Fisher–Yates shuffle. */
export function drawIndexes(n: number, size: number, draw: Draw): number[] {
  const indexes = Array.from({ length: n }, (_, index) => index);
  for (let at = 0; at < size; at++) {
    const other = at + draw(n - at);
    [indexes[at], indexes[other]] = [indexes[other]!, indexes[at]!];
  }
  return indexes.slice(0, size);
}
