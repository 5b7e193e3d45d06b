import { type FollowedEntity } from '#contract/follow-up.js';
import { type Told } from '../../ui/table-of.js';

/** Who signed in during the week shown, as it leaves the page: between both ends, of those present. */
export const toldSignedIn = (
  { signedIn: { value, numerator }, headcount }: Pick<FollowedEntity, 'signedIn' | 'headcount'>,
  week: string | null,
): Told => ({
  ...{ value, low: null, high: null, n: headcount, asOf: week },
  ...(numerator ? { published: numerator } : {}),
});
