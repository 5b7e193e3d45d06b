import { z } from 'zod';
import { roles } from '#domain/access/roles.js';
import { Code, SecondFactor } from './second-factor.js';

export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const Language = z.enum(['fr', 'en']);
export type Language = z.infer<typeof Language>;

export const OrganizationClass = z.enum(['synthetic', 'public', 'personal']);
export type OrganizationClass = z.infer<typeof OrganizationClass>;

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const Slug = z.string().max(63);

/** Body of `POST /v1/session`. */
export const SignIn = z.strictObject({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(1024),
  /** Of an account with a second factor. */
  code: Code.optional(),
});
export type SignIn = z.infer<typeof SignIn>;

/** Body of `PATCH /v1/session`. */
export const SessionChange = z.strictObject({ language: Language });
export type SessionChange = z.infer<typeof SessionChange>;

/** Body of `POST /v1/accounts/:id/link`. */
export const NewLink = z.strictObject({ purpose: z.enum(['invitation', 'reset']) });
export type NewLink = z.infer<typeof NewLink>;

/** Its answer. An invitation waits seven days, a reset two hours; another link replaces it. */
export const AccountLink = z.object({
  /** Shown this once; null where it was sent to its account. */
  url: z.url().nullable(),
  /** `off`: the installation has no mail server. */
  mail: z.enum(['sent', 'failed', 'off']),
  purpose: NewLink.shape.purpose,
  expiresAt: z.iso.datetime(),
});
export type AccountLink = z.infer<typeof AccountLink>;

/** Body of `POST /v1/password/forgotten`. */
export const ForgottenPassword = z.strictObject({ email: Email });
export type ForgottenPassword = z.infer<typeof ForgottenPassword>;

export const shortestPassword = 12;

/** Body of `POST /v1/password`: the secret of a link, and what its account chooses. */
export const NewPassword = z.strictObject({
  token: z.string().min(1).max(200),
  password: z.string().min(shortestPassword).max(1024),
});
export type NewPassword = z.infer<typeof NewPassword>;

/** Answer of `GET /v1/sessions`: one's own, the newest first. */
export const Sessions = z.object({
  sessions: z.array(z.object({ since: z.iso.datetime(), lastUsed: z.iso.datetime(), current: z.boolean() })),
});
export type Sessions = z.infer<typeof Sessions>;

/** Body of `POST /v1/account/password`: the old one, and what takes its place. */
export const PasswordChange = z.strictObject({
  password: z.string().min(1).max(1024),
  newPassword: NewPassword.shape.password,
});
export type PasswordChange = z.infer<typeof PasswordChange>;

/** What a person signed in may know of an organisation they may open. */
export const OpenOrganization = z.object({
  slug: Slug,
  name: z.string(),
  class: OrganizationClass,
  timezone: z.string(),
  /** Fewest people that a figure may be about. */
  k: z.int(),
  bands: z.boolean(),
  modules: z.record(z.string(), z.unknown()),
  houseWords: z.record(z.string(), z.unknown()),
  /** What they are here, which may differ from one organisation to the next. */
  role: Role,
  /** Key of the only entity, with everything below it, that they may see; null = the whole organisation. */
  scope: z.string().nullable(),
});
export type OpenOrganization = z.infer<typeof OpenOrganization>;

/** Body of `POST /v1/organizations`. Smaller groups and exact figures are for the command line: never for real people. */
export const NewOrganization = z.strictObject({
  slug: Slug,
  name: z.string().trim().min(1).max(200),
  class: OrganizationClass,
  /** IANA name, such as Europe/Paris. */
  timezone: z.string().max(100),
});
export type NewOrganization = z.infer<typeof NewOrganization>;

/** Answer of `GET`, `POST` and `PATCH /v1/session`, and of `POST /v1/organizations`. */
export const Session = z.object({
  account: z.object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: Role,
    language: Language,
    secondFactor: SecondFactor,
  }),
  /** In the order of their names; for an administrator, all of them. */
  organizations: z.array(OpenOrganization),
});
export type Session = z.infer<typeof Session>;

/** An organisation given to an account. */
export const Membership = z.strictObject({
  organization: Slug,
  /** Null: the role of the account. */
  role: Role.nullable().default(null),
  /** Key of the only entity, with everything below it, that they may see; a local lead needs one. */
  scope: z.string().min(1).max(200).nullable().default(null),
});
export type Membership = z.infer<typeof Membership>;

export const Account = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: Role,
  language: Language,
  disabled: z.boolean(),
  /** Whether a code is asked for beside the password. */
  secondFactor: z.boolean(),
  /** Slugs of the organisations given to them; an administrator needs none. */
  organizations: z.array(Slug),
  memberships: z.array(
    Membership.extend({
      /** Key of the identity provider whose group gave it; null = given by hand. */
      provider: z.string().nullable(),
    }),
  ),
});
export type Account = z.infer<typeof Account>;

/** Answer of `GET /v1/accounts`. */
export const Accounts = z.object({ accounts: z.array(Account) });
export type Accounts = z.infer<typeof Accounts>;

/** Body of `POST /v1/accounts`; the password is generated. */
export const NewAccount = z.strictObject({
  email: Email,
  name: z.string().trim().min(1).max(200),
  role: Role,
  language: Language.default('fr'),
  /** Given with the role of the account; with a role of their own, or a scope, as `memberships`. */
  organizations: z.array(Slug).max(1000).default([]),
  memberships: z.array(Membership).max(1000).default([]),
});
export type NewAccount = z.infer<typeof NewAccount>;

/** Body of `PATCH /v1/accounts/:id`: what is absent stays. */
export const AccountChange = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  role: Role.optional(),
  disabled: z.boolean().optional(),
  /** Exactly these from now on, with `memberships`. */
  organizations: z.array(Slug).max(1000).optional(),
  memberships: z.array(Membership).max(1000).optional(),
  resetPassword: z.literal(true).optional(),
});
export type AccountChange = z.infer<typeof AccountChange>;

/** Answer of `POST /v1/accounts` and `PATCH /v1/accounts/:id`. */
export const AccountAnswer = z.object({
  account: Account,
  /** Shown this once; null unless one was generated. */
  password: z.string().nullable(),
});
export type AccountAnswer = z.infer<typeof AccountAnswer>;
