import { addDays } from '#domain/calendar/day.js';
import { eventKinds, isIntentional } from '#domain/events/kind.js';
import { exactRows } from '#pipeline/exact/exact-rows.js';
import { rowsOf } from '#storage/database.js';
import { organizationById } from '#storage/organization/organization.js';
import { buildActivity } from '#pipeline/activity/build-activity.js';
import { addEvents, type Company, forgetMarks, foundCompany, lastSunday, repeatPublication } from './company.js';
import { inParquet } from './duckdb.js';
import { type Line, median, milliseconds, spread } from './figures.js';
import { weekTimes } from './jobs.js';
import { type Stage } from './stage.js';
import { signIn } from './wire.js';

/** Who signed in and who acted in the 28 days up to each Sunday of a year, by entity and all below it. */
type Answer = Map<string, string>;

const weeks = 52;
const [plainName, duckName] = ['plain SQL on raw events', 'DuckDB on raw events in Parquet'];
const login = eventKinds.indexOf('login');
const intentional = eventKinds.flatMap((kind, index) => (isIntentional(kind) ? [index] : []));
const keyOf = (sunday: string, entity: string) => `${sunday} ${entity}`;
const toldAs = (signedIn: unknown, acted: unknown) => `${Number(signedIn)} ${Number(acted)}`;

interface Asker {
  name: string;
  /** Throws where it cannot be asked. */
  ask: () => Promise<Answer>;
  close?: () => void;
}

/**
 * The same question to raw events, as a developer would write it for PostgreSQL and for DuckDB, beside reading what is
 * published. What the operator's query counts must be what they count, or the comparison says nothing.
 */
export async function rawLines(stage: Stage, people: number, events: number, rounds: number): Promise<Line[]> {
  const company = await foundCompany(stage.owner, 'raw', people);
  await addEvents(stage.owner, company, 7 * (weeks + 4), events);
  await buildActivity(stage.work, company.id);
  await stage.owner.query(`analyze`);
  await weekTimes(stage, company, 0);
  await repeatPublication(stage.owner, company);
  const read = await pageOf(stage, company);
  const duck = await duckdb(stage, company);
  const peers = [plainSql(stage, company), ...(duck ? [duck] : [])];
  const [exact, exactly] = [await operator(stage, company), [] as number[]];
  const [mine, times] = [[] as number[], new Map<string, number[]>(peers.map(({ name }) => [name, []]))];
  for (let round = 0; round <= rounds; round += 1) {
    const reading = await milliseconds(read);
    const counting = await milliseconds(() => operator(stage, company));
    for (const { name, ask } of peers) {
      let answer: Answer = new Map();
      const time = await milliseconds(async () => (answer = await ask()));
      mustBeAlike(name, exact, answer);
      // The first reads from the disk.
      if (round > 0) times.get(name)?.push(time);
    }
    if (round > 0) mine.push(reading);
    if (round > 0) exactly.push(counting);
  }
  for (const { close } of peers) close?.();
  await forgetMarks(stage.owner, company);
  const question = `who signed in and who acted, by entity, ${weeks} × 28 days; ${events.toLocaleString('en')} events of ${people.toLocaleString('en')} people`;
  const targets: Record<string, number> = { [plainName]: 0.01, [duckName]: 0.06 };
  const lines = peers.map(({ name }): Line => {
    const ratio = median(mine.map((time, round) => time / (times.get(name)?.[round] ?? Number.NaN)));
    const most = targets[name] ?? Number.NaN;
    return {
      work: `${question}: as published, over HTTP`,
      measured: `${spread(mine)} ms`,
      peer: `${ratio.toFixed(3)} × ${name} ${spread(times.get(name) ?? [])}`,
      ...{
        target: `≤ ${most} ×`,
        met: ratio <= most,
        note: 'masked, with what it means; counted when it was published',
      },
    };
  });
  const counted: Line = {
    work: `the same for one Sunday by the operator's query, exact`,
    measured: `${spread(exactly)} ms`,
    ...{ peer: '', target: '–', met: null, note: 'which counts every other measure as well' },
  };
  return [...lines, ...(duck ? [] : [withoutDuckdb]), counted];
}

/** Reads the year as the page of entities does, never from what is kept. */
async function pageOf(stage: Stage, { slug }: Company): Promise<() => Promise<void>> {
  const cookie = await signIn(stage.owner, stage.base);
  let serial = 0;
  return async () => {
    // Each time in other words, which are not kept.
    const from = addDays('2000-01-01', (serial += 1));
    const path = `/v1/organizations/${slug}/indicators?keys=K04.login,K04.act&by=entity&from=${from}`;
    const answer = await fetch(`${stage.base}${path}`, { headers: { cookie } });
    await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
  };
}

const withoutDuckdb: Line = {
  work: 'the same, DuckDB',
  ...{ measured: '–', peer: '', target: '≤ 0.06 ×', met: null },
  note: 'not installed: `npm install --no-save @duckdb/node-api`',
};

/** Of what the operator's query says, which is of one Sunday. */
function mustBeAlike(name: string, exact: Answer, answer: Answer): void {
  const other = [...exact].find(([key, told]) => answer.get(key) !== told);
  if (other) throw new Error(`${name} answers otherwise: ${other.join(' is ')}, not ${answer.get(other[0])}.`);
}

async function operator({ work, owner }: Stage, { id }: Company): Promise<Answer> {
  const organization = await organizationById(owner, id);
  const indicators = ['K04.login', 'K04.act'] as const;
  const query = { indicators, by: 'entity', window: '28', from: lastSunday, to: lastSunday } as const;
  const found = new Map<string, [number, number]>();
  for (const { indicator, slice, periodEnd, numerator, value } of await exactRows(work, organization, query)) {
    const pair = found.get(keyOf(periodEnd, slice)) ?? [0, 0];
    pair[indicators.indexOf(indicator as (typeof indicators)[number])] = numerator ?? value ?? 0;
    found.set(keyOf(periodEnd, slice), pair);
  }
  // Raw events say nothing of entities in which nothing was done.
  const done = [...found].filter(([, [signedIn, acted]]) => signedIn + acted > 0);
  return new Map(done.map(([key, pair]) => [key, toldAs(...pair)]));
}

/** The engines differ in how they list Sundays. */
const question = (sundays: string) => `
  with seen as (
    select s.sunday, m.entity, count(distinct case when e.kind = ${login} then e.actor end) as signed_in,
           count(distinct case when e.kind in (${intentional.join()}) then e.actor end) as acted
      from ${sundays} join events e on e.day between s.sunday - 27 and s.sunday
      join members m on m.actor = e.actor
     group by s.sunday, m.entity)
  select cast(sunday as text) as sunday, entity, signed_in as "signedIn", acted from seen`;

const members = `
  with recursive lineage as (
    select entity_key as above, entity_key as entity from entity_parent where organization_id = $1
    union all
    select p.parent_key, l.entity from lineage l join entity_parent p on p.organization_id = $1 and p.entity_key = l.above
     where p.parent_key is not null)
  select a.alias as actor, l.above as entity from lineage l
    join assignment m on m.organization_id = $1 and m.entity_key = l.entity
    join person_alias a on a.organization_id = $1 and a.ordinal = m.ordinal`;

interface Told {
  sunday: string;
  entity: string;
  signedIn: unknown;
  acted: unknown;
}
const answerOf = (rows: readonly Told[]): Answer =>
  new Map(rows.map(({ sunday, entity, signedIn, acted }) => [keyOf(sunday, entity), toldAs(signedIn, acted)]));

function plainSql({ owner }: Stage, { id }: Company): Asker {
  const sundays = `(select $2::date - 7 * n as sunday from generate_series(0, ${weeks - 1}) n) s`;
  const text = question(sundays).replace(
    'with seen',
    `with members as (${members}), events as (select * from event where organization_id = $1), seen`,
  );
  return {
    name: plainName,
    ask: async () => answerOf(await rowsOf<Told>(owner, text, [id, lastSunday])),
  };
}

async function duckdb({ owner }: Stage, { id }: Company): Promise<Asker | null> {
  const events = `select day::text as day, kind, actor from event where organization_id = $1 order by occurred_at`;
  const parquet = await inParquet({
    events: { columns: 'day date, kind smallint, actor text', rows: await rowsOf(owner, events, [id]) },
    members: { columns: 'actor text, entity text', rows: await rowsOf(owner, members.trim(), [id]) },
  });
  if (!parquet) return null;
  const sundays = `(select date '${lastSunday}' - cast(7 * n as integer) as sunday from range(0, ${weeks}) r(n)) s`;
  return {
    name: duckName,
    ask: async () => answerOf((await parquet.ask(question(sundays))) as Told[]),
    close: parquet.close,
  };
}
