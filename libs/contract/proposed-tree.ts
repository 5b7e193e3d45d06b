import { z } from 'zod';

/** Answer of `GET /v1/organizations/:org/proposed-tree`: where the accounts of a network work, while there is no directory. */
export const ProposedTree = z.object({
  people: z.int(),
  /** Names from the top, with k people or more. */
  places: z.array(z.object({ path: z.string(), people: z.int() })),
  /** Places of fewer people, told together. */
  others: z.object({ places: z.int(), people: z.int() }).nullable(),
});
export type ProposedTree = z.infer<typeof ProposedTree>;
