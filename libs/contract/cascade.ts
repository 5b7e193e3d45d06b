import { z } from 'zod';

/** Answer of `GET /v1/organizations/:org/communities/cascade`: who supports whom, as declared. Relays are volunteers. */
export const Cascade = z.object({
  steps: z.array(
    z.object({
      role: z.enum(['head', 'animator', 'relay']),
      /** Null while the directory has not named the holder. */
      name: z.string().nullable(),
      entity: z.string().nullable(),
      entityName: z.string().nullable(),
      supportedBy: z.array(z.object({ name: z.string().nullable(), entityName: z.string().nullable() })),
    }),
  ),
});
export type Cascade = z.infer<typeof Cascade>;
