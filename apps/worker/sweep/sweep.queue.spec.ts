import { type Job } from 'bullmq';
import { type DataSource } from 'typeorm';
import { fileInMemory } from '#connectors/file-input.js';
import { runImport } from '#pipeline/import/run-import.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { createLogger } from '#runtime/logger.js';
import { rowsOf } from '#storage/database.js';
import { saveChunks } from '#storage/import/import-chunks.js';
import { createImport, findImport } from '#storage/import/imports.js';
import { leftOver } from '#storage/left-over/left-over.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { ImportProcessor } from '../import/import.processor.js';
import { type TestPlace, testPlaces } from '../testing/queue-places.js';
import { SweepProcessor } from './sweep.processor.js';

const logger = createLogger({ LOG_LEVEL: 'silent' }, 'test');
const job = { data: {} } as Job;

describe.each(testPlaces)('the sweep on $backend', ({ available, open }) => {
  const tell = available ? it : it.skip;
  let database: TestDatabase;
  let work: DataSource;
  let test: TestPlace;
  let queue: JobQueue;

  beforeAll(async () => {
    if (!available) return;
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
      insert into scim_resource (organization_id, kind, user_name, attributes, held)
      select id, 'User', 'u', '{}', case slug when 'idle' then 'leave' end from organization`);
  });
  afterAll(async () => {
    if (!available) return;
    await queue.close();
    await test.close();
    await database.drop();
  });

  const outstanding = async () => {
    const counts = Object.entries(await queue.counts());
    return Object.fromEntries(counts.map(([name, { waiting = 0, delayed = 0 }]) => [name, waiting + delayed]));
  };
  // One organisation has marks; both are published and cleared by the clock. Of the imports two have bytes left to read.
  // What an identity provider said is asked for, but where somebody must look first.
  const all = { import: 2, directory: 1, activity: 1, measures: 1, publication: 2, retention: 2, sweep: 0 };

  tell('asks for all that the database says is left, once however often it runs', async () => {
    const sweep = new SweepProcessor(work, queue);
    await sweep.process(job);
    expect(await outstanding()).toEqual(all);
    await sweep.process(job);
    expect(await outstanding()).toEqual(all);
  });

  tell('finds it again when the whole queue is lost', async () => {
    await test.wipe();
    expect(await outstanding()).toEqual({
      import: 0,
      directory: 0,
      activity: 0,
      measures: 0,
      publication: 0,
      retention: 0,
      sweep: 0,
    });
    await new SweepProcessor(work, queue).process(job);
    expect(await outstanding()).toEqual(all);
  });

  tell('finishes a file whose worker was killed in the middle of it, every line once', async () => {
    const [idle] = await rowsOf<{ id: string }>(work, `select id from organization where slug = 'idle'`);
    const organizationId = idle?.id ?? '';
    const lines = Array.from({ length: 24_000 }, (_, n) => `e${n},2026-03-0${1 + (n % 7)}T10:00:00Z,post,p${n % 9}\n`);
    const text = Buffer.from(`id,occurred_at,kind,actor\n${lines.join('')}`);
    const given = { kind: 'events', fileName: 'events.csv', options: {}, totalBytes: text.length };
    const importId = await createImport(work, organizationId, given);
    const whole = fileInMemory(text);
    await work.transaction((tx) => saveChunks(tx, organizationId, importId, whole.stream(), text.length));
    // What a killed worker leaves: some batches stored, an import that says it is running, and no job.
    const cut = async function* () {
      yield Promise.resolve(text.subarray(0, Math.floor(text.length * 0.95)));
      throw new Error('killed');
    };
    const request = { organizationId, importId, ...given, settings: {}, now: new Date() };
    await expect(runImport(work, { ...request, input: { ...whole, stream: cut } })).rejects.toThrow('killed');
    const stored = async () => {
      const [row] = await rowsOf<{ events: number; marks: number }>(
        work,
        `select (select count(*)::integer from event where organization_id = $1) as events,
                (select count(distinct day)::integer from dirty_day where organization_id = $1) as marks`,
        [organizationId],
      );
      return row;
    };
    expect((await stored())?.events).toBe(20_000);
    expect((await leftOver(work)).imports).toContainEqual({ organizationId, importId });
    await new SweepProcessor(work, queue).process(job);
    const again = { data: { organizationId, importId }, attemptsMade: 0, opts: { attempts: 5 } } as unknown as Job;
    await new ImportProcessor(work, queue).process(again);
    expect(await stored()).toEqual({ events: 24_000, marks: 7 });
    expect(await findImport(work, organizationId, importId)).toMatchObject({
      ...{ state: 'done', attempts: 2, received: 24_000, rejected: 0, firstDay: '2026-03-01', lastDay: '2026-03-07' },
    });
    expect((await leftOver(work)).imports).not.toContainEqual({ organizationId, importId });
  });
});
