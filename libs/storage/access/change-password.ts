import { type DataSource } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { execute } from '../database.js';
import { hashPassword } from './password.js';
import { hashedSecret } from './session.repository.js';

/**
 * Gives an account another password in place of the one that was `stored`, ends its sessions but the one with that secret and
 * any link that waits. False where somebody changed it meanwhile.
 */
export async function changePassword(
  db: DataSource,
  accountId: string,
  change: { stored: string; password: string; session: string },
): Promise<boolean> {
  const passwordHash = await hashPassword(change.password);
  return db.transaction(async (tx) => {
    const changed = await execute(
      tx,
      `update account set password_hash = $3 where id = $1 and password_hash = $2 and disabled_at is null`,
      [accountId, change.stored, passwordHash],
    );
    if (changed === 0) return false;
    await execute(tx, `delete from session where account_id = $1 and id <> $2`, [
      accountId,
      hashedSecret(change.session),
    ]);
    await execute(tx, `delete from account_link where account_id = $1`, [accountId]);
    await noteAudit(tx, { organizationId: null, accountId, action: 'password_changed' });
    return true;
  });
}
