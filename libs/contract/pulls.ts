import { z } from 'zod';
import { isDay } from '#domain/calendar/day.js';
import { isTimezone } from '#domain/calendar/timezone.js';
import { neededOfPull, pullErrors, type PullKind, pullKinds } from '#domain/sources/pull.js';

const Address = z.url({ protocol: /^https?$/ }).max(500);
const Word = z.string().trim().min(1).max(200);

/** How a source is fetched, but for its secret. */
const details = {
  /** Where the network is found by a browser, or the API of Microsoft Graph. */
  address: Address,
  /** What happened before this day (UTC) is not taken. */
  since: z.string().refine(isDay, 'must be a day, as 2026-09-07'),
  everyMinutes: z.int().min(15).max(1440).default(60),
  /** HumHub: the zone in which it writes its times. */
  zone: z.string().max(100).refine(isTimezone, 'must be a time zone, as Europe/Paris').nullable().default(null),
  /** Whose password the secret is; null = the secret is a token. */
  user: Word.nullable().default(null),
  /** Microsoft 365: the directory and the application. */
  tenant: Word.nullable().default(null),
  clientId: Word.nullable().default(null),
  /** Where tokens are given; null = login.microsoftonline.com. */
  authority: Address.nullable().default(null),
};
const Secret = z.string().min(1).max(4000);
const Kind = z.enum(pullKinds);

type Details = { [Name in keyof typeof details]: z.infer<(typeof details)[Name]> };

/** What of a network's own has not been said. */
export const missingOfPull = (kind: PullKind, said: Details): string[] =>
  neededOfPull[kind].filter((name) => said[name] === null);

function sayNeeded(said: Details & { kind: PullKind }, context: z.core.$RefinementCtx): void {
  for (const name of missingOfPull(said.kind, said))
    context.addIssue({ code: 'custom', path: [name], message: 'must be given for this network' });
}

/** Body of `POST /v1/organizations/:org/pulls`. */
export const NewPull = z
  .strictObject({ name: z.string().trim().min(1).max(100), kind: Kind, secret: Secret, ...details })
  .superRefine(sayNeeded);
export type NewPull = z.infer<typeof NewPull>;

/** Body of `PUT /v1/organizations/:org/pulls/:source`; without a secret the one that is there stays, if the address does. */
export const ChangedPull = z.strictObject({ secret: Secret.optional(), ...details });
export type ChangedPull = z.infer<typeof ChangedPull>;

/** Body of `POST /v1/organizations/:org/pulls/test`; `source` lends its secret where none is given. */
export const TestedPull = z
  .strictObject({ kind: Kind, secret: Secret.optional(), source: z.int().min(1).optional(), ...details })
  .superRefine(sayNeeded);
export type TestedPull = z.infer<typeof TestedPull>;

/** Its answer. `code` says what is wrong; null = nothing. */
export const PullTest = z.object({ code: z.enum(pullErrors).nullable() });
export type PullTest = z.infer<typeof PullTest>;

/** Body of `PATCH /v1/organizations/:org/pulls/:source`. */
export const PausedPull = z.strictObject({ paused: z.boolean() });
export type PausedPull = z.infer<typeof PausedPull>;

/** Answer of `POST /v1/organizations/:org/pulls`. */
export const PullCreated = z.object({ source: z.int() });
export type PullCreated = z.infer<typeof PullCreated>;

const Instant = z.iso.datetime();

/** A source that is fetched, and how it fares; never with its secret. */
export const Pull = z.object({
  source: z.int(),
  name: z.string(),
  kind: Kind,
  ...details,
  paused: z.boolean(),
  fetching: z.boolean(),
  /** Everything that happened until then is in; null = the first reading has not come to its end. */
  through: Instant.nullable(),
  /** The last local day that was over by then; declared complete. */
  completeThrough: z.string().nullable(),
  next: Instant,
  lastStart: Instant.nullable(),
  lastSuccess: Instant.nullable(),
  /** Attempts that failed since then, and why the last one did. */
  failures: z.int(),
  lastFailure: Instant.nullable(),
  errorCode: z.enum(pullErrors).nullable(),
  /** Of the last fetch, so far. */
  received: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  refusals: z.array(z.object({ code: z.string(), times: z.int() })),
  notes: z.array(z.string()),
});
export type Pull = z.infer<typeof Pull>;

/** Answer of `GET /v1/organizations/:org/pulls`. */
export const Pulls = z.object({ pulls: z.array(Pull) });
export type Pulls = z.infer<typeof Pulls>;
