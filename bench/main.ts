import { browserLines } from './browser.js';
import { type Company, foundCompany, repeatPublication } from './company.js';
import { type Line, print } from './figures.js';
import { growthLines } from './growth.js';
import { importLines } from './imports.js';
import { ingestLines } from './ingest.js';
import { companyOf, freshnessLine, growthLine, weekLine, weekTimes, yearLines } from './jobs.js';
import { loadLines } from './load.js';
import { neighbourLines } from './neighbour.js';
import { queueLines } from './queue.js';
import { rawLines } from './raw.js';
import { readGrowthLine, readLines, readTimes, underLoad } from './reads.js';
import { soakLines } from './soak.js';
import { Stage } from './stage.js';
import { utilityLines } from './utility.js';
import { senderFor, signIn } from './wire.js';

const parts = [
  'utility',
  'ingest',
  'imports',
  'year',
  'weeks',
  'reads',
  'browser',
  'memory',
  'neighbour',
  'load',
  'raw',
  'queue',
] as const;
/** What takes hours, or asks for a machine of its own, runs where it is named. */
const long = ['growth', 'soak'] as const;
type Part = (typeof parts)[number] | (typeof long)[number];

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',') : parts;
const known: readonly string[] = [...parts, ...long];
if (!only.every((part) => known.includes(part))) {
  console.error(`--only takes some of ${known.join(',')}.`);
  process.exit(2);
}
const wants = (part: Part) => only.some((one) => one === part);
const numberAfter = (name: string) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined);
const rounds = quick ? 3 : 5;
const [few, many] = quick ? [2000, 8300] : [8300, 75_000];

const began = performance.now();
const say = (text: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);
const lines: Line[] = [];
/** Every figure is also told at once: who stops a long run has those that are done. */
function add(...more: Line[]): void {
  lines.push(...more);
  for (const { work, measured } of more) say(`  ${work}: ${measured}`);
}

async function weeks(stage: Stage, small: Company, large: Company): Promise<void> {
  say('weeks');
  add(weekLine(small, await weekTimes(stage, small, rounds)));
  const parts = [
    await companyOf(stage, 'quarter', Math.round(many / 4)),
    await companyOf(stage, 'half', Math.round(many / 2)),
    large,
  ];
  const times: number[][] = [];
  for (const company of parts) times.push(await weekTimes(stage, company, rounds));
  add(weekLine(large, times.at(-1) ?? []));
  add(
    growthLine(
      'that week',
      times,
      parts.map(({ people }) => people),
    ),
  );
}

async function weeksAndReads(stage: Stage): Promise<void> {
  say(`companies of ${few} and ${many} people`);
  const small = await companyOf(stage, 'small', few);
  const large = await companyOf(stage, 'large', many);
  // Reads want a published week; only its times want the companies between.
  if (wants('weeks')) await weeks(stage, small, large);
  else for (const company of [small, large]) await weekTimes(stage, company, 0);
  for (const company of [small, large]) await repeatPublication(stage.owner, company);
  if (wants('weeks')) {
    say('freshness');
    stage.startWorker();
    add(await freshnessLine(stage, large, rounds));
    await stage.stopWorker();
  }
  const cookie = await signIn(stage.owner, stage.base);
  if (wants('browser')) {
    say('in a browser');
    add(...(await browserLines(stage.base, cookie, large, rounds)));
  }
  if (!wants('reads') && !wants('memory')) return;
  say('reads');
  const reads = quick ? 30 : 100;
  const quiet = [
    await readTimes(stage.base, cookie, small, reads),
    await readTimes(stage.base, cookie, large, reads),
  ] as const;
  const live = await foundCompany(stage.owner, 'live', few);
  const sender = await senderFor(stage.owner, stage.base, live.id);
  stage.startWorker();
  const busy = await underLoad(sender, () => readTimes(stage.base, cookie, large, reads));
  add(...readLines(quiet[1], many, 'quiet'), ...readLines(busy, many, 'under 1,000 events/s'));
  add(readGrowthLine(quiet[0], quiet[1], [few, many]));
  addMemory(stage);
  await stage.stopWorker();
}

function addMemory(stage: Stage): void {
  const { api, worker, postgres } = stage.memory();
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  add({
    work: 'resident memory after all of the above: api + worker + embedded PostgreSQL',
    measured: `${megabytes(api + worker + postgres)} MB`,
    peer: `${megabytes(api)} + ${megabytes(worker)} + ${megabytes(postgres)} MB`,
    ...{ target: '≤ 1 GB', met: api + worker + postgres <= 1e9, note: 'shared pages of PostgreSQL once; one run' },
  });
}

if (wants('utility')) {
  say('utility of what is published');
  add(...utilityLines(quick ? 100 : 400));
  if (only.length === 1) {
    print(lines);
    process.exit(0);
  }
}
const stage = await Stage.open();
try {
  if (wants('year')) {
    say('a year from raw');
    add(...(await yearLines(stage, quick ? 2000 : 8300, quick ? 100_000 : 860_000, rounds)));
  }
  await stage.startApi();
  if (wants('ingest')) {
    say('ingest');
    add(...(await ingestLines(stage, rounds, quick ? 20_000 : 50_000)));
  }
  if (wants('imports')) {
    say('imports');
    add(...(await importLines(stage, rounds, quick ? 5000 : 20_000)));
  }
  if (wants('neighbour')) {
    say('one organisation beside another');
    // With the rate of sessions that an installation has.
    await stage.restartApi('20');
    const size = quick ? { people: 2000, seconds: 8 } : { people: 8300, seconds: 30 };
    add(...(await neighbourLines(stage, { ...size, rounds: quick ? 3 : 7 }, say)));
    await stage.restartApi();
  }
  if (wants('load')) {
    say('on a schedule');
    await loadLines(stage, { people: few, seconds: numberAfter('--seconds') ?? (quick ? 5 : 20) }, add);
  }
  if (wants('raw')) {
    say('raw events');
    add(...(await rawLines(stage, quick ? 2000 : 8300, quick ? 100_000 : 860_000, rounds)));
  }
  if (wants('queue')) {
    say('queues by themselves');
    add(...(await queueLines(stage, process.env.ESSOR_BENCH_REDIS_URL, rounds)));
  }
  if (wants('growth')) {
    const sizes = quick
      ? { people: [500, 1000, 2000], years: [1, 2], yearly: { people: 500, events: 50 } }
      : { people: [8300, 75_000, 300_000], years: [1, 2, 5], yearly: { people: 8300, events: 100 } };
    add(...(await growthLines(stage, { ...sizes, rounds }, say)));
  }
  if (wants('soak')) {
    say('soak');
    add(...(await soakLines(stage, { people: few, minutes: numberAfter('--minutes') ?? (quick ? 2 : 120) }, say)));
  }
  if (wants('weeks') || wants('reads') || wants('browser') || wants('memory')) await weeksAndReads(stage);
  print(lines);
  console.log(
    `\nMedians (lowest–highest) of one run on ${process.platform}, Node ${process.versions.node}; ` +
      'everything on the same cores.',
  );
} finally {
  await stage.close();
}
say('done');
