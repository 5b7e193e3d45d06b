import { type DataSource, DataSource as Source, type MixedList } from 'typeorm';
import { setTimeout as wait } from 'node:timers/promises';
import { distribute } from './placement/distribute.js';
import { applyRoles } from './roles/apply-roles.js';
import { rewrapKeys } from './vault/keyring.js';
import { sealResources } from './scim/seal-resources.js';
import { sealNames } from './vault/seal-names.js';
import { sealRest } from './vault/seal-rest.js';

type Migrations = MixedList<string | (new () => object)>;

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
  options: { beforeGrants?: () => Promise<void>; ownRoles?: boolean; secretBefore?: string | undefined } = {},
): Promise<{ applied: string[] }> {
  const database = await new Source({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrations as never,
    migrationsTableName: 'migration',
    poolSize: 2,
    applicationName: 'essor migrate',
  }).initialize();
  try {
    return await underLock(database, async () => {
      const applied = await database.runMigrations({ transaction: 'each' });
      await distribute(database);
      if (options.secretBefore !== undefined) await rewrapKeys(database, secret, options.secretBefore);
      await sealNames(database, secret);
      await sealRest(database, secret);
      await sealResources(database, secret);
      await options.beforeGrants?.();
      if (!options.ownRoles) await applyRoles(database, secret);
      return { applied: applied.map((migration) => migration.name) };
    });
  } finally {
    await database.destroy();
  }
}

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
