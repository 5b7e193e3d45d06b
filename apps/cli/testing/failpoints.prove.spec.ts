import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brokenBuild } from './kills/broken-build.js';
import { type Client } from './kills/client.js';
import { backends } from './kills/doomed-essor.js';
import { runEpisode, type Storm } from './kills/episode.js';
import { boundaries, pointFaults, Points } from './kills/failpoints.js';
import { handIn, whileSending } from './kills/storm.js';
import { tell } from './kills/tell.js';

jest.setTimeout(7_200_000);
const seed = Number(process.env.SEED ?? 20_261_123);
/** Many small requests: something is always under way. */
const size = { events: 40_000, weeks: 5, people: 240, batch: 20 };
/** For how long boundaries are armed; those that are passed all the time come first. */
const minutes = Number(process.env.ESSOR_POINTS_MINUTES ?? 60);
/** Seconds that a boundary has to be reached. */
const patience = 60;

describe.each(backends)('with its jobs on $backend', ({ backend, available }) => {
  (available ? it : it.skip)('survives every fault at every boundary', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'essor-points-'));
    mkdirSync(join(folder, 'points'));
    const points = new Points(join(folder, 'points'));
    const reached: string[] = [];
    const missed: string[] = [];
    let copies = 0;
    try {
      const dist = brokenBuild(folder, boundaries);
      const storm = (among: Storm) =>
        whileSending(among, async (client, allow) => {
          allow(0.3);
          await trickle(client, 60, () => handIn(among));
          const end = Date.now() + minutes * 60_000;
          for (const name of points.seen())
            for (const fault of pointFaults) {
              if (Date.now() > end || client.isDone) continue;
              points.arm(name, fault);
              const isOfFiles = /import|read-file|irector/.test(name);
              await trickle(client, 1, () => (isOfFiles ? handIn(among) : Promise.resolve()));
              const began = Date.now();
              const isOver = () => !points.isArmed(name) || client.isDone || Date.now() - began > patience * 1000;
              for (let turn = 0; !isOver(); turn++) {
                // What is done at a start alone, or a few times a day, is done by those who come back.
                if (turn % 40 === 8) leaveInTurn(among, copies++ % 2);
                await trickle(client, 1);
              }
              (points.isArmed(name) ? missed : reached).push(`${fault} ${name}`);
            }
          for (const side of among.sides) side.client.end();
        });
      const report = await runEpisode({
        ...{ seed, backend, size, storm, dist, env: () => points.env },
        logTo: process.env.ESSOR_CHAOS_LOG,
      });
      tell({ seed, backend, order: reached }, report);
      const cases = pointFaults.length * points.seen().length;
      process.stderr.write(`${points.seen().length} boundaries: ${points.seen().join(' · ')}\n`);
      process.stderr.write(`${reached.length} of ${cases} cases; not reached again: ${missed.join(' · ')}\n`);
      expect(report.findings).toEqual([]);
      expect(reached.length).toBeGreaterThan(minutes);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function leaveInTurn({ essor }: Storm, copy: number): void {
  essor.signal(`worker-${copy}`, 'SIGTERM');
  essor.signal(`api-${copy}`, 'SIGTERM');
}

/** So many requests, and time enough that jobs follow them. */
async function trickle(client: Client, requests: number, first?: () => Promise<void>): Promise<void> {
  await first?.();
  for (let sent = 0; sent < requests; sent++) {
    client.allowMore(2);
    await pause(250);
  }
}
