import { type DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { type AccountRole } from './account.table.js';
import { generatePassword, hashPassword } from './password.js';

export interface AccountToCreate {
  email: string;
  name: string;
  role: AccountRole;
  language?: 'fr' | 'en';
  /** Generated where absent. */
  password?: string;
  /** Slugs of the organisations given to the account. */
  organizations?: readonly string[];
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

/** The password is null where the caller chose it; a generated one is known to nobody else and shown once. */
export async function createAccount(
  db: DataSource | EntityManager,
  { email, name, role, language = 'fr', password, organizations = [] }: AccountToCreate,
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
    await giveOrganizations(tx, row.id, organizations);
    return { id: row.id, password: password === undefined ? secret : null };
  });
}

/** Exactly these from now on. */
export async function giveOrganizations(tx: EntityManager, accountId: string, slugs: readonly string[]): Promise<void> {
  const wanted = [...new Set(slugs)];
  await tx.query(`delete from membership where account_id = $1`, [accountId]);
  const given = await rowsOf(
    tx,
    `insert into membership (organization_id, account_id)
     select id, $1 from organization where slug = any($2) returning organization_id`,
    [accountId, wanted],
  );
  if (given.length < wanted.length) throw new NoSuchOrganization('an organisation with this name does not exist');
}
