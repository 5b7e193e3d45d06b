import { z } from 'zod';

/** A page of the organisation with its filters, as it stands in the address behind `/o/<slug>/`: never elsewhere. */
const Address = z
  .string()
  .max(2000)
  .regex(/^[a-z][a-z-]*(\/[^\s/?#]{1,200})?(\?[^\s#]*)?$/);

/** Body of `POST /v1/organizations/:org/views`; a view of this name is replaced. */
export const NewView = z.strictObject({ name: z.string().trim().min(1).max(80), address: Address });
export type NewView = z.infer<typeof NewView>;

export const View = z.object({ id: z.uuid(), name: z.string(), address: z.string() });
export type View = z.infer<typeof View>;

/** Answer of `GET /v1/organizations/:org/views`: one's own, by name. */
export const Views = z.object({ views: z.array(View) });
export type Views = z.infer<typeof Views>;
