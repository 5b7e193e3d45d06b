import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '#domain/calendar/day.js';
import { buildActivity } from '#pipeline/activity/build-activity.js';
import { measureAndPublish, refresh } from '#pipeline/refresh.js';
import { type EventRow } from '#storage/event/event-row.js';
import { storeEvents } from '#storage/event/store-events.js';
import { rowsOf } from '#storage/database.js';
import { addEvents, type Company, foundCompany, lastSunday, repeatActivity } from './company.js';
import { type Line, median, milliseconds, spread } from './figures.js';
import { type Stage } from './stage.js';
import { freshEvents, send, senderFor } from './wire.js';

/** A company whose last weeks are real and whose year repeats them. */
export async function companyOf(stage: Stage, slug: string, people: number, weeks = 4): Promise<Company> {
  const company = await foundCompany(stage.owner, slug, people);
  await addEvents(stage.owner, company, weeks * 7, people * weeks * 3);
  await buildActivity(stage.work, company.id);
  await repeatActivity(stage.owner, company, weeks);
  await stage.owner.query(`analyze`);
  return company;
}

/** Counts and publishes the last week again and again. */
export async function weekTimes({ work, owner }: Stage, company: Company, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await owner.query(`delete from dirty_week where organization_id = $1`, [company.id]);
    await owner.query(`insert into dirty_week (organization_id, week_end) values ($1, $2)`, [company.id, lastSunday]);
    times.push(await milliseconds(() => measureAndPublish(work, company.id, new Date())));
  }
  // The first lays the cells.
  return times.slice(1);
}

export function weekLine(company: Company, times: readonly number[]): Line {
  return {
    work: `one week of all measures and its publication, ${company.people.toLocaleString('en')} people`,
    ...{ measured: `${spread(times)} ms`, peer: '', target: '< 10 s' },
    ...{ met: median(times) < 10_000, note: 'all families, a year of activity behind it; retention and lags included' },
  };
}

/** How a job grows with the people: times at one, two and four times as many. */
export function growthLine(work: string, times: readonly (readonly number[])[], people: readonly number[]): Line {
  const [one = Number.NaN, ...more] = times.map(median);
  const grown = more.map((time) => `${(time / one).toFixed(2)} ×`).join(' and ');
  const last = (times.at(-1)?.length ?? 0) > 0 ? median(times.at(-1) ?? []) / one : Number.NaN;
  return {
    work: `${work}, at 2 and 4 times ${people[0]?.toLocaleString('en')} people`,
    ...{ measured: grown, peer: `${times.map((one) => spread(one)).join(' → ')} ms` },
    ...{ target: '≤ 5 × for 4 ×', met: last <= 5, note: people.map((count) => count.toLocaleString('en')).join(', ') },
  };
}

/** Everything from raw for a year, at a quarter, a half and all of the people and events; one run each. */
async function yearTimes({ owner, work }: Stage, people: number, events: number) {
  const runs: { company: Company; people: number; activity: number; publication: number }[] = [];
  for (const part of [4, 2, 1]) {
    const company = await foundCompany(owner, `year-${part}`, Math.round(people / part));
    await addEvents(owner, company, 364, Math.round(events / part));
    const activity = await milliseconds(() => buildActivity(work, company.id));
    const publication = await milliseconds(() => measureAndPublish(work, company.id, new Date()));
    runs.push({ company, people: company.people, activity, publication });
  }
  return runs;
}

/** From raw events to publications, and what a late import costs beside a usual one. */
export async function yearLines(stage: Stage, people: number, events: number, rounds: number): Promise<Line[]> {
  const { owner, work } = stage;
  const years = await yearTimes(stage, people, events);
  const whole = years.at(-1);
  if (!whole) throw new Error('No year was counted.');
  const { activity, publication } = whole;
  const disk = await diskLine(stage);
  // Every week of a year is counted again in each round: at a quarter of the people, what it costs beside one week is the same.
  const company = years[0]?.company ?? whole.company;
  const [recent, late]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const [times, spreadOut] of [
      [recent, false],
      [late, true],
    ] as const) {
      await storeEvents(owner, company.id, eventsFor(company, spreadOut));
      times.push(await milliseconds(() => refresh(work, company.id, new Date())));
    }
  }
  const ratio = median(late) / median(recent);
  return [
    {
      work: `a year from raw: ${events.toLocaleString('en')} events of ${people.toLocaleString('en')} people, 52 weeks`,
      measured: `activity ${(activity / 1000).toFixed(1)} s, measures and publication ${(publication / 1000).toFixed(1)} s`,
      ...{ peer: '', target: '–', met: null, note: 'one run' },
    },
    {
      work: `10,000 events, 10 % of them spread over the past year, ${company.people.toLocaleString('en')} people`,
      ...{ measured: `${spread(late)} ms`, peer: `${ratio.toFixed(1)} × 10,000 of one week ${spread(recent)}` },
      ...{ target: '≤ 10 ×', met: ratio <= 10, note: 'activity, measures and publication of every week reached' },
    },
    growthLine(
      'a year from raw, measures and publication',
      years.map((year) => [year.publication]),
      years.map((year) => year.people),
    ),
    disk,
  ];
}

function eventsFor({ people }: Company, spreadOut: boolean): EventRow[] {
  return freshEvents(10_000, people).map((event, index) => {
    const back = spreadOut && index % 10 === 0 ? 7 * ((index / 10) % 51) : 0;
    const day = addDays(event.occurred_at.slice(0, 10), -back);
    return {
      ...{ sourceId: 1, importId: null, id: event.id, day, digest: String(index), kind: 1, quantity: 1 },
      ...{ occurredAt: `${day}${event.occurred_at.slice(10)}`, actor: event.actor, object: event.object },
      ...{ parent: null, groupKey: null, target: null },
    };
  });
}

async function diskLine({ owner }: Stage): Promise<Line> {
  await owner.query(`vacuum`);
  const [row] = await rowsOf<{ derived: number; raw: number }>(
    owner,
    `select sum(pg_total_relation_size(oid)) filter (where relname ~ '^(activity_|milestone$|measure_|mask$)') as derived,
            sum(pg_total_relation_size(oid)) filter (where relname ~ '^event') as raw
       from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  );
  const [derived, raw] = [Number(row?.derived), Number(row?.raw)];
  return {
    work: 'activity and measures on disk / raw events with their keys',
    ...{ measured: (derived / raw).toFixed(2), peer: `${Math.round(derived / 1e6)} / ${Math.round(raw / 1e6)} MB` },
    ...{ target: '≤ 0.15', met: derived / raw <= 0.15, note: 'of the years above' },
  };
}

/** An event over HTTP, until the week that it belongs to is published with it; with the worker running. */
export async function freshnessLine(stage: Stage, company: Company, rounds: number): Promise<Line> {
  const sender = await senderFor(stage.owner, stage.base, company.id);
  const publishedAt = async () => {
    const rows = await rowsOf<{ at: string }>(
      stage.owner,
      `select published_at::text as at from published_week where organization_id = $1 and week_end = $2`,
      [company.id, lastSunday],
    );
    return rows[0]?.at;
  };
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = await publishedAt();
    const [event] = freshEvents(1);
    await send(
      sender,
      [JSON.stringify({ events: [{ ...event, kind: 'post', actor: `p${company.people - 1 - round}` }] })],
      1,
    );
    times.push(
      await milliseconds(async () => {
        while ((await publishedAt()) === before) await pause(25);
      }),
    );
  }
  return {
    work: `event acknowledged → measured and visible, ${company.people.toLocaleString('en')} people`,
    ...{ measured: `${spread(times)} ms`, peer: '', target: '< 30 s', met: median(times) < 30_000, note: '' },
  };
}
