import { createHash } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';
import { opened, type Seal, sealed } from '../secret/seal.js';
import { generatePassword } from './password.js';

const recoveryCodes = 8;

/** Keeps the secret until a code proves that an app has it; a later one replaces it. False where codes are asked for already. */
export async function beginSecondFactor(
  db: DataSource,
  appSecret: string,
  accountId: string,
  secret: string,
): Promise<boolean> {
  const begun = await execute(
    db,
    `insert into second_factor (account_id, sealed)
     select id, $2 from account where id = $1 and second_factor_at is null
     on conflict (account_id) do update set sealed = excluded.sealed, last_step = null`,
    [accountId, sealed(sealOf(appSecret, accountId), secret)],
  );
  return begun === 1;
}

/** Null where there is none, or it was sealed under another APP_SECRET. */
export async function secondFactorSecret(db: DataSource, appSecret: string, accountId: string): Promise<string | null> {
  const [row] = await rowsOf<{ sealed: Buffer }>(db, `select sealed from second_factor where account_id = $1`, [
    accountId,
  ]);
  return row ? opened(sealOf(appSecret, accountId), row.sealed) : null;
}

/** A code is of a step: true for the first who brings it, and only where no later one was taken. */
export async function takeStep(db: DataSource, accountId: string, step: number): Promise<boolean> {
  const taken = await execute(
    db,
    `update second_factor set last_step = $2 where account_id = $1 and (last_step is null or last_step < $2)`,
    [accountId, step],
  );
  return taken === 1;
}

/** From now on codes are asked for. The recovery codes are shown this once. */
export function confirmSecondFactor(db: DataSource, accountId: string): Promise<string[]> {
  return db.transaction(async (tx) => {
    await execute(tx, `update account set second_factor_at = coalesce(second_factor_at, now()) where id = $1`, [
      accountId,
    ]);
    await note(tx, accountId, 'second_factor_set_up');
    return replaceCodes(tx, accountId);
  });
}

/** Eight others; the old ones are worth nothing. */
export const newRecoveryCodes = (db: DataSource, accountId: string): Promise<string[]> =>
  db.transaction(async (tx) => {
    await note(tx, accountId, 'recovery_codes_made');
    return replaceCodes(tx, accountId);
  });

/** Each once. */
export function useRecoveryCode(db: DataSource, accountId: string, code: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const used = await execute(tx, `delete from recovery_code where account_id = $1 and hash = $2`, [
      accountId,
      hashed(code),
    ]);
    if (used === 1) await note(tx, accountId, 'recovery_code_used');
    return used === 1;
  });
}

/** The password is enough again. True where there was one: whoever takes it away notes it. */
export async function removeSecondFactor(db: DataSource | EntityManager, accountId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await execute(tx, `delete from second_factor where account_id = $1`, [accountId]);
    await execute(tx, `delete from recovery_code where account_id = $1`, [accountId]);
    const changed = await execute(
      tx,
      `update account set second_factor_at = null where id = $1 and second_factor_at is not null`,
      [accountId],
    );
    return changed === 1;
  });
}

const note = (tx: EntityManager, accountId: string, action: string) =>
  noteAudit(tx, { organizationId: null, accountId, action });

async function replaceCodes(tx: EntityManager, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => generatePassword());
  await execute(tx, `delete from recovery_code where account_id = $1`, [accountId]);
  await execute(tx, `insert into recovery_code (account_id, hash) select $1, unnest($2::text[])`, [
    accountId,
    codes.map(hashed),
  ]);
  return codes;
}

const sealOf = (appSecret: string, accountId: string): Seal => ({
  ...{ appSecret, purpose: 'essor second factors', owner: accountId },
});

/** However it was copied: spaces, hyphens and capitals say nothing. A hundred random bits need no dear hash. */
const hashed = (code: string) =>
  createHash('sha256').update(code.toLowerCase().replace(/[\s-]/g, '')).digest('base64url');
