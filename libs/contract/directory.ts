import { z } from 'zod';

export const ScimToken = z.object({
  id: z.uuid(),
  /** The part of the token that may be shown. */
  prefix: z.string(),
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  /** The last day on which it opens; null = until it is revoked. */
  expiresOn: z.string().nullable(),
});
export type ScimToken = z.infer<typeof ScimToken>;

const Share = z.number().min(0).max(1);
const EntityAttribute = z.enum(['organization', 'division', 'department']);

export const DirectoryLimits = z.object({
  /** Shares of the people known, above which leavers and moves of a day wait for somebody to look. */
  leaversAbove: Share,
  movesAbove: Share,
  /** Attributes of a user that name entities, from the top. */
  entityFrom: z.array(EntityAttribute).min(1).max(3),
});
export type DirectoryLimits = z.infer<typeof DirectoryLimits>;

/** Body of `PATCH /v1/organizations/:org/directory`: what is absent stays. */
export const NewDirectoryLimits = DirectoryLimits.partial().strict();
export type NewDirectoryLimits = z.infer<typeof NewDirectoryLimits>;

/** Answer of `GET /v1/organizations/:org/directory`: what an identity provider pushes. Counts, never a person. */
export const Directory = DirectoryLimits.extend({
  /** Where the provider sends to. */
  address: z.string(),
  tokens: z.array(ScimToken),
  users: z.int(),
  waiting: z.int(),
  entityUnknown: z.int(),
  lastChange: z.iso.datetime().nullable(),
  /** What was taken today without anybody looking; null = nothing yet. */
  today: z.object({ known: z.int(), joiners: z.int(), leavers: z.int(), moves: z.int() }).nullable(),
  held: z.array(z.object({ change: z.enum(['leave', 'move']), place: z.string(), people: z.int() })),
});
export type Directory = z.infer<typeof Directory>;

/** Answer of `POST /v1/organizations/:org/directory/tokens`. */
export const ScimTokenCreated = z.object({
  id: z.uuid(),
  prefix: z.string(),
  /** Shown this once. */
  token: z.string(),
});
export type ScimTokenCreated = z.infer<typeof ScimTokenCreated>;

/** Answer of `POST /v1/organizations/:org/directory/approval`. */
export const DirectoryApproved = z.object({ people: z.int() });
export type DirectoryApproved = z.infer<typeof DirectoryApproved>;
