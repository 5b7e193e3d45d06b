import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { withLock } from '../data-dir-lock.js';
import { BackupError } from './backup-error.js';
import { type BackupFolder } from './backup-folder.js';
import { copyFile } from './copied-file.js';
import { type LogPosition, positionOf, Segments, written } from './wal.js';

/** The server keeps its log from here on until we have it. */
const slot = 'essor_backup';

export interface Server {
  /** As the owner of the embedded server. */
  url: string;
  cluster: string;
  dataDir: string;
  beside: readonly Beside[];
}

/** A file beside the database that a restore needs, and its name among the backups, wherever a setting puts it here. */
export interface Beside {
  file: string;
  as: 'rights.ndjson' | 'audit-heads.ndjson';
}

interface Written {
  flushed: LogPosition;
  kept: LogPosition | null;
  segments: Segments;
  at: string;
}

/**
 * Copies the log of the server, as far as it is on disk, into the folder of backups. Several processes may do so: one at a
 * time. Safe to repeat, and to be cut off anywhere.
 */
export class WalArchiver {
  private begun = false;

  constructor(
    private readonly server: Server,
    private readonly folder: BackupFolder,
  ) {}

  /** From now on the server throws away nothing that we do not have. */
  async begin(): Promise<void> {
    await connected(this.server.url, async (client) => {
      const { rows } = await client.query<{ lost: boolean }>(
        `select wal_status = 'lost' as lost from pg_replication_slots where slot_name = $1`,
        [slot],
      );
      if (rows[0]?.lost) await client.query(`select pg_drop_replication_slot($1)`, [slot]);
      if (rows[0]?.lost !== false) await client.query(`select pg_create_physical_replication_slot($1, true)`, [slot]);
    });
  }

  /** Brings the archive up to what is committed when it is called. */
  archive(): Promise<void> {
    return withLock(join(this.server.dataDir, 'backup.lock'), () =>
      connected(this.server.url, async (client) => {
        const log = await read(client);
        if (log.kept === null)
          throw new BackupError(
            'archive_broken',
            'The server no longer has the log since the last backup: take a new one with essor backup.',
          );
        const from = await this.archived(log.segments, log.kept);
        for (let at = from; at < log.flushed;) at = await this.copySegment(log, at);
        this.begun = true;
        const start = log.segments.startAt(log.flushed);
        if (start > log.kept) await client.query(`select pg_replication_slot_advance($1, $2)`, [slot, written(start)]);
        for (const beside of this.server.beside) await this.copyBeside(beside);
        await this.folder.tell({ at: log.at, position: written(log.flushed) });
      }),
    );
  }

  /** How far the archive goes. What another process, or one that was cut off, was writing is written again from its start. */
  private async archived(segments: Segments, kept: LogPosition): Promise<LogPosition> {
    const last = (await this.folder.segments()).filter(({ name }) => name.startsWith(segments.timeline)).at(-1);
    if (!last) return segments.startAt(kept);
    const start = segments.startOf(last.name);
    const end = last.whole ? start + segments.size : this.begun ? start + BigInt((await stat(last.file)).size) : start;
    // A gap, after the log was lost and begun again, shows when something is restored over it.
    return end < segments.startAt(kept) ? segments.startAt(kept) : end;
  }

  private async copySegment({ segments, flushed }: Written, from: LogPosition): Promise<LogPosition> {
    const name = segments.nameAt(from);
    const start = segments.startAt(from);
    const end = start + segments.size < flushed ? start + segments.size : flushed;
    const partial = join(this.folder.wal, `${name}.partial`);
    const source = await open(join(this.server.cluster, 'pg_wal', name), 'r');
    const target = await open(partial, constants.O_RDWR | constants.O_CREAT, 0o600);
    try {
      const bytes = Buffer.allocUnsafe(Number(end - from));
      const { bytesRead } = await source.read(bytes, 0, bytes.length, Number(from - start));
      if (bytesRead < bytes.length)
        throw new BackupError('archive_broken', `The segment ${name} of the log is too short.`);
      await target.write(bytes, 0, bytes.length, Number(from - start));
      await target.sync();
    } finally {
      await target.close();
      await source.close();
    }
    if (end === start + segments.size) await this.pack(name, partial);
    return end;
  }

  private async pack(name: string, partial: string): Promise<void> {
    const draft = join(this.folder.wal, `${name}.draft`);
    await pipeline(createReadStream(partial), createGzip({ level: 1 }), createWriteStream(draft, { mode: 0o600 }));
    const file = await open(draft, 'r+');
    await file.sync();
    await file.close();
    await rename(draft, join(this.folder.wal, `${name}.gz`));
    await rm(partial);
  }

  /** These files only grow. */
  private async copyBeside({ file, as }: Beside): Promise<void> {
    const kept = this.folder.file(as);
    const [there, here] = [stat(file), stat(kept)].map((one) => one.catch(() => null));
    const [source, copy] = [await there, await here];
    if (!source || source.size === copy?.size) return;
    const draft = `${kept}.draft`;
    // Left by one that was cut off.
    await rm(draft, { force: true });
    await copyFile(file, draft);
    await rename(draft, kept);
  }
}

/** The server may throw its log away again. */
export async function endArchive(url: string): Promise<void> {
  await connected(url, (client) =>
    client.query(`select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1`, [slot]),
  );
}

export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'essor backup',
  });
  // A server that goes away is told by the statement that fails.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Where the log stands. First something is committed: it tells a restore that everything up to `at` is there, and brings
 * what was committed before it to the disk.
 */
async function read(client: pg.Client): Promise<Written> {
  const { rows: times } = await client.query<{ at: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, pg_logical_emit_message(true, 'essor backup', '')`,
  );
  const { rows } = await client.query<{ flushed: string; name: string; kept: string | null; size: string }>(
    `select f.at as flushed, pg_walfile_name(f.at) as name, pg_size_bytes(current_setting('wal_segment_size')) as size,
            (select restart_lsn from pg_replication_slots where slot_name = $1 and wal_status <> 'lost') as kept
       from pg_current_wal_flush_lsn() as f(at)`,
    [slot],
  );
  const [row, time] = [rows[0], times[0]];
  if (!row || !time) throw new Error('the server does not say where its log stands');
  return {
    flushed: positionOf(row.flushed),
    kept: row.kept === null ? null : positionOf(row.kept),
    segments: new Segments(row.name.slice(0, 8), BigInt(row.size)),
    at: time.at,
  };
}
