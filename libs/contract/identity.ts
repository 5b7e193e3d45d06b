import { z } from 'zod';
import { Role } from './access.js';

const Provider = z.object({
  key: z.string(),
  /** As people call it. */
  name: z.string(),
});

/** Answer of `GET /v1/identity-providers`: who can vouch for somebody here. */
export const IdentityProviders = z.object({
  providers: z.array(Provider),
  /** Whether whoever forgot a password can have a link sent. */
  sendsLinks: z.boolean(),
});
export type IdentityProviders = z.infer<typeof IdentityProviders>;

/** Query of `GET /v1/identity-providers/:provider/start`. */
export const SignInStart = z.strictObject({
  /** A page of an organisation. */
  next: z
    .string()
    .max(2000)
    .regex(/^\/o\/[\x21-\x5b\x5d-\x7e]*$/)
    .optional(),
});
export type SignInStart = z.infer<typeof SignInStart>;

/** Body of `POST /v1/account/identities/:provider`, and where to come back to. */
export const LinkStart = z.strictObject({
  password: z.string().min(1).max(1024),
  next: SignInStart.shape.next.unwrap(),
});
export type LinkStart = z.infer<typeof LinkStart>;

/** Its answer: where the browser goes. */
export const LinkStarted = z.object({ continueAt: z.string() });
export type LinkStarted = z.infer<typeof LinkStarted>;

/** Body of `POST /v1/account/identities/:provider/removal`. */
export const OwnPassword = LinkStart.pick({ password: true });
export type OwnPassword = z.infer<typeof OwnPassword>;

/** Answer of `GET /v1/account/identities`: every provider there is, and since when it vouches for the account. */
export const OwnIdentities = z.object({
  identities: z.array(z.object({ provider: z.string(), name: z.string(), since: z.iso.datetime().nullable() })),
  /** Whoever came through a provider may not. */
  mayChange: z.boolean(),
});
export type OwnIdentities = z.infer<typeof OwnIdentities>;

/** Form of `POST /v1/identity-providers/:provider/logout`, as the standard names it; other fields are passed over. */
export const BackChannelLogout = z.looseObject({ logout_token: z.string().min(1).max(20_000) });
export type BackChannelLogout = z.infer<typeof BackChannelLogout>;

/** Answer of `DELETE /v1/session`: where the browser signs out at the identity provider too; null = nowhere else. */
export const SignedOut = z.object({ continueAt: z.url().nullable() });
export type SignedOut = z.infer<typeof SignedOut>;

/** What the members of a group are in one organisation. No group makes an administrator of it. */
export const GroupRole = z.strictObject({
  provider: z.string().min(1).max(31),
  /** As the provider tells it: a name or an identifier. */
  group: z.string().trim().min(1).max(200),
  role: Role.exclude(['admin']),
  /** Key of the only entity, with everything below it, that they may see; a local lead needs one. */
  scope: z.string().min(1).max(200).nullable().default(null),
});
export type GroupRole = z.infer<typeof GroupRole>;

/** Body of `PUT /v1/organizations/:org/group-roles`, in the order in which they count: of several groups of one person, the first. */
export const NewGroupRoles = z.strictObject({ groupRoles: z.array(GroupRole).max(500) });
export type NewGroupRoles = z.infer<typeof NewGroupRoles>;

/** Answer of `GET` and `PUT`. */
export const GroupRoles = z.object({ groupRoles: z.array(GroupRole), providers: z.array(Provider) });
export type GroupRoles = z.infer<typeof GroupRoles>;
