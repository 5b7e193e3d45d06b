import { type EntityManager } from 'typeorm';
import { type Day, daysBetween } from '#domain/calendar/day.js';
import { type Interval } from '#domain/mask/bands.js';
import { Crossing, type Telling } from '#domain/mask/beside.js';
import { type Mask } from '#domain/mask/mask.js';
import { type Blocks, blocksOf } from '#domain/mask/other-sundays.js';
import { type PopulationMask, populationCells } from '#domain/mask/population-cells.js';
import { type FamilyMask } from '#domain/mask/publish-population.js';
import { type CellMembers, membersBeside, type StayedInCell, stayedInCells } from '#storage/measures/mask-member.js';
import { toldBeside, type ToldSunday } from '#storage/publication/told-sundays.js';
import { type Count, isHeld, lastingCounts } from './counts-within.js';
import {
  chainLayout,
  everyoneLayout,
  type Layout,
  levelsLayout,
  sizesOf,
  splitLayout,
  type ToldThen,
} from './layouts.js';

/** A Sunday that is published already, who was counted where, and how many of them are where today. */
export interface OtherSunday extends ToldSunday {
  members: readonly CellMembers[];
  stayed: readonly StayedInCell[];
}

/** Other Sundays that have been told of the people of a week: closed ones of organisations with personal data. */
export async function otherSundays(tx: EntityManager, organizationId: string, sunday: Day): Promise<OtherSunday[]> {
  const measures = [...new Set(lastingCounts.map(({ measure }) => measure))];
  const told = await toldBeside(tx, organizationId, sunday, measures);
  if (told.length === 0) return [];
  const members = await membersBeside(tx, organizationId, sunday);
  const stayed = await stayedInCells(tx, organizationId, sunday);
  return told.map((other) => ({
    ...other,
    members: members.filter((row) => row.sunday === other.sunday),
    stayed: stayed.filter((row) => row.sunday === other.sunday),
  }));
}

interface Known extends OtherSunday {
  /** Days after that Sunday; negative before it. */
  lag: number;
  mask: Mask;
  find: ToldThen;
}

export type BlocksFor = (count: Count) => Blocks | undefined;

/** What other Sundays have told, for the counts of one that is published now. */
export class OtherSundays {
  private readonly known: readonly Known[];

  constructor(
    private readonly mask: Mask,
    sunday: Day,
    others: readonly OtherSunday[],
  ) {
    this.known = others.map((other) => {
      const told = new Map(other.told.map((row) => [`${row.population}/${row.days}/${row.node}`, row.counts]));
      return {
        ...other,
        lag: daysBetween(other.sunday, sunday),
        mask: { nodes: other.nodes },
        find: (population, { days, measure }, node) => told.get(`${population}/${days}/${node}`)?.[measure],
      };
    });
  }

  /** Values that a count of everyone tells as one. */
  ofEveryone(): BlocksFor {
    return this.beside(everyoneLayout(this.mask), ({ mask }) => everyoneLayout(mask));
  }

  /** The same of a population that is split from everybody else, by position among both sides of its tree. */
  ofSplit(population: string, split: PopulationMask): BlocksFor {
    return this.beside(splitLayout(population, split), ({ mask, members, k }) =>
      splitLayout(population, populationCells(mask, sizesOf(population, members), k)),
    );
  }

  /** The same of others and levels, which make up the organisation: split by split. */
  ofChain(names: readonly string[], { splits }: FamilyMask): BlocksFor[] {
    const then = ({ told, members, nodes }: Known) => levelsLayout(told, members, nodes[0]?.key ?? '');
    return splits.map((split, member) => this.beside(chainLayout(names, member, split), then));
  }

  private beside(today: Layout, layoutOf: (known: Known) => Layout): BlocksFor {
    const others = this.known.map((known) => {
      const then = layoutOf(known);
      const stayed = then.people.map(() => new Map<number, number>());
      for (const row of known.stayed) {
        const [from, to] = [then.leafOf(row.then), today.leafOf(row.now)];
        if (from === undefined || to === undefined) continue;
        stayed[from]!.set(to, (stayed[from]!.get(to) ?? 0) + row.people);
      }
      const told = new Map(
        lastingCounts.map((one) => [one, then.people.map((_, at) => then.toldAt(known.find, one, at))] as const),
      );
      return { lag: known.lag, crossing: new Crossing({ ...then, stayed }), told };
    });
    return (count) => {
      const tellings = others.flatMap(({ lag, crossing, told }): Telling[] => {
        const isBound = (one: Count) => (lag > 0 ? isHeld(one, count, lag) : isHeld(count, one, -lag));
        const bounds = lastingCounts.filter((one) => isBound(one));
        if (bounds.length === 0) return [];
        // Only the count itself says anything of those who are elsewhere now.
        const own = bounds.find(({ days, measure }) => days === count.days && measure === count.measure);
        const ownTold = own && told.get(own);
        const boundsTold = bounds.map((one) => told.get(one)!);
        const intervals = crossing.then.people.map((_, at): Interval => {
          let [low, high] = ownTold?.[at] ?? anything;
          for (const one of boundsTold) {
            const end = one[at];
            if (end && lag > 0) low = Math.max(low, end[0]);
            if (end && lag < 0) high = Math.min(high, end[1]);
          }
          return [low, high];
        });
        return [{ when: lag > 0 ? 'earlier' : 'later', crossing, intervals }];
      });
      return tellings.length === 0 ? undefined : blocksOf(today.layer, today.people, tellings);
    };
  }
}

const anything: Interval = [0, Infinity];
