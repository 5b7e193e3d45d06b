import { z } from 'zod';
import { isDay } from '#domain/calendar/day.js';
import { retention } from '#domain/purpose/retention.js';

const Months = z.int().min(retention.leastRawMonths).max(retention.mostRawMonths);

/** Answer of `GET` and `PUT /v1/organizations/:org/retention`: for how long what comes from the network is kept. */
export const KeptRaw = z.object({
  rawMonths: Months,
  /** First day that is still kept: what came before is gone, and stays gone. Null = nothing was ended yet. */
  sealedBefore: z.string().refine(isDay).nullable(),
  /** False where nobody real is counted: then everything is kept. */
  applies: z.boolean(),
});
export type KeptRaw = z.infer<typeof KeptRaw>;

/** Body of `PUT …/retention`. */
export const NewRetention = z.strictObject({ rawMonths: Months });
export type NewRetention = z.infer<typeof NewRetention>;
