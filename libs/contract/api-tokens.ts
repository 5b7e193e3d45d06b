import { z } from 'zod';
import { Role } from './access.js';

export const ApiToken = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The token begins with `essor_api_` and this. */
  prefix: z.string(),
  /** It opens what both this role and its owner may open. */
  role: Role,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** Null = never used. */
  lastUsedOn: z.iso.date().nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

/** Answer of `GET /v1/account/tokens`: one's own that work, the newest first, and the roles that a new one may have. */
export const ApiTokens = z.object({ tokens: z.array(ApiToken), roles: z.array(Role) });
export type ApiTokens = z.infer<typeof ApiTokens>;

/** Body of `POST /v1/account/tokens`. */
export const NewApiToken = z.strictObject({
  name: z.string().trim().min(1).max(100),
  role: Role,
  days: z.int().min(1).max(365).default(90),
});
export type NewApiToken = z.infer<typeof NewApiToken>;

/** Its answer; the token is shown this once. */
export const MadeApiToken = z.object({ token: z.string(), listed: ApiToken });
export type MadeApiToken = z.infer<typeof MadeApiToken>;
