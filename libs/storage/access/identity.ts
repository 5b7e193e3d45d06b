import { type DataSource, type EntityManager } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';
import { accessOf, noteAccess } from './note-access.js';

/** What an identity provider said of a person, its signature checked. */
export interface ToldIdentity {
  provider: string;
  issuer: string;
  subject: string;
  /** Null where it told none, or says that nobody checked it. */
  email: string | null;
  name: string | null;
  language: 'fr' | 'en';
  groups: readonly string[];
  /** One of its groups makes administrators of the installation. */
  isAdmin: boolean;
}

export type IdentityRefusal = 'no_role' | 'no_email' | 'email_taken' | 'account_disabled';

export type IdentityAnswer = { accountId: string } | { refused: IdentityRefusal };

interface Identified {
  accountId: string;
  /** Was there before its identity: what it was given by hand stays. */
  linked: boolean;
  disabled: boolean;
}

/**
 * The account of an identity, with what its groups give now; made at the first sign-in where they give anything.
 * An account with the same address is somebody else until it says otherwise: addresses prove nothing.
 */
export function signInByIdentity(db: DataSource, told: ToldIdentity): Promise<IdentityAnswer> {
  return db.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${told.issuer} ${told.subject}`]);
    const known = await identified(tx, told);
    if (known?.disabled) return { refused: 'account_disabled' };
    const made = known ?? (await makeAccount(tx, told));
    if ('refused' in made) return made;
    const whose = { account: made.accountId };
    const before = await accessOf(tx, whose);
    if (known === null) await note(tx, made.accountId, 'account_created', { provider: told.provider });
    if (!known?.linked) await setAdmin(tx, made.accountId, told);
    await giveByGroups(tx, made.accountId, told);
    await noteAccess(tx, whose, before, made.accountId);
    // What was taken away stays taken away, also where nothing is left.
    if (!(await mayOpenSomething(tx, made.accountId))) return { refused: 'no_role' };
    return { accountId: made.accountId };
  });
}

async function identified(tx: EntityManager, { issuer, subject }: ToldIdentity): Promise<Identified | null> {
  const [row] = await rowsOf<Identified>(
    tx,
    `select account.id as "accountId", linked, disabled_at is not null as disabled
       from account_identity join account on account.id = account_id where issuer = $1 and subject = $2`,
    [issuer, subject],
  );
  return row ?? null;
}

/** Without a password: nobody can guess or reset a way around the provider. */
async function makeAccount(
  tx: EntityManager,
  told: ToldIdentity,
): Promise<{ accountId: string } | { refused: IdentityRefusal }> {
  if (!told.isAdmin && !(await groupsGiveSomething(tx, told))) return { refused: 'no_role' };
  if (told.email === null) return { refused: 'no_email' };
  const [row] = await rowsOf<{ id: string }>(
    tx,
    `insert into account (email, name, role, language) values (lower($1), $2, 'sponsor', $3)
     on conflict (email) do nothing returning id`,
    [told.email, told.name ?? told.email, told.language],
  );
  if (!row) return { refused: 'email_taken' };
  await execute(tx, `insert into account_identity (issuer, subject, account_id, provider) values ($1, $2, $3, $4)`, [
    told.issuer,
    told.subject,
    row.id,
    told.provider,
  ]);
  return { accountId: row.id };
}

async function groupsGiveSomething(tx: EntityManager, { provider, groups }: ToldIdentity): Promise<boolean> {
  const found = await rowsOf(tx, `select 1 from group_role where provider = $1 and group_name = any($2) limit 1`, [
    provider,
    groups,
  ]);
  return found.length > 0;
}

/** Who was made an administrator by a group is one for as long as the provider says so; others stay what they are. */
async function setAdmin(tx: EntityManager, accountId: string, told: ToldIdentity): Promise<void> {
  const identity = [told.issuer, told.subject];
  if (told.isAdmin) {
    const promoted = await execute(tx, `update account set role = 'admin' where id = $1 and role <> 'admin'`, [
      accountId,
    ]);
    if (promoted === 0) return;
    await execute(tx, `update account_identity set made_admin = true where issuer = $1 and subject = $2`, identity);
    return noteRole(tx, accountId, told, 'admin');
  }
  const demoted = await execute(
    tx,
    `update account_identity set made_admin = false where issuer = $1 and subject = $2 and made_admin`,
    identity,
  );
  if (demoted === 0) return;
  const done = await execute(tx, `update account set role = 'sponsor' where id = $1 and role = 'admin'`, [accountId]);
  if (done === 1) await noteRole(tx, accountId, told, 'sponsor');
}

/** In the log of the installation, as when an administrator does it. */
const noteRole = (tx: EntityManager, accountId: string, { provider }: ToldIdentity, role: 'admin' | 'sponsor') =>
  note(tx, accountId, 'account_changed', { account: accountId, role, provider });

const note = (tx: EntityManager, accountId: string, action: string, detail: object) =>
  noteAudit(tx, { organizationId: null, accountId, action, detail });

/** What was given by hand stays as it was given. */
async function giveByGroups(tx: EntityManager, accountId: string, told: ToldIdentity): Promise<void> {
  await execute(tx, `delete from membership where account_id = $1 and provider = $2`, [accountId, told.provider]);
  await execute(
    tx,
    `insert into membership (organization_id, account_id, role, scope_entity, provider, group_name)
     select distinct on (organization_id) organization_id, $1, role, scope_entity, provider, group_name
       from group_role where provider = $2 and group_name = any($3)
      order by organization_id, position
     on conflict (organization_id, account_id) do nothing`,
    [accountId, told.provider, told.groups],
  );
}

async function mayOpenSomething(tx: EntityManager, accountId: string): Promise<boolean> {
  const found = await rowsOf(
    tx,
    `select 1 from account where id = $1 and (role = 'admin' or exists (select from membership where account_id = $1))`,
    [accountId],
  );
  return found.length > 0;
}
