import { type Role, roles } from '#contract/access.js';

const everyone: readonly Role[] = roles;
const readers: readonly Role[] = ['admin', 'project_manager', 'consultant'];
const managers: readonly Role[] = ['admin', 'project_manager'];
const admins: readonly Role[] = ['admin'];

/**
 * Who may do what: one row per right. A route names its row with `@Allow`, and one that names none stops the boot.
 * Under `/v1/organizations/:org` the right holds in the organisations given to the account (admins: in all).
 */
export const policies = {
  /** No session needed. */
  public: 'anyone',
  /** A source's bearer key instead of a session; the route's own guard checks it. */
  source_key: 'key',
  /** The token of an identity provider, for /scim/v2 and nothing else; likewise. */
  scim: 'key',
  /** One's own session. */
  session: everyone,
  /** What every number means: no figure of anybody. */
  definitions: everyone,
  /** The pages of a sponsor: Synthèse and Déploiement. */
  steering: everyone,
  steering_export: everyone,
  /** Every other page. */
  reading: readers,
  export: readers,
  /** Files in: directory, events, declared facts. */
  import: managers,
  /** Sources that are fetched on a schedule: where from, and with which secret. */
  pull: managers,
  /** The dates on which employees and their representatives were heard. */
  purpose: managers,
  /** What representatives and the data-protection officer are given to read. */
  dossier: managers,
  /** Opening the purpose gate without them. */
  override: admins,
  /** Waves, mandates, launches entered by hand; words of the house, and modules with the day they were declared. */
  declare: managers,
  /** Keys of sources. */
  keys: admins,
  accounts: admins,
  /** New organisations. */
  organizations: admins,
  /** k, bands, retention. */
  thresholds: admins,
} as const satisfies Record<string, readonly Role[] | 'anyone' | 'key'>;

export type Policy = keyof typeof policies;

export type Caller = Role | 'anonymous';

/** What the table says of a caller without a key: `sign_in` = unknown caller, `refuse` = known and not allowed. */
export function decision(policy: Policy, caller: Caller): 'allow' | 'sign_in' | 'refuse' {
  const allowed = policies[policy];
  if (allowed === 'anyone') return 'allow';
  if (allowed === 'key' || caller === 'anonymous') return 'sign_in';
  return allowed.includes(caller) ? 'allow' : 'refuse';
}
