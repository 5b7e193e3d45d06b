export interface Pair {
  first: string;
  firstEn: string;
  firstKind: string;
  second: string;
  secondEn: string;
  secondKind: string;
}
export interface Observed extends Pair {
  /** Ends of what each side publishes, in people, and of the difference, as shares. */
  firstLow: number;
  firstHigh: number;
  firstOf: number;
  /** 1 = only bounds of it are known. */
  firstBound: 0 | 1;
  secondLow: number;
  secondHigh: number;
  secondOf: number;
  secondBound: 0 | 1;
  points: number;
  pointsLow: number;
  pointsHigh: number;
}
export interface Reached extends Pair {
  /** What is counted on each side. */
  unit: 'site' | 'entity';
  sites: number;
  otherSites: number;
  /** People that each side is counted among, as published. */
  people: number;
  otherPeople: number;
  /** 1 = each against itself: both numbers are that of the units read twice. */
  paired: 0 | 1;
  p: number;
  shock: string;
}
export interface Named {
  name: string;
  nameEn: string;
}
type Nothing = Record<string, never>;

/** How many more of its kind each side would need; `gap`: what they would find, as a share; 0 = any test at all. */
export interface More extends Pair {
  unit: 'site' | 'entity';
  firstMore: number;
  secondMore: number;
  gap: number;
  /** Until a launch is no novelty. */
  weeks: number;
}

export interface SettleParams {
  'comparison.settle_open': Named;
  'comparison.settle_common_weeks': Nothing;
  /** A side that has told nothing for two blocks: hidden, or told by no source. `shorter`: 1 = the measure over 7 days tells it. */
  'comparison.settle_masked': Named & { kind: string; shorter: 0 | 1 };
  'comparison.settle_untold': Named & { kind: string };
  'comparison.settle_other': Nothing;
  'comparison.settle_more': More;
  /** More than may still join. */
  'comparison.settle_beyond': More;
  'comparison.settle_enough': { gap: number; unit: 'site' | 'entity' };
  /** `open`: what the publication of both sides leaves open, as a share. */
  'comparison.settle_bands': { open: number; unit: 'site' | 'entity' };
  /** Each against itself: neither more of them nor weeks add to it. */
  'comparison.settle_fixed': { unit: 'site' | 'entity' };
  'comparison.settle_weeks': { weeks: number };
  'comparison.settle_finer': { shorter: 0 | 1 };
  'comparison.settle_apart': Nothing;
  'comparison.settle_calendar': Nothing;
  'comparison.settled': { unit: 'site' | 'entity' };
}

export interface ComparisonParams extends SettleParams {
  'comparison.nothing': Nothing;
  /** Both sides are this one. */
  'comparison.same': Named & { kind: string };
  /** Weeks since each side's own opening: the nearest that both told. */
  'comparison.observed': Observed & { week: number; otherWeek: number };
  /** `old`: 1 = a block has passed since that both did not tell. */
  'comparison.observed_calendar': Observed & { day: string; old: 0 | 1 };
  'comparison.observed_periods': Observed & { firstDay: string; secondDay: string };
  'comparison.noise': Reached & { detectable: number };
  /** The people counted tell who leads, the bands of single sites do not. */
  'comparison.open': Reached & { detectable: number };
  /** So few sites that no gap, however wide, would be told from chance. */
  'comparison.blind': Reached;
  'comparison.distinct': Reached;
  'comparison.refused_overlap': Reached;
  'comparison.refused_shock': Reached;
  'comparison.refused_too_wide': Reached;
  'comparison.refused_one_site': Reached;
  'comparison.refused_sites_hidden': Reached;
  'comparison.refused_no_spread': Reached;
  /** `name`: the side that has not opened. */
  'comparison.not_open': Named;
}
