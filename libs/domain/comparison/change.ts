import { type Day } from '../calendar/day.js';
import { type Shock } from '../declared/action.js';
import { differenceOfChangesOver } from '../statistics/difference-in-differences.js';
import { type Estimate } from '../statistics/two-proportions.js';
import { type SideClusters } from './clusters.js';
import { unevenShock } from './shock.js';

export const changeRefusals = ['shock', 'too_few_sites', 'order'] as const;
export type ChangeRefusal = (typeof changeRefusals)[number];

/** How much more one side changed than the other between two Sundays (difference in differences, kpis M7). */
export interface Change {
  from: Day;
  to: Day;
  /** Of the first side less the second, as a share, with Welch's 95 % interval over entities and all that is published of them. */
  difference: Estimate | null;
  refusal: ChangeRefusal | null;
  /** The shock that forbids it. */
  shock: string | null;
  sites: readonly [number, number];
}

/** Clusters of both sides on the Sunday before and the Sunday after. */
interface Times {
  before: readonly [SideClusters, SideClusters];
  after: readonly [SideClusters, SideClusters];
}

/** `launch`: null for what never opened. `entities`: keys of those it holds. */
interface Changed {
  launch: Day | null;
  entities: ReadonlySet<string>;
}

/**
 * One voice per place, those only that publish both times. Refused over a declared shock between both Sundays that hit
 * the sides differently: only one of them, or one that had been open before and one that opened in between.
 */
export function changeOf(
  { from, to }: { from: Day; to: Day },
  times: Times,
  sides: readonly [Changed, Changed],
  shocks: readonly Shock[],
): Change {
  const changes = [0, 1].map((side) => changesOf(times.before[side]!, times.after[side]!));
  const [first, second] = [changes[0]!, changes[1]!];
  const plain = {
    from,
    to,
    difference: null,
    refusal: null,
    shock: null,
    sites: [first.length, second.length] as const,
  };
  if (from >= to) return { ...plain, refusal: 'order' };
  const followed = ({ launch, entities }: Changed) => ({
    from: launch !== null && launch > from ? launch : from,
    to,
    entities,
  });
  const shock = unevenShock(shocks, [followed(sides[0]), followed(sides[1])], 'age');
  if (shock) return { ...plain, refusal: 'shock', shock: shock.name };
  const difference = differenceOfChangesOver(first, second);
  return difference ? { ...plain, difference } : { ...plain, refusal: 'too_few_sites' };
}

function changesOf(before: SideClusters, after: SideClusters): Estimate[] {
  return [...after.byPlace].flatMap(([place, now]) => {
    const then = before.byPlace.get(place);
    if (!then) return [];
    const value = now.events / now.size - then.events / then.size;
    return [{ value, low: now.rates.low - then.rates.high, high: now.rates.high - then.rates.low }];
  });
}
