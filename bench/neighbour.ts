import { setTimeout as pause } from 'node:timers/promises';
import { repeatPublication } from './company.js';
import { type Caller, ingestShot, readShot } from './callers.js';
import { type Line, median, quantile, spread } from './figures.js';
import { companyOf, weekTimes } from './jobs.js';
import { isAnswered, isShed, openLoop, type Sample } from './open-loop.js';
import { type Stage } from './stage.js';
import { startLoad } from './start-load.js';
import { senderFor, signIn } from './wire.js';

/** Far above what two cores answer: a thousand events in each sending, a year of every entity in each reading. */
const flooding = { events: 100, dear: 150 };
const quiet = { reads: 20, ingest: 5 };

export interface NeighbourSettings {
  people: number;
  rounds: number;
  seconds: number;
}

/** What one organisation's readers and sources wait for, alone and beside another that overloads the server, in turns. */
export async function neighbourLines(
  stage: Stage,
  { people, rounds, seconds }: NeighbourSettings,
  say: (text: string) => void,
): Promise<Line[]> {
  const [loud, own] = [await callerOf(stage, 'loud', people), await callerOf(stage, 'neighbour', people)];
  stage.startWorker();
  const measured = { alone: [] as Seen[], beside: [] as Seen[] };
  const answered: Sample[] = [];
  const look = (seed: number) => seen(own, people, seconds, seed);
  await look(1);
  for (let round = 0; round < rounds; round += 1) {
    measured.alone.push(await look(10 + round));
    const flood = await startLoad({
      ...{ caller: loud, people },
      tracks: [
        { what: 'events', size: 1000, rate: flooding.events, seconds: seconds + 3, seed: 100 + round },
        { what: 'dear', rate: flooding.dear, seconds: seconds + 3, seed: 200 + round },
      ],
    });
    await pause(2000);
    measured.beside.push(await look(10 + round));
    answered.push(...(await flood.over).flat());
    // What was still waiting is answered, and the worker has done with it.
    await pause(3000);
    say(`  round ${round + 1}: ${['reads', 'ingest'].map((what) => said(measured, what as keyof Seen)).join('; ')}`);
  }
  await stage.stopWorker();
  const done = answered.filter(isAnswered).length;
  const shed = answered.filter(isShed);
  const note =
    `the other: ${flooding.events} × 1,000 events and ${flooding.dear} uncached reads a second offered; ` +
    `${share(done, answered.length)} answered, ${share(shed.length, answered.length)} turned away ` +
    `(p50 ${median(shed.map(({ ms }) => ms)).toFixed(0)} ms)`;
  return [
    lineOf('pages', measured, 'reads', people, note),
    lineOf('sources (20 events a request)', measured, 'ingest', people, ''),
  ];
}

type Seen = { reads: Sample[]; ingest: Sample[] };
type Measured = Record<'alone' | 'beside', Seen[]>;

/** A company with a year of publications, and who may ask for it. */
export async function callerOf(stage: Stage, slug: string, people: number): Promise<Caller> {
  const company = await companyOf(stage, slug, people);
  await weekTimes(stage, company, 0);
  await repeatPublication(stage.owner, company);
  const { key } = await senderFor(stage.owner, stage.base, company.id);
  return { base: stage.base, slug, key, cookie: await signIn(stage.owner, stage.base) };
}

async function seen(caller: Caller, people: number, seconds: number, seed: number): Promise<Seen> {
  const [reads, ingest] = await Promise.all([
    openLoop({ rate: quiet.reads, seconds, seed }, readShot(caller)),
    openLoop({ rate: quiet.ingest, seconds, seed: seed + 1000 }, ingestShot(caller, 20, people)),
  ]);
  return { reads, ingest };
}

const share = (part: number, all: number) => `${((100 * part) / Math.max(1, all)).toFixed(0)} %`;
const waits = (all: readonly Seen[], what: keyof Seen) => all.flatMap((one) => one[what].map(({ ms }) => ms));

function said({ alone, beside }: Measured, what: keyof Seen): string {
  const p99 = (all: Seen[]) => quantile(waits(all.slice(-1), what), 0.99).toFixed(0);
  return `${what} p99 ${p99(alone)} → ${p99(beside)} ms`;
}

function lineOf(who: string, { alone, beside }: Measured, what: keyof Seen, people: number, note: string): Line {
  const at = (of: readonly Seen[], level: number) => quantile(waits(of, what), level);
  const ratios = (level: number) =>
    beside.map((one, round) => at([one], level) / at(alone.slice(round, round + 1), level));
  const [p50, p99] = [at(beside, 0.5) / at(alone, 0.5), at(beside, 0.99) / at(alone, 0.99)];
  const all = beside.flatMap((one) => one[what]);
  const refused = all.filter((one) => isShed(one)).length;
  const failed = all.filter((one) => !isAnswered(one) && !isShed(one)).length;
  const text = (of: readonly Seen[]) => `p50 ${at(of, 0.5).toFixed(1)} ms, p99 ${at(of, 0.99).toFixed(1)} ms`;
  return {
    work: `${who} of one organisation beside another that overloads the server, ${people.toLocaleString('en')} people each`,
    measured: `${text(beside)} (n ${all.length}; ${refused} turned away, ${failed} failed)`,
    peer: `${p50.toFixed(2)} × and ${p99.toFixed(2)} × alone (${text(alone)}); by round ${spread(ratios(0.99), 2)}`,
    ...{ target: 'p99 < 1.5 ×', met: p99 < 1.5 && refused + failed === 0, note },
  };
}
