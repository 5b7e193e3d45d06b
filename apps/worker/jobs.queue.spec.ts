import { type Job, Queue, Worker } from 'bullmq';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { defineJob, type JobDefinition, payloadOf } from '#runtime/jobs/define-job.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { activityJob, measuresJob, sweepJob } from '#runtime/jobs/jobs.js';
import { openPlace, type QueuePlace } from '#runtime/jobs/queue-backend.js';
import { createLogger } from '#runtime/logger.js';
import { type TestPlace, testPlaces } from './testing/queue-places.js';

// A crowded machine keeps jobs waiting: what is asked is that they run, not how soon.
jest.setTimeout(120_000);
const logger = createLogger({ LOG_LEVEL: 'silent' }, 'test');
const organizationId = '0198b0b6-6d4e-4000-8000-000000000001';
const another = '0198b0b6-6d4e-4000-8000-000000000002';

async function until(what: string, met: () => boolean | Promise<boolean>, milliseconds = 100_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await met())) {
    if (Date.now() > end) throw new Error(`timed out waiting for ${what}`);
    await wait(25);
  }
}

describe.each(testPlaces)('jobs on $backend', ({ backend, available, open }) => {
  const tell = available ? it : it.skip;
  let test: TestPlace;
  let place: QueuePlace;
  let queue: JobQueue;
  const workers: Worker[] = [];

  const work = (definition: Pick<JobDefinition, 'name'>, process: (job: Job) => Promise<unknown>): Worker => {
    const worker = new Worker(definition.name, process, {
      ...openPlace(place),
      lockDuration: 2000,
      stalledInterval: 500,
      maxStalledCount: 20,
    });
    worker.on('error', () => undefined);
    workers.push(worker);
    return worker;
  };

  beforeAll(async () => {
    if (!available) return;
    test = await open();
    place = test.place;
  });
  beforeEach(() => {
    if (available) queue = new JobQueue(place, logger);
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close(true)));
    if (!available) return;
    await queue.close();
    await test.wipe();
  });
  afterAll(() => test?.close());

  tell('ten requests before the work begins are one run, per organisation', async () => {
    for (let request = 0; request < 10; request += 1) await queue.add(measuresJob, { organizationId });
    await queue.add(measuresJob, { organizationId: another });
    const runs: string[] = [];
    work(measuresJob, (job) => Promise.resolve(runs.push(payloadOf(measuresJob, job).organizationId)));
    await until('both runs', () => runs.length >= 2);
    await wait(300);
    expect(runs.sort()).toEqual([organizationId, another]);
  });

  tell.each([measuresJob, activityJob])('requests made while $name runs make it run once more', async (definition) => {
    let finish = () => undefined as void;
    let runs = 0;
    work(definition, async () => {
      runs += 1;
      if (runs === 1) await new Promise<void>((resolve) => (finish = resolve));
    });
    await queue.add(definition, { organizationId });
    await until('the first run', () => runs === 1);
    await queue.add(definition, { organizationId });
    await queue.add(definition, { organizationId });
    await queue.add(definition, { organizationId });
    await wait(200);
    expect(runs).toBe(1);
    finish();
    await until('the second run', () => runs === 2);
    await wait(1500);
    expect(runs).toBe(2);
    await queue.add(definition, { organizationId });
    await until('a later request', () => runs === 3);
  });

  tell('a malformed payload fails at once and for good', async () => {
    const bare = new Queue(measuresJob.name, openPlace(place));
    let runs = 0;
    const worker = work(measuresJob, (job) => {
      runs += 1;
      return Promise.resolve(payloadOf(measuresJob, job));
    });
    const failures: Error[] = [];
    worker.on('failed', (_, error) => failures.push(error));
    const job = await bare.add(measuresJob.name, { organizationId: 'all of them' }, { attempts: 5, backoff: 10 });
    await until('the failure', async () => (await job.getState()) === 'failed');
    await wait(300);
    expect(runs).toBe(1);
    expect(failures[0]?.message).toContain('malformed_payload of measures: organizationId');
    await bare.close();
  });

  tell('a run that throws is tried again', async () => {
    const quick = defineJob({ ...measuresJob, options: { attempts: 2 } });
    let runs = 0;
    work(quick, () => (++runs === 1 ? Promise.reject(new Error('the database went away')) : Promise.resolve()));
    await queue.add(quick, { organizationId });
    await until('the second attempt', () => runs === 2);
  });

  tell('the schedule sweeps, survives being repeated and comes back after the queue is wiped', async () => {
    let sweeps = 0;
    work(sweepJob, (job) => {
      payloadOf(sweepJob, job);
      sweeps += 1;
      return Promise.resolve();
    });
    await queue.scheduleSweep();
    await queue.scheduleSweep();
    await until('the first sweep', () => sweeps >= 1);
    await wait(300);
    expect(sweeps).toBe(1);
    await test.wipe();
    const before = sweeps;
    await queue.scheduleSweep();
    await until('a sweep after the wipe', () => sweeps > before);
  });

  tell("a killed worker's job is taken up by another", async () => {
    const options = JSON.stringify({ ...openPlace(place), lockDuration: 2000, stalledInterval: 500 });
    const script = join(__dirname, 'testing', 'worker-that-hangs.mjs');
    const doomed = spawn(process.execPath, [script, measuresJob.name, options, backend], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await queue.add(measuresJob, { organizationId });
    await once(doomed.stdout, 'data');
    const killed = once(doomed, 'exit');
    doomed.kill('SIGKILL');
    await killed;
    const done: string[] = [];
    work(measuresJob, (job) => Promise.resolve(done.push(payloadOf(measuresJob, job).organizationId)));
    await until('the second worker', () => done.length > 0);
    expect(done).toEqual([organizationId]);
  });

  tell('a mark left behind by a job that has ended blocks nobody who asks again', async () => {
    const ended: string[] = [];
    work(measuresJob, (job) => Promise.resolve(ended.push(job.id ?? '')));
    await queue.add(measuresJob, { organizationId });
    await until('the first run', () => ended.length === 1);
    await wait(200);
    await test.leaveMark(measuresJob.name, organizationId, ended[0] ?? '');
    await queue.add(measuresJob, { organizationId });
    await wait(500);
    expect(ended).toHaveLength(1);
    await queue.addAgain(measuresJob, { organizationId });
    await until('the second run', () => ended.length === 2);
  });

  tell('what somebody put off whose clock is hours ahead is done when the sweep asks for it', async () => {
    const runs: string[] = [];
    work(activityJob, (job) => Promise.resolve(runs.push(payloadOf(activityJob, job).organizationId)));
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * 3_600_000);
    await queue.add(activityJob, { organizationId });
    now.mockRestore();
    await wait(2500);
    expect(runs).toEqual([]);
    await queue.addAgain(activityJob, { organizationId });
    await until('the run', () => runs.length === 1, 20_000);
  });
});

describe('a queue that is down', () => {
  it.each([
    { where: 'PostgreSQL', place: { postgresUrl: 'postgres://nobody:x@127.0.0.1:9/none' } },
    { where: 'Redis', place: { redisUrl: 'redis://127.0.0.1:9' } },
  ])('$where costs a request no error and no endless wait', async ({ place }) => {
    const queue = new JobQueue(place, logger);
    const start = Date.now();
    expect(await queue.request(measuresJob, { organizationId })).toBe(false);
    expect(Date.now() - start).toBeLessThan(15_000);
    await queue.close();
  });
});
