import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Chance from a seed and a name: the same pair always rolls the same numbers. */
export class Dice {
  private readonly generator: RandomGenerator;

  constructor(seed: number, name: string) {
    let hash = 2166136261 ^ seed;
    for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 16777619);
    this.generator = xoroshiro128plus(hash | 0);
    // The first numbers of close seeds resemble each other.
    for (let skipped = 0; skipped < 16; skipped++) this.generator.next();
  }

  /** In [0, 1). */
  share(): number {
    return (this.generator.next() >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.share() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.share() * (high - low + 1));
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.share() * choices.length)] as T;
  }

  /** Standard normal (Box and Muller, one of the pair). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.share())) * Math.cos(2 * Math.PI * this.share());
  }

  lognormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.share());
  }

  /** Counts with a small mean, by multiplication (Knuth); stops at 60. */
  poisson(mean: number): number {
    if (mean <= 0) return 0;
    const limit = Math.exp(-Math.min(mean, 20));
    let product = this.share();
    let count = 0;
    while (product > limit && count < 60) {
      product *= this.share();
      count++;
    }
    return count;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let index = copy.length - 1; index > 0; index--) {
      const other = Math.floor(this.share() * (index + 1));
      [copy[index], copy[other]] = [copy[other] as T, copy[index] as T];
    }
    return copy;
  }
}
