import { exactButEnds, type Interval } from './bands.js';
import { publishPartition } from './publish-partition.js';
import { awareAttack, bitsOf, countBits } from './testing/attackers.js';

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

interface World {
  people: readonly number[];
  k: number;
  /** What is published of the whole. */
  total: (sum: number, people: number) => Interval;
}

/** Every state of the parts against an attacker who knows the rule; `rule` is what he is shown beside the total. */
function damageOf({ people, k, total }: World, rule = publishPartition) {
  const all = sumOf(people);
  const findings = awareAttack({
    sizes: people.map((most) => most + 1),
    publish: (state) => {
      const known = total(sumOf(state), all);
      const parts = rule(
        people.map((most, part) => ({ people: most, value: state[part]! })),
        known,
        k,
      );
      const told = parts?.map((interval, part): Interval => interval ?? [0, people[part]!]) ?? [[0, 0] as const];
      return [new Map([known, ...told].map((interval, at) => [String(at), interval]))];
    },
    secrets: (state) => [...state, sumOf(state) % 31],
  });
  const damage = { totals: 0, narrowed: 0, sharp: 0, spoken: 0, classes: findings.length };
  for (const { published, possible } of findings) {
    const [known, ...told] = [...published[0]!.values()];
    if (countBits(possible.at(-1)!) !== known![1] - known![0] + 1) damage.totals++;
    if (told.length > 1) damage.spoken++;
    people.forEach((most, part) => {
      if (told.length > 1 && people[part]! >= k && possible[part] !== bitsOf(told[part]!)) damage.narrowed++;
      if (countBits(possible[part]!) < Math.min(3, most + 1)) damage.sharp++;
    });
  }
  return damage;
}

const exact = (sum: number, people: number) => exactButEnds(sum, 0, people);
const inThrees = (sum: number): Interval => [sum - (sum % 3), sum - (sum % 3) + 2];

describe('the parts of a whole', () => {
  it.each<[string, World]>([
    ['five alike', { people: [8, 8, 8, 8, 8], k: 5, total: exact }],
    ['of several sizes', { people: [6, 11, 14, 8], k: 5, total: exact }],
    ['one of which is too small to be told', { people: [8, 2, 8, 8, 8], k: 5, total: exact }],
    ['beside an interval', { people: [11, 11, 11, 11], k: 5, total: inThrees }],
  ])('narrow neither their total nor one another: %s', (_, world) => {
    const damage = damageOf(world);
    expect(damage).toMatchObject({ totals: 0, narrowed: 0, sharp: 0 });
    expect(damage.spoken).toBeGreaterThan(damage.classes / 10);
  });

  it('are a chain where they are few', () => {
    const three = { people: [8, 9, 8], k: 5, total: exact };
    expect(damageOf(three)).toMatchObject({ totals: 0, sharp: 0 });
    expect(publishPartition([{ people: 12, value: 7 }], [6, 8], 10)).toEqual([[6, 8]]);
    expect(publishPartition([{ people: 9, value: 7 }], [6, 8], 10)).toEqual([null]);
  });

  it('are caught when they speak whatever the total is', () => {
    const heedless: typeof publishPartition = (parts, total, k) =>
      publishPartition(parts, total, k) ?? parts.map(({ value }) => [value - (value % 3), value - (value % 3) + 2]);
    const damage = damageOf({ people: [8, 8, 8, 8], k: 5, total: exact }, heedless);
    expect(damage.narrowed).toBeGreaterThan(0);
    expect(damage.sharp).toBeGreaterThan(0);
  });

  it('are told within three values where there are many of them', () => {
    const parts = Array.from({ length: 40 }, (_, part) => ({ people: 20 + part, value: 5 + (part % 11) }));
    const total = sumOf(parts.map(({ value }) => value));
    const told = publishPartition(parts, [total - 10, total + 10], 10)!;
    told.forEach((interval, part) => {
      expect(interval![0]).toBeLessThanOrEqual(parts[part]!.value);
      expect(interval![1]).toBeGreaterThanOrEqual(parts[part]!.value);
      expect(interval![1] - interval![0]).toBeLessThanOrEqual(6);
    });
  });
});
