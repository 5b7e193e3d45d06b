import { setTimeout as pause } from 'node:timers/promises';
import { type Line, quantile, risePer } from './figures.js';
import { callerOf } from './neighbour.js';
import { isAnswered, isShed } from './open-loop.js';
import { type Stage } from './stage.js';
import { sent, startLoad } from './start-load.js';

export interface SoakSettings {
  people: number;
  minutes: number;
}

const size = 100;
/** The first part warms what is kept; its growth says nothing. */
const warm = 0.25;

/** Half of what can be taken in and twenty visitors, with the worker running, for so long: what grows, and what waits. */
export async function soakLines(stage: Stage, { people, minutes }: SoakSettings, say: (text: string) => void) {
  const caller = await callerOf(stage, 'soak', people);
  const closed = { what: 'events', size, callers: 16, seconds: 10, seed: 1 } as const;
  await sent({ caller, people, tracks: [{ ...closed, seconds: 3 }] });
  const [most = []] = await sent({ caller, people, tracks: [closed] });
  const rate = (0.5 * most.filter(isAnswered).length) / closed.seconds;
  stage.startWorker();
  const seconds = minutes * 60;
  const load = await startLoad({
    ...{ caller, people },
    tracks: [
      { what: 'events', size, rate, seconds, seed: 3 },
      { what: 'pages', rate: 20, seconds, seed: 4 },
    ],
  });
  const over = load.over.then((samples) => ({ samples }));
  const read: { at: number; api: number; worker: number; postgres: number }[] = [];
  const began = performance.now();
  for (let ended = false; !ended;) {
    ended = (await Promise.race([over, pause(10_000)])) !== undefined;
    const at = (performance.now() - began) / 60_000;
    read.push({ at, ...stage.memory() });
    if (read.length % 30 === 0) say(`  ${at.toFixed(0)} min: api ${megabytes(read.at(-1)?.api)} MB`);
  }
  const { samples } = await over;
  await stage.stopWorker();
  const late = read.filter(({ at }) => at > warm * minutes);
  const rise = (of: 'api' | 'worker') => 10 * risePer(late.map((one) => ({ at: one.at, value: one[of] / 1e6 })));
  const lines: Line[] = (['api', 'worker'] as const).map((who) => ({
    work: `soak of ${minutes} minutes at half of the most (${Math.round(rate * size).toLocaleString('en')} events/s) and 20 visitors: memory of the ${who}`,
    measured: `${rise(who).toFixed(1)} MB per 10 minutes`,
    peer: `${megabytes(late[0]?.[who])} → ${megabytes(late.at(-1)?.[who])} MB`,
    ...{ target: '< 1 MB per 10 minutes', met: rise(who) < 1, note: 'after the first quarter' },
  }));
  return [
    ...lines,
    ...(['events', 'pages'] as const).map((what, at): Line => {
      const all = samples[at] ?? [];
      const failed = all.filter((one) => !isAnswered(one) && !isShed(one)).length;
      const waits = all.filter(isAnswered).map((one) => one.ms);
      return {
        work: `the same: ${what}`,
        measured: `p50 ${quantile(waits, 0.5).toFixed(0)} ms, p99 ${quantile(waits, 0.99).toFixed(0)} ms (n ${all.length})`,
        peer: `${all.filter(isShed).length} turned away, ${failed} failed`,
        ...{ target: 'no failure', met: failed === 0, note: '' },
      };
    }),
  ];
}

const megabytes = (bytes = Number.NaN) => Math.round(bytes / 1e6);
