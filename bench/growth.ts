import { rowsOf } from '#storage/database.js';
import { buildActivity } from '#pipeline/activity/build-activity.js';
import { addEvents, type Company, forgetMarks, foundCompany, repeatPublication } from './company.js';
import { exponent, type Line, median, milliseconds, spread } from './figures.js';
import { companyOf, weekTimes } from './jobs.js';
import { readTimes } from './reads.js';
import { type Stage } from './stage.js';
import { bodiesOf, freshEvents, send, senderFor, signIn } from './wire.js';

export interface GrowthSettings {
  /** How many people, from the fewest to the most. */
  people: readonly number[];
  /** How many years of events, for so many people and so many events of each in a year. */
  years: readonly number[];
  yearly: { people: number; events: number };
  rounds: number;
}

/** What one size costs; milliseconds, several runs each, and bytes. */
interface Cost {
  size: number;
  ingest: number[];
  week: number[];
  read: number[];
  rebuild: number[];
  bytes: number;
}

/**
 * With which power of the people and of the years behind them work grows: 1 = in step with them, 0 = not at all. What is
 * done within a request must not grow.
 */
export async function growthLines(stage: Stage, settings: GrowthSettings, say: (text: string) => void) {
  const cookie = await signIn(stage.owner, stage.base);
  const costs = { people: [] as Cost[], years: [] as Cost[] };
  for (const people of settings.people) {
    say(`growth: ${people.toLocaleString('en')} people`);
    const found = () => companyOf(stage, `people-${people}`, people);
    costs.people.push(await costOf(stage, cookie, settings.rounds, people, found));
  }
  const { yearly } = settings;
  for (const years of settings.years) {
    say(`growth: ${years} years`);
    const found = async () => {
      const company = await foundCompany(stage.owner, `years-${years}`, yearly.people);
      await addEvents(stage.owner, company, 364 * years, years * yearly.people * yearly.events);
      await buildActivity(stage.work, company.id);
      await stage.owner.query(`analyze`);
      return company;
    };
    costs.years.push(await costOf(stage, cookie, settings.rounds, years, found));
  }
  const small = yearly.people.toLocaleString('en');
  return [
    ...linesOf('people', costs.people, '28 days of events, a year of activity'),
    ...linesOf('years', costs.years, `${small} people, ${yearly.events} events of each a year`),
  ];
}

async function costOf(
  stage: Stage,
  cookie: string,
  rounds: number,
  size: number,
  found: () => Promise<Company>,
): Promise<Cost> {
  const before = await bytesOf(stage);
  const company = await found();
  const bytes = (await bytesOf(stage)) - before;
  const week = await weekTimes(stage, company, rounds);
  await repeatPublication(stage.owner, company);
  const rebuild: number[] = [];
  for (let round = 0; round < Math.min(3, rounds); round += 1) {
    await stage.owner.query(
      `insert into dirty_day (organization_id, day) select distinct organization_id, day from event where organization_id = $1`,
      [company.id],
    );
    rebuild.push(await milliseconds(() => buildActivity(stage.work, company.id)));
  }
  const read = [...(await readTimes(stage.base, cookie, company, 10 * rounds))].flatMap(([name, times]) =>
    name === 'constant' ? [] : [median(times)],
  );
  const sender = await senderFor(stage.owner, stage.base, company.id);
  const ingest: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const bodies = bodiesOf(freshEvents(20_000, company.people), 1000);
    ingest.push(await milliseconds(() => send(sender, bodies, 4)));
  }
  await forgetMarks(stage.owner, company);
  // The first opens connections.
  return { size, ingest: ingest.slice(1), week, read, rebuild, bytes };
}

async function bytesOf({ owner }: Stage): Promise<number> {
  const [row] = await rowsOf<{ bytes: number }>(owner, `select pg_database_size(current_database()) as bytes`);
  return row?.bytes ?? Number.NaN;
}

/** How steep each may be: in a request not at all, in jobs 5 × for 4 × as many. */
const steep = { request: 0.1, job: Math.log(5) / Math.log(4) };

function linesOf(by: 'people' | 'years', costs: readonly Cost[], note: string): Line[] {
  const sizes = costs.map(({ size }) => size);
  const range = `${sizes.map((size) => size.toLocaleString('en')).join(' → ')} ${by}`;
  const line = (what: string, of: (cost: Cost) => readonly number[], most: number): Line => {
    const power = exponent(
      sizes,
      costs.map((cost) => median(of(cost))),
    );
    return {
      work: `growth, ${range}: ${what}`,
      measured: `exponent ${power.toFixed(2)}`,
      peer: `${costs.map((cost) => spread(of(cost))).join(' → ')} ms`,
      ...{ target: `≤ ${most.toFixed(2)}`, met: power <= most, note },
    };
  };
  const disk = exponent(
    sizes,
    costs.map(({ bytes }) => bytes),
  );
  return [
    line('20,000 events over HTTP', ({ ingest }) => ingest, steep.request),
    line('pages, the median of each', ({ read }) => read, steep.request),
    line(
      'one week of all measures and its publication',
      ({ week }) => week,
      by === 'years' ? steep.request : steep.job,
    ),
    line('all activity from raw events', ({ rebuild }) => rebuild, steep.job),
    {
      work: `growth, ${range}: disk, raw events and activity`,
      measured: `exponent ${disk.toFixed(2)}`,
      peer: `${costs.map(({ bytes }) => Math.round(bytes / 1e6).toLocaleString('en')).join(' → ')} MB`,
      ...{ target: `≤ ${steep.job.toFixed(2)}`, met: disk <= steep.job, note },
    },
  ];
}
