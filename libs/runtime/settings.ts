import { z } from 'zod';
import { metricsSettings } from './metrics/metrics-settings.js';
import { oidcProviders } from './oidc-settings.js';
import { secondFactorFor } from './second-factor-settings.js';
import { tracingSettings } from './tracing/tracing-settings.js';

const port = z.coerce.number().int().min(0).max(65_535);
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/[^/]+\/[^/?]+/, 'must look like postgres://user:password@host:5432/database');
const flag = z.enum(['true', 'false']).transform((word) => word === 'true');

/** What somebody types to reach the length is guessed first. */
function isVaried(secret: string): boolean {
  const half = Math.floor(secret.length / 2);
  const repeats = Array.from({ length: half }, (_, n) => n + 1).some(
    (piece) => secret.slice(piece) === secret.slice(0, -piece),
  );
  return !repeats && new Set(secret).size >= 8;
}

/** As other tools write it: the scheme may be left out. */
const proxyUrl = z
  .string()
  .transform((address) => (/^[a-z]+:\/\//i.test(address) ? address : `http://${address}`))
  .pipe(z.url({ protocol: /^https?$/, error: 'must look like http://proxy.example:3128' }));

/** Every setting there is, with the sentence that the README prints beside it. */
const schema = z.object({
  DATABASE_URL: databaseUrl.describe(
    'The PostgreSQL database, as its owner; without it `npm start` runs an embedded server.',
  ),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/./, 'must look like redis://host:6379')
    .optional()
    .describe('Redis for the jobs; without it they are kept in PostgreSQL.'),
  APP_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .refine(
      isVaried,
      'repeats itself, or has fewer than 8 different characters: take what `openssl rand -base64 32` gives',
    )
    .describe(
      'Signs the sessions, derives the passwords of the database roles and keeps the names of people; at least 32 characters.',
    ),
  APP_SECRET_BEFORE: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'The APP_SECRET until now, for the first start with a new one: the keys to the names of people move over.',
    ),
  ROLE: z.enum(['api', 'worker', 'all']).default('all').describe('What this process does: api, worker, or all.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on; 0.0.0.0 for every one.'),
  PORT: port.default(3000).describe('The port of the dashboard and of the API; 0 takes a free one.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'How browsers reach Essor, when a proxy changes the name; requests from other origins are refused. Reports by mail lead there, and need it.',
    ),
  TRUST_PROXY: z
    .string()
    .min(1)
    .default('false')
    .transform((words) => (words === 'true' ? true : words === 'false' ? false : words))
    .describe('true, or the addresses of the proxies whose X-Forwarded-* headers are believed; false believes none.'),
  COOKIE_SECURE: z
    .enum(['auto', 'always', 'never'])
    .default('auto')
    .describe('Whether the session cookie is kept to https; auto decides by the request.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('The least serious line that is written to the log.'),
  SESSION_RATE: z.coerce
    .number()
    .int()
    .min(0)
    .default(20)
    .describe('Requests a second that one session may make for long; ten times as many at once. 0: as many as come.'),
  LOG_REQUESTS: flag.default(false).describe('true writes one line per HTTP request, without its query or body.'),
  ...metricsSettings,
  ...tracingSettings,
  OIDC_PROVIDERS: oidcProviders.describe(
    'Identity providers to sign in with (OpenID Connect), as a JSON list: docs/sign-in.md; none = passwords only.',
  ),
  SECOND_FACTOR_FOR: secondFactorFor.describe(
    'Roles that need a second factor beside their password, separated by commas, such as admin,project_manager; all = everybody; none = whoever wants one.',
  ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must look like smtps://user:password@mail.example:465' })
    .optional()
    .describe(
      'The mail server through which reports and links to choose a password are sent; without it no report leaves, and links are shown to the administrator.',
    ),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'must look like Essor <essor@acme.example>')
    .default('Essor <essor@localhost>')
    .describe('The sender of mails.'),
  PULL_ADDRESSES: z
    .enum(['public', 'private'])
    .default('public')
    .describe(
      'Which addresses sources may be fetched from: public ones over https; or private, also those of your own network and http.',
    ),
  HTTPS_PROXY: proxyUrl
    .optional()
    .describe('The proxy through which sources are fetched, such as http://proxy.example:3128; none = directly.'),
  NO_PROXY: z
    .string()
    .default('')
    .describe(
      'Hosts that are fetched without the proxy, separated by commas: a domain also stands for those below it.',
    ),
  ESSOR_DATA_DIR: z.string().min(1).default('.essor').describe('Where the embedded server and its secret are kept.'),
  RIGHTS_LEDGER: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The file that keeps, by token, who was erased or objected; apart from the database, so that a restored backup does not bring them back. Without it: beside the data folder.',
    ),
  AUDIT_HEADS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The file to which the worker adds the end of each chain of the audit log once a day; a copy kept elsewhere proves that nobody wrote the log anew. Without it: beside the data folder.',
    ),
  ESSOR_DB_URL_INGEST: databaseUrl.optional().describe('Connection that stores events, where roles cannot be created.'),
  ESSOR_DB_URL_APP: databaseUrl.optional().describe('Connection for accounts and declared facts, likewise.'),
  ESSOR_DB_URL_READ: databaseUrl.optional().describe('Connection that reads publications only, likewise.'),
  ESSOR_DB_URL_WORK: databaseUrl.optional().describe('Connection of the worker, likewise.'),
  ESSOR_DB_URL_RIGHTS: databaseUrl.optional().describe('Connection of the rights desk, likewise.'),
  ESSOR_DB_URL_JOBS: databaseUrl.optional().describe('Connection of the job queue, likewise.'),
});

export type Settings = z.infer<typeof schema>;

/** Where the ledger of rights lies: never inside the data folder, which a backup replaces. */
export const rightsLedgerPath = ({
  RIGHTS_LEDGER,
  ESSOR_DATA_DIR,
}: Pick<Settings, 'RIGHTS_LEDGER' | 'ESSOR_DATA_DIR'>) =>
  RIGHTS_LEDGER ?? `${ESSOR_DATA_DIR.replace(/\/+$/, '')}-rights.ndjson`;

/** Where the ends of the audit log lie: beside the data folder too. */
export const auditHeadsPath = ({ AUDIT_HEADS, ESSOR_DATA_DIR }: Pick<Settings, 'AUDIT_HEADS' | 'ESSOR_DATA_DIR'>) =>
  AUDIT_HEADS ?? `${ESSOR_DATA_DIR.replace(/\/+$/, '')}-audit-heads.ndjson`;

/** The proxy of the settings, for whoever asks the world outside; null = none. */
export const outgoingProxy = ({ HTTPS_PROXY, NO_PROXY }: Pick<Settings, 'HTTPS_PROXY' | 'NO_PROXY'>) =>
  HTTPS_PROXY === undefined ? null : { address: HTTPS_PROXY, except: NO_PROXY };

/** Injection token: `@Inject(SETTINGS) settings: Settings`. */
export const SETTINGS = 'SETTINGS';

/** A setting is missing or wrong. The message names each one and never repeats its value. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
  readonly code = 'bad_settings';
}

type Environment = Record<string, string | undefined>;

/** The settings of a server process; throws BadSettings. */
export function readSettings(environment: Environment = process.env): Settings {
  return parsed(schema, environment);
}

/** For commands that can do without a database of their own, or find one. */
export function readGivenSettings(
  environment: Environment = process.env,
): Omit<Settings, 'DATABASE_URL' | 'APP_SECRET'> & Partial<Pick<Settings, 'DATABASE_URL' | 'APP_SECRET'>> {
  return parsed(schema.partial({ DATABASE_URL: true, APP_SECRET: true }), environment);
}

function parsed<T>(shape: z.ZodType<T>, environment: Environment): T {
  // `NAME=` in a file of settings means "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return given[String(issue.path[0])] === undefined ? `${name} is not set.` : `${name}: ${issue.message}.`;
  });
  throw new BadSettings(problems.join(' '));
}

/** One row per setting, for the table in the README. */
export function settingsTable(): { name: string; default: string; sentence: string }[] {
  return Object.entries(schema.shape).map(([name, shape]) => {
    const absent = shape.safeParse(undefined);
    const fallback = absent.success ? (typeof absent.data === 'object' ? '' : String(absent.data ?? '')) : 'required';
    return { name, default: fallback, sentence: shape.description ?? '' };
  });
}
