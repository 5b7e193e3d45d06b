import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Job, Worker } from 'bullmq';
import { type DataSource } from 'typeorm';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { measuresJob } from '#runtime/jobs/jobs.js';
import { JobFailed } from '#runtime/jobs/processing.js';
import { openPlace } from '#runtime/jobs/queue-backend.js';
import { createLogger } from '#runtime/logger.js';
import { AuditHeads } from '#storage/audit/audit-heads.js';
import { noteAlone } from '#storage/audit/audit-log.js';
import { ofInstallation } from '#storage/audit/verify-audit.js';
import { failedOnOurSide, finishImport, reopenFailed } from '#storage/import/import-run.js';
import { leftOver } from '#storage/left-over/left-over.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { type TestPlace, testPlaces } from '../testing/queue-places.js';
import { SweepProcessor } from './sweep.processor.js';

const logger = createLogger({ LOG_LEVEL: 'silent' }, 'test');
const job = { data: {} } as Job;

async function until(what: string, met: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await met()); waited++) {
    if (waited > 2000) throw new Error(`timed out waiting for ${what}`);
    await wait(25);
  }
}

describe.each(testPlaces)('the sweep on $backend', ({ available, open }) => {
  const tell = available ? it : it.skip;
  let database: TestDatabase;
  let work: DataSource;
  let test: TestPlace;
  let queue: JobQueue;
  let folder: string;

  beforeAll(async () => {
    if (!available) return;
    folder = await mkdtemp(join(tmpdir(), 'essor-sweep-'));
    database = await createTestDatabase();
    work = await database.as('work');
    test = await open();
    queue = new JobQueue(test.place, logger);
    await database.owner.query(`
      insert into organization (slug, name, class, timezone, declared_through)
      values ('busy', 'Busy', 'synthetic', 'UTC', '2026-03-08'), ('idle', 'Idle', 'synthetic', 'UTC', null);
      insert into dirty_day (organization_id, day) select id, day from organization, generate_series(1, 3) as number,
             lateral (select date '2026-03-02' as day) as one where slug = 'busy';
      insert into dirty_week (organization_id, week_end) select id, '2026-03-08' from organization where slug = 'busy';
      insert into import (organization_id, id, kind, file_name, state)
      select id, number, 'events', 'events.csv', state from organization,
             (values (1, 'queued'), (2, 'running'), (3, 'done'), (4, 'queued')) as given (number, state) where slug = 'busy';
      insert into import_chunk (organization_id, import_id, position, bytes)
      select id, number, 0, '' from organization, generate_series(1, 3) as number where slug = 'busy';
      insert into source (organization_id, id, name, kind)
      select id, number, 'Source ' || number, 'pull' from organization, generate_series(1, 4) as number where slug = 'idle';
      insert into pull_source
             (organization_id, source_id, kind, address, settings, secret, every_minutes, cursor, paused, next_at, leased_until)
      select id, number, 'humhub', 'https://h.example', '{}', '', 60, '{}', paused, now() + wait, now() + leased
        from organization,
             (values (1, false, interval '-1 s', null), (2, true, interval '-1 s', null),
                     (3, false, interval '1 h', null), (4, false, interval '-1 s', interval '5 min'))
               as given (number, paused, wait, leased)
       where slug = 'idle';
      insert into scim_resource (organization_id, kind, sealed, held)
      select id, 'User', '', case slug when 'idle' then 'leave' end from organization`);
  });
  afterAll(async () => {
    if (!available) return;
    await queue.close();
    await test.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const organizations = async () => {
    const rows = await database.owner.query<{ id: string }[]>(`select id from organization order by slug`);
    return rows.map(({ id }) => id);
  };
  const outstanding = async () => {
    const counts = Object.entries(await queue.counts());
    return Object.fromEntries(counts.map(([name, { waiting = 0, delayed = 0 }]) => [name, waiting + delayed]));
  };
  // One organisation has marks; both are published and cleared by the clock. Of the imports two have bytes left to read.
  // What an identity provider said is asked for, but where somebody must look first. Of the sources that are fetched one is
  // due: the others are paused, not due yet, and being fetched.
  const all = {
    import: 2,
    pull: 1,
    directory: 1,
    activity: 1,
    measures: 1,
    publication: 2,
    retention: 2,
    quality: 2,
    report: 2,
    sweep: 0,
  };

  tell('asks for all that the database says is left, once however often it runs', async () => {
    const sweep = new SweepProcessor(work, queue, { ESSOR_DATA_DIR: join(folder, 'data') });
    await noteAlone(database.owner, { organizationId: null, accountId: null, action: 'exported' });
    await sweep.process(job);
    expect(await outstanding()).toEqual(all);
    await sweep.process(job);
    expect(await outstanding()).toEqual(all);
    // The end of the audit log: once a day.
    const heads = await new AuditHeads(join(folder, 'data-audit-heads.ndjson')).read();
    expect(heads).toMatchObject([{ chain: ofInstallation, position: 1 }]);
  });

  tell('finds it again when the whole queue is lost', async () => {
    await test.wipe();
    expect(await outstanding()).toEqual({
      import: 0,
      pull: 0,
      directory: 0,
      activity: 0,
      measures: 0,
      publication: 0,
      retention: 0,
      quality: 0,
      report: 0,
      sweep: 0,
    });
    await new SweepProcessor(work, queue, { ESSOR_DATA_DIR: join(folder, 'data') }).process(job);
    expect(await outstanding()).toEqual(all);
  });

  tell('a job that fails for good holds up nobody, is named, and is buried once it is done', async () => {
    await test.wipe();
    const [busy = '', idle = ''] = await organizations();
    const quick = { ...measuresJob, options: { ...measuresJob.options, attempts: 2 } };
    let poisoned = true;
    const done: string[] = [];
    // One turn at a time: whoever fails must give it back between its attempts.
    const worker = new Worker(
      measuresJob.name,
      (one: Job) => {
        const { organizationId } = payloadOf(measuresJob, one);
        if (organizationId === busy && poisoned) return Promise.reject(new JobFailed('QueryFailedError 22P02'));
        return Promise.resolve(done.push(organizationId));
      },
      openPlace(test.place),
    );
    worker.on('error', () => undefined);
    worker.on('completed', ({ data }) => void queue.bury(measuresJob.name, data));
    expect(await queue.dead()).toEqual([]);
    await queue.add(quick, { organizationId: busy });
    await queue.add(quick, { organizationId: idle });
    await until('the other', () => done.length === 1);
    await until('the death', async () => (await queue.dead()).length === 1);
    expect(await queue.dead()).toMatchObject([
      {
        ...{ kind: 'measures', identity: busy, organizationId: busy, importId: null, attempts: 2 },
        reason: 'QueryFailedError 22P02',
      },
    ]);
    expect(done).toEqual([idle]);
    poisoned = false;
    const readied: string[] = [];
    const ready = ({ kind }: { kind: string }) => Promise.resolve(void readied.push(kind));
    expect(await queue.replay(({ organizationId }) => organizationId === idle, ready)).toBe(0);
    expect(await queue.replay(() => true, ready)).toBe(1);
    expect(readied).toEqual(['measures']);
    await until('the second life', () => done.length === 2);
    expect(await queue.dead()).toEqual([]);
    // Asked for again by whoever, and done: dead no more.
    poisoned = true;
    await queue.add(quick, { organizationId: busy });
    await until('another death', async () => (await queue.dead()).length === 1);
    poisoned = false;
    await queue.addAgain(quick, { organizationId: busy });
    await until('its burial', async () => (await queue.dead()).length === 0);
    // What dies again and again is left to rest by the sweep, although the database says that it is left.
    poisoned = true;
    for (const deaths of [1, 2]) {
      await queue.add({ ...quick, options: { ...quick.options, attempts: 1 } }, { organizationId: busy });
      await until('a death more', async () => (await queue.dead()).length === deaths);
    }
    await worker.close(true);
    await new SweepProcessor(work, queue, { ESSOR_DATA_DIR: join(folder, 'data') }).process(job);
    expect(await outstanding()).toMatchObject({ activity: 1, measures: 0 });
  });

  tell('a file that failed on our side is kept, and read again when somebody asks for it', async () => {
    const [busy = ''] = await organizations();
    const failed = (id: number, errorCode: string) =>
      withinOrganization(busy, async () => {
        await finishImport(work, busy, id, { completeThrough: null, errorCode });
        return reopenFailed(work, busy, id);
      });
    expect(await failed(1, 'malformed_csv')).toBe(false);
    expect(await failed(2, failedOnOurSide)).toBe(true);
    const left = await leftOver(work);
    expect(left.imports).toEqual([{ organizationId: busy, importId: 2 }]);
    expect(await withinOrganization(busy, () => reopenFailed(work, busy, 2))).toBe(false);
    // A directory that is older than one that went in since would take people back to where they were.
    await database.owner.query(
      `insert into import (organization_id, id, kind, file_name, state, error_code, options)
       select $1, id, kind, 'p.csv', state, $2, options::jsonb
         from (values (11, 'people', 'failed', '{}'), (12, 'people', 'done', '{"dryRun": true}'), (13, 'facts', 'done', '{}'),
                      (14, 'people', 'failed', '{}')) as given (id, kind, state, options)`,
      [busy, failedOnOurSide],
    );
    await database.owner.query(
      `insert into import_chunk (organization_id, import_id, position, bytes) select $1, unnest(array[11, 14]), 0, ''`,
      [busy],
    );
    const reopened = (id: number) => withinOrganization(busy, () => reopenFailed(work, busy, id));
    expect(await reopened(14)).toBe(true);
    await database.owner.query(`update import set state = 'done' where organization_id = $1 and id = 14`, [busy]);
    expect(await reopened(11)).toBe(false);
    await database.owner.query(`delete from import where organization_id = $1 and id = 14`, [busy]);
    expect(await reopened(11)).toBe(true);
  });
});
