import { type Blocks } from '#domain/mask/other-sundays.js';
import { type PopulationRules, type PublishedFamily } from '#domain/mask/publish-population.js';
import { type Count, keyOf, type Nested } from './counts-within.js';
import { declaredMeasures, type PublicationRules } from './shelf.js';

/** Whether a count of so many people is told this week. */
export type IsTold = (count: Count, people: number) => boolean;

/** What a population, or a family of them, has published of larger counts when a smaller one is published. */
export class ToldSoFar {
  private readonly families = new Map<string, PublishedFamily>();

  /**
   * `eligible` gives the people of a member who are in a declared count, by cell: such a count is known exactly to
   * everybody, so that nothing may be told that goes beyond it.
   */
  constructor(
    private readonly rules: PublicationRules,
    private readonly eligible: (declared: Count, member: number, cell: string) => number,
    /** Whether a count is told at a place of a split this week: it bounds what is told of smaller ones there alone. */
    private readonly isTold: (count: Count, split: number, position: number) => boolean,
    /** What other Sundays have told, split by split. */
    private readonly others: readonly ((count: Count) => Blocks | undefined)[] = [],
  ) {}

  /** The rules for the next count, by what larger counts already say. */
  rulesFor({ days, measure, outers }: Nested): PopulationRules {
    if (!this.rules.bands || declaredMeasures.has(measure)) return { bands: false };
    const declared = outers.find((outer) => outer.days === days && declaredMeasures.has(outer.measure));
    return {
      bands: true,
      blocks: this.others.map((blocksFor) => blocksFor({ days, measure })),
      beside: outers.map((outer) => this.families.get(keyOf(outer))).filter((family) => family !== undefined),
      ...(declared && {
        eligible: { people: (member, cell) => this.eligible(declared, member, cell), k: this.rules.k },
      }),
    };
  }

  keep(count: Nested, family: PublishedFamily): PublishedFamily {
    const splits = family.splits.map((split, at) => ({
      ...split,
      isTold: (position: number) => this.isTold(count, at, position),
    }));
    this.families.set(keyOf(count), { ...family, splits });
    return family;
  }
}
