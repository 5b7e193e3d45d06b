import { z } from 'zod';
import { smallestGroup } from '#domain/mask/smallest-group.js';

const K = z.int().min(1).max(smallestGroup.most);

/** Answer of `GET` and `PUT /v1/organizations/:org/smallest-group`: how many people a figure is about at least. */
export const SmallestGroup = z.object({
  k: z.int(),
  /** The smallest number that closed weeks were told with, where it was smaller: they keep their groups. */
  closedWith: z.int().nullable(),
});
export type SmallestGroup = z.infer<typeof SmallestGroup>;

/** Body of `PUT …/smallest-group`: never less than what holds. */
export const NewSmallestGroup = z.strictObject({ k: K });
export type NewSmallestGroup = z.infer<typeof NewSmallestGroup>;
