import { type Base } from '../indicators/base.js';
import { type Bilingual } from '../indicators/indicator.js';
import { type Source } from './sources.js';

export type QuantityUnit = 'percent' | 'times' | 'people' | 'days' | 'weeks' | 'months' | 'euros' | 'tools' | 'sites';

/** A number that a source gives. `percent` is a share between 0 and 1; a missing end is open. */
export interface Quantity {
  low: number | null;
  high: number | null;
  unit: QuantityUnit;
  about?: true;
  /** What it counts, where a source gives several. */
  of?: Bilingual;
}

/** What must be said beside a comparison that is allowed. */
export const flags = [
  'window_assumed',
  'event_undefined',
  'event_differs',
  'denominator_unstated',
  'denominator_differs',
  'declared',
  'target',
  'best_in_class',
  'guidance',
  'weak_source',
] as const;
export type Flag = (typeof flags)[number];

/** What may be divided by: the base of an organisation, or a group of its people. */
export type Among = Base | 'activated' | 'connected';

/** How a benchmark stands to one indicator of the dictionary. `never` = looks alike and is not. */
export interface Relation {
  /** Key of the dictionary, with or without a variant; the catalogue may not hold it yet. */
  indicator: string;
  how: 'comparable' | 'context' | 'never';
  /** Days over which it may be drawn; absent = whatever the indicator is read over. */
  windows?: readonly number[];
  /** Absent = whatever the indicator divides by. */
  among?: readonly Among[];
  /** Those of them that are the source's own denominator; with another one the difference is said. */
  own?: readonly Among[];
  flags?: readonly Flag[];
  /** The one of its numbers that is compared; the first, unless told. */
  quantity?: Quantity;
  /** `quantity` was computed from what the source gives: how. */
  conversion?: Bilingual;
  /** Why it is only context, or never to be compared. */
  because?: Bilingual;
}

/** A published figure with the five things without which it means nothing, and where it was published. */
export interface Benchmark {
  values: readonly Quantity[];
  /** Who or what is counted. */
  events: Bilingual;
  /** `days` is null where the source does not state it or none applies. */
  window: { days: number | null; text: Bilingual };
  denominator: Bilingual;
  /** The year is null where the source does not give one. */
  population: { who: Bilingual; year: number | null };
  sources: readonly Source[];
  relations: readonly Relation[];
  /** What it speaks of, where that is no indicator. */
  topic?: Bilingual;
  remark?: Bilingual;
}

export const share = (low: number | null, high: number | null = low): Quantity => ({ low, high, unit: 'percent' });

export const amount = (unit: QuantityUnit, low: number | null, high: number | null = low): Quantity => ({
  low,
  high,
  unit,
});

export const of = (fr: string, en: string): Bilingual => ({ fr, en });

/** Windows as sources give them. */
export const window = {
  unstated: { days: null, text: of('non précisée', 'not stated') },
  none: { days: null, text: of('sans objet', 'not applicable') },
  day: { days: null, text: of('un jour ordinaire', 'an ordinary day') },
  month: { days: 28, text: of('un mois, lu sur 28 jours', 'one month, read over 28 days') },
  halfYear: { days: 182, text: of('six mois', 'six months') },
  year: { days: 365, text: of('un an', 'one year') },
} as const satisfies Record<string, Benchmark['window']>;

/** Where a source does not say whom it divides by. */
export const unstated = of('non précisé', 'not stated');
