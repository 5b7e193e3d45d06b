import { rowsOf } from '#storage/database.js';
import { type Caller } from './callers.js';
import { type Line, quantile } from './figures.js';
import { type Track } from './loader.js';
import { callerOf } from './neighbour.js';
import { isAnswered, isShed, recoveredAfter, type Sample } from './open-loop.js';
import { type Stage } from './stage.js';
import { sent } from './start-load.js';

const shares = [0.3, 0.6, 0.8, 0.95, 1.2];
const size = 100;

export interface LoadSettings {
  people: number;
  /** Of each step. */
  seconds: number;
}

/**
 * What can be taken in at most, and how long callers wait at shares of it who do not wait for one another. The one who
 * sends has a process of its own on the same cores.
 */
export async function loadLines(stage: Stage, { people, seconds }: LoadSettings, add: (line: Line) => void) {
  const caller = await callerOf(stage, 'load', people);
  const events = (more: Partial<Track>): Track => ({ what: 'events', size, seconds, seed: 1, ...more });
  const run = async (...tracks: Track[]) => sent({ caller, people, tracks });

  await run(events({ callers: 16, seconds: 3 }));
  const [closed = []] = await run(events({ callers: 16 }));
  const most = closed.filter(isAnswered).length / seconds;
  add(saturationLine(most));

  let calm = Number.NaN;
  for (const share of shares) {
    await stage.lag();
    const [samples = []] = await run(events({ rate: share * most, seed: Math.round(share * 100) }));
    add(stepLine(share, samples, seconds, `api ${megabytes(stage)} MB, loop late p99 ${ms(await stage.lag())}`));
    if (share === shares[0]) calm = waits(samples, 0.99);
  }
  const [after = []] = await run(events({ rate: 0.3 * most, seconds: 15, seed: 7 }));
  add(recoveryLine(after, calm));

  stage.startWorker();
  await recompute(stage, caller);
  await stage.lag();
  const [stored = [], read = []] = await run(events({ rate: 0.6 * most }), {
    ...{ what: 'pages', rate: 20, seconds, seed: 2 },
  });
  const note = `loop late p99 ${ms(await stage.lag())}`;
  await stage.stopWorker();
  add(mixedLine('events at 0.6 of the most', stored, note));
  add(mixedLine('pages of 20 visitors, one a second each', read, ''));
}

/** Every day that was counted is to be counted again, while the rest goes on. */
async function recompute({ owner }: Stage, { slug }: Caller): Promise<void> {
  await rowsOf(
    owner,
    `insert into dirty_day (organization_id, day)
     select distinct organization_id, day from event where organization_id = (select id from organization where slug = $1)
     on conflict do nothing`,
    [slug],
  );
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const megabytes = (stage: Stage) => Math.round(stage.memory().api / 1e6);
const waits = (samples: readonly Sample[], level: number) =>
  quantile(
    samples.filter(isAnswered).map((one) => one.ms),
    level,
  );
const levels = [0.5, 0.9, 0.99, 0.999];
const told = (samples: readonly Sample[]) =>
  levels.map((level) => `p${(100 * level).toString().replace('.', '')} ${ms(waits(samples, level))}`).join(', ');
const failed = (samples: readonly Sample[]) => samples.filter((one) => !isAnswered(one) && !isShed(one)).length;
const percent = (part: number, all: number) => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;

const saturationLine = (most: number): Line => ({
  work: `most events taken in, ${size} a request, from 16 who wait for each answer`,
  ...{ measured: `${Math.round(most * size).toLocaleString('en')} events/s`, peer: `${most.toFixed(0)} requests/s` },
  ...{ target: '≥ 5,000 events/s', met: most * size >= 5000, note: 'durable; whoever sends on the same cores' },
});

function stepLine(share: number, samples: readonly Sample[], seconds: number, state: string): Line {
  const shed = samples.filter(isShed);
  const quick =
    shed.length === 0
      ? 0
      : quantile(
          shed.map((one) => one.ms),
          0.99,
        );
  const away = `${percent(shed.length, samples.length)} turned away${shed.length > 0 ? `, p99 ${ms(quick)}` : ''}`;
  const isOver = share > 1;
  const holds = isOver
    ? shed.length > 0 && quick < 50
    : share !== 0.8 || (waits(samples, 0.99) < 250 && shed.length === 0);
  return {
    work: `events on a schedule, at ${share} of the most, timed from when they were due`,
    measured: told(samples),
    peer: `${Math.round((samples.length / seconds) * size).toLocaleString('en')} events/s offered; ${away}, ${failed(samples)} failed`,
    target: isOver ? 'no failure, turned away in < 50 ms' : share === 0.8 ? 'p99 < 250 ms' : '',
    met: isOver || share === 0.8 ? holds && failed(samples) === 0 : null,
    note: state,
  };
}

function recoveryLine(samples: readonly Sample[], calm: number): Line {
  const seconds = recoveredAfter(samples, calm);
  return {
    work: 'after 1.2 of the most: until answers come as before (at 0.3, within twice its p99)',
    ...{ measured: `${seconds.toFixed(1)} s`, peer: told(samples), target: '< 10 s', met: seconds < 10, note: '' },
  };
}

const mixedLine = (what: string, samples: readonly Sample[], note: string): Line => ({
  work: `all at once (events, pages, everything counted again): ${what}`,
  ...{ measured: told(samples), peer: `${samples.filter(isShed).length} turned away, ${failed(samples)} failed` },
  ...{ target: 'p99 < 300 ms', met: waits(samples, 0.99) < 300 && failed(samples) === 0, note },
});
