import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client } from '../kills/client.js';
import { type DoomedEssor } from '../kills/doomed-essor.js';
import { type Storm } from '../kills/episode.js';
import { type Finding, told } from '../kills/finding.js';
import { handIn, whileSending } from '../kills/storm.js';
import { until } from '../kills/until.js';
import { type Balancer } from './balancer.js';
import { Reader } from './reader.js';

/** What an upgrade told of itself. */
export interface UpgradeReport {
  /** Batches of the first company that were acknowledged in each phase. */
  phases: Record<string, number>;
  pages: Record<number, number>;
}

/** The release `dist` comes while clients send and somebody reads: migrate, start it beside the one before, stop that one. */
export function upgradeTo(
  dist: string,
  balancer: () => Balancer,
  report: UpgradeReport,
): (storm: Storm) => Promise<Finding[]> {
  return async (storm) => {
    const { essor, sides } = storm;
    const [before] = essor.running;
    const findings: Finding[] = [];
    const stopped = new AbortController();
    const reader = new Reader(balancer(), 'acme');
    if (!before) throw new Error('nothing runs');
    await until('a copy to be ready', () => before.ports.every((port) => balancer().serves(port)));
    const reading = reader.read(stopped.signal);
    try {
      findings.push(
        ...(await whileSending(storm, async (client) => {
          const phase = phases(storm, client, report);
          await phase('before', 0.15, () => pause(2000));
          await phase('migrate', 0.35, async () => findings.push(...(await migrateBy(dist, essor))));
          const next = await phase('start', 0.5, async () => {
            const crew = await essor.startCrew({ dist, apis: before.ports.length, workers: 1, suffix: '-next' });
            await until('the next release', () => crew.ports.every((port) => balancer().serves(port)), 120);
            return crew;
          });
          await phase('side by side', 0.7, async () => {
            await handIn(storm);
            await pause(5000);
          });
          await phase('stop', 0.85, async () => {
            balancer().takeOut(before.ports);
            // As long as a balancer needs to know it: the chart of Kubernetes waits so, too.
            await pause(2000);
            await before.stop();
          });
          const cutOff = essor.log.filter((line) => /did not stop/.test(line));
          findings.push(...told('I12', 'did not stop in good order', cutOff));
          if (!next.ports.every((port) => balancer().serves(port))) throw new Error('the next release is not ready');
        })),
      );
    } finally {
      stopped.abort();
      await reading;
    }
    report.pages = reader.answered;
    const failed = sides.flatMap(({ client }) => client.failures);
    const idle = Object.entries(report.phases).flatMap(([name, batches]) => (batches === 0 ? [name] : []));
    return [
      ...findings,
      ...reader.findings(),
      ...told('I12', 'requests that failed', failed),
      ...told('I12', 'phases in which nothing was acknowledged', idle),
      ...(reader.answered[200] ? [] : told('I12', 'pages', ['none was read'])),
    ];
  };
}

/** While a phase lasts, the clients send a little all the time, up to its share of all there is. */
function phases({ sides }: Storm, client: Client, report: UpgradeReport) {
  return async <T>(name: string, share: number, work: () => Promise<T>): Promise<T> => {
    const before = client.acknowledged;
    const trickle = setInterval(() => {
      for (const side of sides) if (side.client.acknowledged < share * side.client.batches) side.client.allowMore(1);
    }, 100);
    try {
      return await work();
    } finally {
      clearInterval(trickle);
      report.phases[name] = client.acknowledged - before;
    }
  };
}

/** `essor migrate` of a release, as an operator says it. */
async function migrateBy(dist: string, { databaseUrl, settings }: DoomedEssor): Promise<Finding[]> {
  const child = spawn(process.execPath, [join(dist, 'apps', 'cli', 'main.js'), 'migrate'], {
    env: { ...process.env, ...settings, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return code === 0 ? [] : told('I12', 'migrations that failed', [`code ${String(code)}: ${said}`]);
}
