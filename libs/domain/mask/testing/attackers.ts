import { type Interval } from '../bands.js';

/** Everything an attacker can be shown: all states of the world, what each publishes, and what must stay hidden. */
export interface World {
  /** Number of values of each unknown; every combination is a state. */
  sizes: readonly number[];
  publish(state: readonly number[]): ReadonlyMap<string, Interval>[];
  /** Quantities to protect, each below 31. */
  secrets(state: readonly number[]): readonly number[];
}

export interface Finding {
  published: ReadonlyMap<string, Interval>[];
  /** For each secret, the values that are still possible, as bits. */
  possible: number[];
}

export function* statesOf(sizes: readonly number[]): Generator<number[]> {
  const state = sizes.map(() => 0);
  for (;;) {
    yield state;
    let digit = 0;
    while (digit < sizes.length && ++state[digit]! === sizes[digit]) state[digit++] = 0;
    if (digit === sizes.length) return;
  }
}

/** Knows the rules: for each publication, the states that would have published exactly the same. */
export function awareAttack(world: World): Finding[] {
  const findings = new Map<string, Finding>();
  for (const state of statesOf(world.sizes)) {
    const published = world.publish(state);
    const text = textOf(published);
    let finding = findings.get(text);
    const secrets = world.secrets(state);
    if (!finding) findings.set(text, (finding = { published, possible: secrets.map(() => 0) }));
    for (let secret = 0; secret < secrets.length; secret++) finding.possible[secret]! |= 1 << secrets[secret]!;
  }
  return [...findings.values()];
}

/** Does not know the rules: for one publication, the states whose sums lie in the published intervals. */
export function linearAttack(
  world: World,
  published: ReadonlyMap<string, Interval>,
  sums: (state: readonly number[]) => ReadonlyMap<string, number>,
): number[] {
  let possible: number[] = [];
  for (const state of statesOf(world.sizes)) {
    const exact = sums(state);
    if ([...published].some(([key, [low, high]]) => exact.get(key)! < low || exact.get(key)! > high)) continue;
    const secrets = world.secrets(state);
    if (possible.length === 0) possible = secrets.map(() => 0);
    secrets.forEach((secret, index) => (possible[index]! |= 1 << secret));
  }
  return possible;
}

export function bitsOf([low, high]: Interval): number {
  return (2 << high) - (1 << low);
}

export function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Nothing but the numbers: within one world the same sets are always published. */
function textOf(published: readonly ReadonlyMap<string, Interval>[]): string {
  let text = '';
  for (const table of published) {
    for (const interval of table.values()) text += String.fromCharCode(interval[0], interval[1]);
  }
  return text;
}
