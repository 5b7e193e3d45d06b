import { type Role } from '#contract/access.js';
import { reporters, roles } from '#domain/access/roles.js';

const everyone: readonly Role[] = roles;
const steerers: readonly Role[] = ['admin', 'project_manager', 'consultant', 'sponsor', 'animator', 'local_lead'];
const local: readonly Role[] = ['admin', 'project_manager', 'consultant', 'animator', 'local_lead'];
const committees: readonly Role[] = ['admin', 'project_manager', 'consultant', 'sponsor'];
const readers: readonly Role[] = ['admin', 'project_manager', 'consultant', 'animator'];
const declarers: readonly Role[] = ['admin', 'project_manager', 'animator'];
const managers: readonly Role[] = ['admin', 'project_manager'];
const admins: readonly Role[] = ['admin'];
const watchers: readonly Role[] = ['admin', 'data_protection_officer'];

/**
 * Who may do what: one row per right. A route names its row with `@Allow`, and one that names none stops the boot.
 * Under `/v1/organizations/:org` the right holds in the organisations given to the account, by
 * its role in each (administrators of the installation: in all).
 */
export const policies = {
  /** No session needed. */
  public: 'anyone',
  /** An identity provider's signed word that somebody signed out there. */
  back_channel: 'anyone',
  /** A source's bearer key instead of a session; the route's own guard checks it. */
  source_key: 'key',
  /** The token of an identity provider, for /scim/v2 and nothing else; likewise. */
  scim: 'key',
  /** One's own session. */
  session: everyone,
  /** One's own second factor: also before there is one. */
  second_factor: everyone,
  /** Who one is at identity providers. */
  identities: everyone,
  /** One's own tokens, for programs. */
  tokens: everyone,
  /** What every number means: no figure of anybody. */
  definitions: everyone,
  /** What the frame of every page needs: weeks, waves and the tree as published. */
  frame: everyone,
  /** The pages of a sponsor beside COPIL: Synthèse and Déploiement. */
  steering: steerers,
  /** How the next wave is prepared and decided upon. */
  preparation: steerers,
  /** Steering committees, what they decided, and the slides for the next one. */
  committee: committees,
  /** Boards that go out by mail to people without an account: when, to whom, and what was sent. */
  reports: reporters,
  /** Places, their indicators, and whom to call. */
  places: local,
  places_export: local,
  /** What one writes beside a figure that one reads. */
  note: local,
  /** What others wrote there: to change or to take away. */
  note_of_others: managers,
  /** Every other page. */
  reading: readers,
  /** One's own organisations side by side: figures only of those where `reading` is open. */
  clients: everyone,
  /** Files in: directory, events, declared facts. */
  import: managers,
  /** Sources that are fetched on a schedule: where from, and with which secret. */
  pull: managers,
  /** Whether the activity of real people may come in, and why. */
  privacy: everyone,
  /** The dates on which employees and their representatives were heard. */
  purpose: managers,
  /** What representatives and the data-protection officer are given to read. */
  dossier: [...managers, 'data_protection_officer'],
  /** Who did what to the settings, and who exported what; never anybody's activity. */
  audit: watchers,
  /** What a person may ask for: everything stored about them, to be left out, to be erased. */
  rights: watchers,
  /** Opening the purpose gate without them. */
  override: admins,
  /** Actions, surveys, calls and other declared facts. */
  facts: declarers,
  /** Waves, mandates, launches entered by hand; words of the house, and modules with the day they were declared. */
  declare: managers,
  /** Keys of sources. */
  keys: admins,
  accounts: admins,
  /** What the groups of an identity provider are in an organisation. */
  group_roles: admins,
  /** What the worker failed at, of every organisation, and once more. */
  jobs: admins,
  /** New organisations. */
  organizations: admins,
  /** k, bands, retention. */
  thresholds: admins,
} as const satisfies Record<string, readonly Role[] | 'anyone' | 'key'>;

export type Policy = keyof typeof policies;

/**
 * What whoever may see one entity only may open, beside what is in no organisation. Answers of these rows are read from
 * the board of the scope (`BoardRepository`); every other row refuses such a reader, also one that is added later.
 */
export const scopedPolicies: ReadonlySet<Policy> = new Set<Policy>([
  'frame',
  'steering',
  'places',
  'places_export',
  'note',
  'note_of_others',
  'reports',
]);

/** Rows that lead to somebody getting in, or to what a person alone decides: a session opens them, a token never does. */
export const sessionOnly: ReadonlySet<Policy> = new Set<Policy>([
  ...([
    'session',
    'second_factor',
    'identities',
    'tokens',
    'accounts',
    'group_roles',
    'organizations',
    'keys',
  ] as const),
  ...(['override', 'thresholds', 'rights'] as const),
]);

/** Whether every row that is open to one role is open to another. */
export const isWithin = (role: Role, wider: Role): boolean =>
  Object.values(policies).every(
    (allowed: readonly Role[] | string) =>
      typeof allowed === 'string' || !allowed.includes(role) || allowed.includes(wider),
  );

export type Caller = Role | 'anonymous';

/** What the table says of a caller without a key: `sign_in` = unknown caller, `refuse` = known and not allowed. */
export function decision(policy: Policy, caller: Caller): 'allow' | 'sign_in' | 'refuse' {
  const allowed = policies[policy];
  if (allowed === 'anyone') return 'allow';
  if (allowed === 'key' || caller === 'anonymous') return 'sign_in';
  return allowed.includes(caller) ? 'allow' : 'refuse';
}
