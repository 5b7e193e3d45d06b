import { z } from 'zod';

/** Answer of `GET /v1/organizations/:org/disclosures`: what left Essor, how often, and when last; never by whom. */
export const Disclosures = z.object({
  disclosures: z.array(
    z.object({
      /** exported: a file was downloaded; exact: somebody counted below the mask on the command line. */
      action: z.enum(['exported', 'exact']),
      /** Which file; null = unsaid. */
      what: z.string().nullable(),
      times: z.int(),
      last: z.iso.datetime(),
    }),
  ),
});
export type Disclosures = z.infer<typeof Disclosures>;
