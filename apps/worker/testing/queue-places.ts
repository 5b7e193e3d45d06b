import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { migrations } from '#migrations/all.js';
import { migrateJobs, type QueuePlace } from '#runtime/jobs/queue-backend.js';
import { migrate } from '#storage/migrate.js';
import { roleUrl } from '#storage/roles/roles.js';
import { createTestDatabase } from '#storage/testing/test-database.js';

export interface TestPlace {
  place: QueuePlace;
  /** Loses everything that was asked for, as a crashed server without persistence would. */
  wipe(): Promise<void>;
  /** Leaves behind the mark "already asked for" of a job that has ended, as a crash at the wrong moment does. */
  leaveMark(job: string, identity: string, id: string): Promise<void>;
  close(): Promise<void>;
}

/** A queue in a database of its own, reached through the role that production uses. */
async function postgresPlace(): Promise<TestPlace> {
  const database = await createTestDatabase();
  await migrate(database.url, migrations, database.secret, { beforeGrants: () => migrateJobs(database.url) });
  return {
    place: { postgresUrl: roleUrl(database.url, database.secret, 'jobs') },
    wipe: async () => {
      const tables = await database.owner.query<{ name: string }[]>(
        `select quote_ident(tablename) as name from pg_tables where schemaname = 'jobs' and tablename not like '%migration%'`,
      );
      await database.owner.query(`truncate ${tables.map(({ name }) => `jobs.${name}`).join(', ')}`);
    },
    leaveMark: async (...mark) => {
      await database.owner.query(`insert into jobs.dedup (queue, dedup_id, job_id) values ($1, $2, $3)`, mark);
    },
    close: () => database.drop(),
  };
}

const redisUrl = process.env.ESSOR_TEST_REDIS_URL;

/** Keys under a prefix of its own: several suites may share one Redis. */
async function redisPlace(): Promise<TestPlace> {
  const prefix = `essor_test_${randomBytes(6).toString('hex')}`;
  const redis = new Redis(redisUrl ?? '');
  const wipe = async () => {
    const keys = await redis.keys(`${prefix}:*`);
    if (keys.length > 0) await redis.del(keys);
  };
  const leaveMark = async (job: string, identity: string, id: string) => {
    await redis.set(`${prefix}:${job}:de:${identity}`, id);
  };
  const close = async () => {
    await wipe();
    redis.disconnect();
  };
  return Promise.resolve({ place: { redisUrl: redisUrl ?? '', prefix }, wipe, leaveMark, close });
}

/** Both backends, always named, so that one that cannot run here is seen as skipped. */
export const testPlaces: { backend: string; available: boolean; open: () => Promise<TestPlace> }[] = [
  { backend: 'PostgreSQL', available: true, open: postgresPlace },
  { backend: 'Redis', available: Boolean(redisUrl), open: redisPlace },
];
