export interface Pair {
  first: string;
  firstKind: string;
  second: string;
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
  sites: number;
  otherSites: number;
  /** 1 = each site against itself: both numbers are that of the sites read twice. */
  paired: 0 | 1;
  p: number;
  shock: string;
}
type Nothing = Record<string, never>;

export interface ComparisonParams {
  'comparison.nothing': Nothing;
  /** Both sides are this one. */
  'comparison.same': { name: string; kind: string };
  /** Weeks since each side's own opening: the nearest that both told. */
  'comparison.observed': Observed & { week: number; otherWeek: number };
  'comparison.observed_calendar': Observed & { day: string };
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
  'comparison.not_open': { name: string };
  'comparison.settle_open': { name: string };
  'comparison.settle_common_weeks': Nothing;
  /** A side that has told nothing for two blocks: hidden, or told by no source. */
  'comparison.settle_masked': { name: string; kind: string };
  'comparison.settle_untold': { name: string; kind: string };
  'comparison.settle_other': Nothing;
  /** `gap`: what so many sites would find, as a share; 0 = any test at all. `weeks`: until a launch is no novelty. */
  'comparison.settle_more': { sites: number; gap: number; weeks: number };
  /** `left`: sites of the organisation on neither side. */
  'comparison.settle_beyond': { sites: number; left: number; gap: number; weeks: number };
  'comparison.settle_enough': { gap: number };
  /** `open`: what the publication of both sides leaves open, as a share. */
  'comparison.settle_bands': { open: number };
  /** Each site against itself: neither sites nor weeks add to it. */
  'comparison.settle_fixed': Nothing;
  'comparison.settle_weeks': { weeks: number };
  'comparison.settle_block': Nothing;
  'comparison.settle_apart': Nothing;
  'comparison.settle_calendar': Nothing;
  'comparison.settled': Nothing;
}
