import { type DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { enterOrganization } from '../wall/within-organization.js';
import { type AccountRole } from './account.table.js';
import { noteAccess } from './note-access.js';
import { generatePassword, hashPassword } from './password.js';

export interface AccountToCreate {
  email: string;
  name: string;
  role: AccountRole;
  language?: 'fr' | 'en';
  /** Generated where absent. */
  password?: string;
  /** Slugs of the organisations given to the account with its own role. */
  organizations?: readonly string[];
  memberships?: readonly GivenOrganization[];
}

/** Role null = that of the account; scope null = the whole organisation. */
export interface GivenOrganization {
  organization: string;
  role: AccountRole | null;
  scope: string | null;
}

/** A role that is only about one place was given without that place, or a place that does not exist. */
export class ScopeRefused extends Error {
  override readonly name = 'ScopeRefused';
  constructor(
    readonly code: 'scope_required' | 'unknown_entity',
    message: string,
  ) {
    super(message);
  }
}

/** Somebody has this e-mail address already. */
export class EmailTaken extends Error {
  override readonly name = 'EmailTaken';
  readonly code = 'email_taken';
}

/** Some organisation to be given does not exist. */
export class NoSuchOrganization extends Error {
  override readonly name = 'NoSuchOrganization';
  readonly code = 'unknown_organization';
}

/** The password is null where the caller chose it; a generated one is known to nobody else and shown once. `by` null = the command line. */
export async function createAccount(
  db: DataSource | EntityManager,
  { email, name, role, language = 'fr', password, organizations, memberships }: AccountToCreate,
  by: string | null = null,
): Promise<{ id: string; password: string | null }> {
  const secret = password ?? generatePassword();
  const hash = await hashPassword(secret);
  return db.transaction(async (tx) => {
    const [row] = await rowsOf<{ id: string }>(
      tx,
      `insert into account (email, name, password_hash, role, language) values (lower($1), $2, $3, $4, $5)
       on conflict (email) do nothing returning id`,
      [email.trim(), name, hash, role, language],
    );
    if (!row) throw new EmailTaken('an account has this e-mail address already');
    await giveOrganizations(tx, row.id, givenBy({ organizations, memberships }));
    await noteAccess(tx, { account: row.id }, [], by);
    return { id: row.id, password: password === undefined ? secret : null };
  });
}

/** Both lists as one; where an organisation is in both, its membership says more. */
export function givenBy({
  organizations = [],
  memberships = [],
}: {
  organizations?: readonly string[] | undefined;
  memberships?: readonly GivenOrganization[] | undefined;
}): GivenOrganization[] {
  const plain = organizations.map((organization) => ({ organization, role: null, scope: null }));
  return [...new Map([...plain, ...memberships].map((given) => [given.organization, given])).values()];
}

/** Exactly these by hand from now on, beside what groups of an identity provider give. A scope must be an entity that the organisation knows. */
export async function giveOrganizations(
  tx: EntityManager,
  accountId: string,
  wanted: readonly GivenOrganization[],
): Promise<void> {
  await tx.query(`delete from membership where account_id = $1 and provider is null`, [accountId]);
  const given = await rowsOf<{ organizationId: string; role: AccountRole; scope: string | null }>(
    tx,
    `with given as (
       insert into membership (organization_id, account_id, role, scope_entity)
       select id, $1, role, scope
         from unnest($2::text[], $3::text[], $4::text[]) as wanted(slug, role, scope) join organization using (slug)
       on conflict (organization_id, account_id) do update
         set role = excluded.role, scope_entity = excluded.scope_entity, provider = null, group_name = null
       returning organization_id, role, scope_entity
     )
     select organization_id as "organizationId", coalesce(given.role, account.role) as role, scope_entity as scope
       from given join account on account.id = $1`,
    [accountId, ...(['organization', 'role', 'scope'] as const).map((column) => wanted.map((one) => one[column]))],
  ).catch(asScopeRefused);
  if (given.length < wanted.length) throw new NoSuchOrganization('an organisation with this name does not exist');
  if (given.some(({ role, scope }) => role === 'local_lead' && scope === null)) throw scopeRequired();
  for (const { organizationId, scope } of given) if (scope !== null) await requireEntity(tx, organizationId, scope);
}

async function requireEntity(tx: EntityManager, organizationId: string, key: string): Promise<void> {
  await enterOrganization(tx, organizationId);
  const [entity] = await rowsOf(tx, `select from entity where organization_id = $1 and key = $2`, [
    organizationId,
    key,
  ]);
  if (!entity) throw new ScopeRefused('unknown_entity', 'an organisation has no entity with this key');
}

const scopeRequired = () => new ScopeRefused('scope_required', 'a local lead is given one entity of an organisation');

function asScopeRefused(error: unknown): never {
  const { constraint } = (error as { driverError?: { constraint?: string } }).driverError ?? {};
  throw constraint?.startsWith('membership_check') ? scopeRequired() : error;
}
