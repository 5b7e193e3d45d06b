import { type EntityManager } from 'typeorm';
import { type Day, daysBetween } from '#domain/calendar/day.js';
import { type Interval } from '#domain/mask/bands.js';
import { layerOf, type Mask } from '#domain/mask/mask.js';
import { type Blocks, blocksOf, type Telling } from '#domain/mask/other-sundays.js';
import { type StayedInCell, stayedInCells } from '#storage/measures/mask-member.js';
import { toldBeside, type ToldSunday } from '#storage/publication/told-sundays.js';
import { type Count, isHeld, lastingCounts } from './counts-within.js';

/** A Sunday that is published already, and how many of the people of its cells are in which cell today. */
export interface OtherSunday extends ToldSunday {
  stayed: readonly Pick<StayedInCell, 'then' | 'now' | 'people'>[];
}

/** Other Sundays that have been told of the people of a week: closed ones of organisations with personal data. */
export async function otherSundays(tx: EntityManager, organizationId: string, sunday: Day): Promise<OtherSunday[]> {
  const measures = [...new Set(lastingCounts.map(({ measure }) => measure))];
  const told = await toldBeside(tx, organizationId, sunday, measures);
  if (told.length === 0) return [];
  const stayed = await stayedInCells(tx, organizationId, sunday);
  return told.map((other) => ({ ...other, stayed: stayed.filter((row) => row.sunday === other.sunday) }));
}

interface Known {
  /** Days after that Sunday; negative before it. */
  lag: number;
  mask: Mask;
  people: number[];
  stayed: Map<number, number>[];
  told: Map<number, Map<string, Record<string, Interval>>>;
}

/** What other Sundays have told of everyone, for the counts of one that is published now. */
export class OtherSundays {
  private readonly known: readonly Known[];

  constructor(
    private readonly mask: Mask,
    sunday: Day,
    others: readonly OtherSunday[],
  ) {
    const today = layerOf(mask).positions;
    this.known = others.map(({ nodes, ...other }) => {
      const stayed = nodes.map(() => new Map<number, number>());
      const { positions } = layerOf({ nodes });
      for (const { then, now, people } of other.stayed) stayed[positions.get(then)!]!.set(today.get(now)!, people);
      const told: Known['told'] = new Map();
      for (const { days, node, counts } of other.told) {
        told.set(days, (told.get(days) ?? new Map<string, Record<string, Interval>>()).set(node, counts));
      }
      const people = nodes.map(({ headcount }) => headcount);
      return { lag: daysBetween(other.sunday, sunday), mask: { nodes }, people, stayed, told };
    });
  }

  /** Values that a count of everyone tells as one; undefined where no other Sunday says anything of it. */
  blocksFor(count: Count): Blocks | undefined {
    const tellings = this.known.flatMap(({ lag, mask, people, stayed, told }): Telling[] => {
      const when = lag > 0 ? 'earlier' : 'later';
      const isBound = (one: Count) => (lag > 0 ? isHeld(one, count, lag) : isHeld(count, one, -lag));
      const bounds = lastingCounts.filter((one) => told.has(one.days) && isBound(one));
      if (bounds.length === 0) return [];
      const find = (node: string, one: Count): Interval | undefined => told.get(one.days)?.get(node)?.[one.measure];
      const intervals = mask.nodes.map(({ key }): Interval => {
        const ends = bounds.map((one) => find(key, one)).filter((found) => found !== undefined);
        // Only the count itself says anything of those who are elsewhere now.
        const [low, high] = (isBound(count) && find(key, count)) || anything;
        if (when === 'earlier') return [Math.max(low, ...ends.map(([end]) => end)), high];
        return [low, Math.min(high, ...ends.map(([, end]) => end))];
      });
      return [{ when, layer: layerOf(mask), intervals, people, stayed }];
    });
    if (tellings.length === 0) return undefined;
    return blocksOf(
      layerOf(this.mask),
      this.mask.nodes.map(({ headcount }) => headcount),
      tellings,
    );
  }
}

const anything: Interval = [0, Infinity];
