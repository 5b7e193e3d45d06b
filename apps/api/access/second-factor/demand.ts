import { type Role } from '#contract/access.js';
import { type SecondFactor } from '#contract/second-factor.js';
import { type Settings } from '#runtime/settings.js';
import { type Policy } from '../policy.js';

type Demand = Settings['SECOND_FACTOR_FOR'];

/** Whether somebody who is any of these must have a second factor. */
export const isDemanded = (demand: Demand, roles: readonly Role[]): boolean =>
  demand === 'all' || roles.some((role) => demand.includes(role));

/** Open without it all the same: what sets it up, and what says that it is missing. */
export const openWithout: ReadonlySet<Policy> = new Set<Policy>(['public', 'session', 'second_factor']);

/** Whoever an identity provider vouched for has theirs there. */
export function secondFactorOf(
  demand: Demand,
  { provider, since, roles }: { provider: string | undefined; since: Date | null; roles: readonly Role[] },
): SecondFactor {
  if (provider !== undefined) return 'elsewhere';
  if (since !== null) return 'on';
  return isDemanded(demand, roles) ? 'required' : 'off';
}
