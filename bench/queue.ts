import { Queue, Worker } from 'bullmq';
import { openPlace, type QueuePlace } from '#runtime/jobs/queue-backend.js';
import { roleUrl } from '#storage/roles/roles.js';
import { type Line, milliseconds, spread } from './figures.js';
import { secret, type Stage } from './stage.js';

const jobs = 2000;
const target = '–';

/** BullMQ by itself on both of its backends: jobs that do nothing, added one by one by eight and done by eight at once. */
export async function queueLines({ url }: Stage, redisUrl: string | undefined, rounds: number): Promise<Line[]> {
  const places: [string, QueuePlace | null][] = [
    ['PostgreSQL', { postgresUrl: roleUrl(url, secret, 'jobs') }],
    ['Redis', redisUrl === undefined ? null : { redisUrl, prefix: `bench-${process.pid}` }],
  ];
  const lines: Line[] = [];
  for (const [name, place] of places) {
    const work = `BullMQ on ${name}, ${jobs.toLocaleString('en')} jobs that do nothing, eight at once`;
    if (!place) {
      const note = 'ESSOR_BENCH_REDIS_URL names no Redis';
      lines.push({ work, ...{ measured: '–', peer: '', target, met: null, note } });
      continue;
    }
    const { added, done } = await rates(place, rounds);
    const measured = `added ${spread(added)}/s, done ${spread(done)}/s`;
    lines.push({ work, ...{ measured, peer: '', target, met: null, note: 'what a queue costs, without our work' } });
  }
  return lines;
}

async function rates(place: QueuePlace, rounds: number): Promise<{ added: number[]; done: number[] }> {
  const opened = openPlace(place, 10);
  const queue = new Queue('bench', opened);
  const [added, done]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const perSecond = (time: number) => (jobs / time) * 1000;
      const adding = await milliseconds(() => addAll(queue));
      const doing = await milliseconds(() => doAll(opened));
      // The first opens connections.
      if (round > 0) added.push(perSecond(adding));
      if (round > 0) done.push(perSecond(doing));
    }
    return { added, done };
  } finally {
    await queue.obliterate({ force: true });
    await queue.close();
  }
}

async function addAll(queue: Queue): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < jobs) await queue.add('nothing', { serial: next++ }, { removeOnComplete: true });
  };
  await Promise.all(Array.from({ length: 8 }, one));
}

async function doAll(opened: ReturnType<typeof openPlace>): Promise<void> {
  let left = jobs;
  let finished: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (finished = resolve));
  const worker = new Worker('bench', async () => void ((left -= 1) === 0 && finished()), { ...opened, concurrency: 8 });
  worker.on('error', (error) => console.error(`bench: ${error.message}`));
  await all;
  await worker.close();
}
