import { type Organization } from '#contract/organization.js';

type Next = NonNullable<Organization['next']>;

/** on: by the clock alone. whole: by the clock, once its data are there. waits: for its data alone. */
export type Wait = 'on' | 'whole' | 'waits';

/** What the next week waits for; null where it only has to be counted. */
export function waitOf({ weekEnd, from, through }: Next, now: Date): Wait | null {
  const isEarly = now.getTime() < Date.parse(from);
  if (through >= weekEnd) return isEarly ? 'on' : null;
  return isEarly ? 'whole' : 'waits';
}

/** Whether something of the next week came already: then a page that shows the week before owes an answer. */
export const hasBegun = ({ weekEnd, through }: Next): boolean =>
  Date.parse(through) > Date.parse(weekEnd) - 7 * 86_400_000;
