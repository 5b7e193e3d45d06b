import { type DataSource, DataSource as Source, MigrationExecutor, type MixedList } from 'typeorm';
import { setTimeout as wait } from 'node:timers/promises';
import { distribute } from './placement/distribute.js';
import { errorCode } from './event/repeatable.js';
import { applyRoles } from './roles/apply-roles.js';
import { rewrapKeys } from './vault/keyring.js';
import { sealResources } from './scim/seal-resources.js';
import { sealNames } from './vault/seal-names.js';
import { sealRest } from './vault/seal-rest.js';

type Migrations = MixedList<string | (new () => object)>;

/** Milliseconds for which a migration stands in the line for a table, and how often it does. */
export interface LockPatience {
  wait: number;
  attempts: number;
}

/** Ten minutes with the pauses between. */
const ordinaryPatience: LockPatience = { wait: 3000, attempts: 150 };

/**
 * Brings the database to the newest version, puts names behind keys, then sets the rights of the roles. Several processes may call it at
 * once: one migrates, the others wait. The lock is polled, because a process that blocks on it would in turn hold
 * up a CREATE INDEX CONCURRENTLY for ever. `beforeGrants` runs under the same lock: the queue's own schema.
 * With `ownRoles` the operator has made the roles and granted their rights: they are left alone. `secretBefore`: the APP_SECRET under which
 * keys may still be kept.
 */
export async function migrate(
  ownerUrl: string,
  migrations: Migrations,
  secret: string,
  options: {
    beforeGrants?: () => Promise<void>;
    ownRoles?: boolean;
    secretBefore?: string | undefined;
    patience?: LockPatience;
  } = {},
): Promise<{ applied: string[] }> {
  const database = await open(ownerUrl, [], 2);
  try {
    return await underLock(database, async () => {
      const applied = await apply(ownerUrl, migrations, options.patience ?? ordinaryPatience);
      await distribute(database);
      if (options.secretBefore !== undefined) await rewrapKeys(database, secret, options.secretBefore);
      await sealNames(database, secret);
      await sealRest(database, secret);
      await sealResources(database, secret);
      await options.beforeGrants?.();
      if (!options.ownRoles) await applyRoles(database, secret);
      return { applied };
    });
  } finally {
    await database.destroy();
  }
}

const open = (url: string, migrations: Migrations, poolSize: number) =>
  new Source({
    ...{ type: 'postgres', url, migrations: migrations as never, migrationsTableName: 'migration', poolSize },
    applicationName: 'essor migrate',
  }).initialize();

/**
 * Whoever stands in the line for a whole table holds up all who come after, readers too: a migration steps out of it
 * and comes again, while the release before still answers (decision 097).
 */
async function apply(url: string, migrations: Migrations, { wait: most, attempts }: LockPatience): Promise<string[]> {
  // One connection, which keeps what is set on it.
  const database = await open(url, migrations, 1);
  try {
    const pending = await new MigrationExecutor(database).getPendingMigrations();
    for (let attempt = 1; ; attempt++) {
      try {
        await database.query(`set lock_timeout = ${Math.round(most)}`);
        await database.runMigrations({ transaction: 'each' });
        return pending.map(({ name }) => name);
      } catch (error) {
        if (attempt >= attempts || errorCode(error) !== lockNotAvailable) throw error;
        await wait(Math.min(1000, most));
      }
    }
  } finally {
    await database.destroy();
  }
}

const lockNotAvailable = '55P03';

async function underLock<T>(database: DataSource, work: () => Promise<T>): Promise<T> {
  const lock = database.createQueryRunner();
  try {
    for (;;) {
      const [row] = (await lock.query(`select pg_try_advisory_lock(hashtextextended('essor.migrate', 0)) as held`)) as {
        held: boolean;
      }[];
      if (row?.held) break;
      await wait(200);
    }
    return await work();
  } finally {
    await lock.query(`select pg_advisory_unlock_all()`).catch(() => undefined);
    await lock.release();
  }
}
