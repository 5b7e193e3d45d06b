import { z } from 'zod';
import { addDays, isDay } from '#domain/calendar/day.js';

/** The last day on which a key opens, in the zone of its organisation, where it may still be the day before. */
export const LastDay = z
  .string()
  .refine(isDay, 'must be a day, as 2027-03-31')
  .refine((day) => day >= addDays(new Date().toISOString().slice(0, 10), -1), 'must not lie behind');

/** Body of the routes that make a key; without one it opens until it is revoked. */
export const UntilDay = z.strictObject({ expiresOn: LastDay.optional() }).nullish();
export type UntilDay = z.infer<typeof UntilDay>;
