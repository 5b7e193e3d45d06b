/**
 * How long something took, in whole days since an origin:
 * - `activation`, `first_login`: from the first invitation, in periods of 24 hours, as K02 counts them;
 * - `adoption`: from the day of the invitation to the third active week within four (K10);
 * - `adoption_since_launch`: the same from the launch of the person's wave; who comes later is at risk from then on;
 * - `habit`: from the week of activation to the first week that closes nine active ones within twelve (K12b).
 */
export const lagKinds = ['activation', 'first_login', 'adoption', 'adoption_since_launch', 'habit'] as const;
export type LagKind = (typeof lagKinds)[number];

/** Days are told apart for four weeks, then only weeks are. */
export const DAILY_LAGS = 28;

/** First day of the bin that holds a lag (whole days, ≥ 0): each of 0–27, then 28, 35, 42 … */
export const lagBinOf = (days: number): number => (days < DAILY_LAGS ? days : Math.floor(days / 7) * 7);

/** People by lag: `events` = to whom it happened then, `censored` = seen until then without it, `entered` = at risk from then on. */
export interface LagBin {
  lag: number;
  entered: number;
  events: number;
  censored: number;
}
