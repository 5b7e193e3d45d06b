import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { backup } from '../../embedded/backup/backup.command.js';
import { type Installation } from '../../installation.js';
import { secret } from './doomed-essor.js';
import { type Fault } from './faults.js';

const megabyte = 1024 * 1024;

/** What makes the clock of a process go so many hours ahead of all others. */
export function clockAhead(hours: number): Record<string, string> {
  const ahead = hours * 3_600_000;
  const script = `const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) { if (given.length === 0) super(Real.now() + ${ahead}); else super(...given); }
      static now() { return Real.now() + ${ahead}; }
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}

/** Nothing more can be written for three seconds, wherever the database writes. */
const fillDisk: Fault = async ({ essor }) => {
  if (!essor.hasOwnDisk) return;
  const ballast = join(essor.dataDir, 'ballast');
  try {
    for (let piece = 0; ; piece++) {
      const { bavail, bsize } = statfsSync(essor.dataDir);
      if (bavail === 0) break;
      writeFileSync(`${ballast}-${piece}`, Buffer.alloc(Math.min(16 * megabyte, Number(bavail) * Number(bsize))));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
  await pause(3000);
  spawnSync('sh', ['-c', 'rm -f -- "$1"-*', 'sh', ballast]);
};

const useUpConnections: Fault = async ({ essor }) => {
  const clients: pg.Client[] = [];
  try {
    for (let wanted = 0; wanted < 150; wanted++) {
      const client = new pg.Client({ connectionString: essor.databaseUrl });
      client.on('error', () => undefined);
      await client.connect();
      clients.push(client);
    }
  } catch {
    // None is left: that was the aim.
  }
  await pause(3000);
  await Promise.allSettled(clients.map((client) => client.end()));
};

/** What retention does when nobody keeps a month any longer: its partition goes, under the lock of the whole ledger. */
const dropMonth: Fault = async ({ essor, dice }) => {
  const month = `2019-0${dice.between(1, 9)}-01`;
  await essor.owner.query(`select ensure_event_partition($1)`, [month]);
  await essor.owner.query(
    `insert into organization (id, slug, name, class, timezone, sealed_before)
     values (gen_random_uuid(), 'sealed', 'Sealed', 'synthetic', 'UTC', '2020-01-06') on conflict do nothing`,
  );
  await essor.owner.query(`select forget_event_month(id, $1, 1000) from organization where slug = 'sealed'`, [month]);
};

const takeBackup: Fault = async ({ essor }) => {
  const to = mkdtempSync(join(tmpdir(), 'essor-backup-'));
  const { dataDir, databaseUrl } = essor;
  const settings = { DATABASE_URL: databaseUrl, APP_SECRET: secret, ESSOR_DATA_DIR: dataDir };
  try {
    await backup({ settings, dataDir, embedded: true } as Installation, { to, keep: 1, json: true });
    await backup({ settings, dataDir, embedded: true } as Installation, { keep: 1, json: true, end: true });
  } finally {
    rmSync(to, { recursive: true, force: true });
  }
};

/** What the machine and its operator do, rather than a crash. */
export const environment: Record<string, Fault> = {
  'the disk is full': fillDisk,
  'the connections are used up': useUpConnections,
  'a month is dropped': dropMonth,
  'a backup is taken': takeBackup,
};
