import { type DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { SignsInElsewhere } from './account-link.js';
import { AccountTable, type AccountRole } from './account.table.js';
import { type GivenOrganization, givenBy, giveOrganizations } from './create-account.js';
import { accessOf, noteAccess } from './note-access.js';
import { type OrganizationTable } from './organization.table.js';
import { generatePassword, hashPassword } from './password.js';

export interface AccountRow extends Pick<AccountTable, 'id' | 'email' | 'name' | 'role' | 'language'> {
  disabled: boolean;
  secondFactor: boolean;
  organizations: string[];
  /** The provider whose group gave it; null = given by hand. */
  memberships: (GivenOrganization & { provider: string | null })[];
}

export interface AccountEdit {
  name?: string;
  role?: AccountRole;
  disabled?: boolean;
  /** Exactly these from now on, where either is there. */
  organizations?: readonly string[] | undefined;
  memberships?: readonly GivenOrganization[] | undefined;
  resetPassword?: true;
}

/** Nobody would be left who may administer. */
export class LastAdmin extends Error {
  override readonly name = 'LastAdmin';
  readonly code = 'last_admin';
}

export type OrganizationOpened = Pick<
  OrganizationTable,
  'id' | 'slug' | 'name' | 'class' | 'timezone' | 'k' | 'bands' | 'modules' | 'houseWords'
> & {
  role: AccountRole;
  /** Key of the only entity that may be seen; null = everything. A local lead without one sees no place at all. */
  scope: string | null;
};

const accountRows = `
  select account.id, email, account.name, role, language, disabled_at is not null as disabled,
         second_factor_at is not null as "secondFactor",
         array(select slug from membership join organization on organization.id = organization_id
                where account_id = account.id order by slug) as organizations,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'organization', slug, 'role', membership.role, 'scope', scope_entity,
                   'provider', membership.provider) order by slug), '[]')
            from membership join organization on organization.id = organization_id
           where account_id = account.id) as memberships
    from account`;

const openedColumns = `organization.id, slug, organization.name, class, timezone, k, bands, modules, house_words as "houseWords",
  case when $1 = 'admin' then 'admin' else coalesce(membership.role, $1) end as role,
  case when $1 = 'admin' then null
       when coalesce(membership.role, $1) = 'local_lead' then coalesce(scope_entity, '') else scope_entity end as scope`;

const openOrganizations = `organization
  left join membership on membership.organization_id = organization.id and membership.account_id = $2`;

// Administrators open every organisation, others those given to them.
const mayOpen = `($1 = 'admin' or membership.account_id is not null)`;

/** Accounts and what they may open. Needs a pool opened with `accessTables`. */
export class AccountRepository {
  constructor(private readonly db: DataSource) {}

  /** Null when there is none, or it is disabled. */
  async active(id: string): Promise<AccountTable | null> {
    const account = await this.db.getRepository(AccountTable).findOneBy({ id });
    return account?.disabledAt === null ? account : null;
  }

  async byEmail(email: string): Promise<AccountTable | null> {
    return this.db.getRepository(AccountTable).findOneBy({ email: email.toLowerCase() });
  }

  async setLanguage(id: string, language: 'fr' | 'en'): Promise<void> {
    await this.db.getRepository(AccountTable).update({ id }, { language });
  }

  async setPasswordHash(id: string, passwordHash: string): Promise<void> {
    await this.db.getRepository(AccountTable).update({ id }, { passwordHash });
  }

  /** By e-mail address. */
  async all(): Promise<AccountRow[]> {
    return rowsOf(this.db, `${accountRows} order by email`);
  }

  async row(id: string): Promise<AccountRow | null> {
    const [row] = await rowsOf<AccountRow>(this.db, `${accountRows} where account.id = $1`, [id]);
    return row ?? null;
  }

  /** In the order of their names. */
  async openedBy({ id, role }: { id: string; role: AccountRole }): Promise<OrganizationOpened[]> {
    return rowsOf(
      this.db,
      `select ${openedColumns} from ${openOrganizations} where ${mayOpen} order by organization.name, slug`,
      [role, id],
    );
  }

  /** Null when it does not exist, and just the same when it is not theirs. */
  async opened({ id, role }: { id: string; role: AccountRole }, slug: string): Promise<OrganizationOpened | null> {
    const [row] = await rowsOf<OrganizationOpened>(
      this.db,
      `select ${openedColumns} from ${openOrganizations} where slug = $3 and ${mayOpen}`,
      [role, id, slug],
    );
    return row ?? null;
  }

  /**
   * The new password where one was asked for, else null. Whoever loses a right or a password is signed out. `by` null = the
   * command line, here as below.
   */
  async change(
    id: string,
    edit: AccountEdit,
    { within = this.db, by = null }: { within?: DataSource | EntityManager; by?: string | null } = {},
  ): Promise<string | null> {
    const password = edit.resetPassword ? generatePassword() : null;
    const passwordHash = password === null ? null : await hashPassword(password);
    await within.transaction(async (tx) => {
      const before = await accessOf(tx, { account: id });
      if (passwordHash !== null) await requirePassword(tx, id);
      await execute(
        tx,
        `update account set name = coalesce($2, name), role = coalesce($3, role),
                password_hash = coalesce($4, password_hash),
                disabled_at = case when $5::boolean then coalesce(disabled_at, now()) when not $5 then null else disabled_at end
          where id = $1`,
        [id, edit.name, edit.role, passwordHash, edit.disabled],
      );
      if (edit.organizations ?? edit.memberships) await giveOrganizations(tx, id, givenBy(edit));
      if (edit.role !== undefined || edit.disabled || passwordHash) {
        await tx.query(`delete from session where account_id = $1`, [id]);
      }
      await requireAdmin(tx);
      await noteAccess(tx, { account: id }, before, by);
    });
    return password;
  }

  /** With its memberships, sessions and links. Throws LastAdmin. */
  async remove(
    id: string,
    { within = this.db, by = null }: { within?: DataSource | EntityManager; by?: string | null } = {},
  ): Promise<void> {
    await within.transaction(async (tx) => {
      const before = await accessOf(tx, { account: id });
      await execute(tx, `delete from account where id = $1`, [id]);
      await requireAdmin(tx);
      await noteAccess(tx, { account: id }, before, by);
    });
  }
}

async function requirePassword(tx: EntityManager, id: string): Promise<void> {
  const [found] = await rowsOf(tx, `select 1 from account where id = $1 and password_hash is null`, [id]);
  if (found) throw new SignsInElsewhere('this account signs in with an identity provider');
}

async function requireAdmin(tx: EntityManager): Promise<void> {
  const admins = await rowsOf(tx, `select 1 from account where role = 'admin' and disabled_at is null for update`);
  if (admins.length === 0) throw new LastAdmin('at least one administrator must remain');
}
