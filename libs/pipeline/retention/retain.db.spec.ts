import { addDays, type Day } from '#domain/calendar/day.js';
import { verifyAudit } from '#storage/audit/verify-audit.js';
import { rowsOf } from '#storage/database.js';
import { chooseRawMonths, keptRaw } from '#storage/retention/raw-months.js';
import { buildActivity } from '../activity/build-activity.js';
import { ImportStory } from '../import/testing/import-story.js';
import { retain } from './retain.js';

jest.setTimeout(120_000);

describe('raw events', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
  });
  afterAll(() => story.close());

  const mondays = Array.from({ length: 60 }, (_, week) => addDays('2025-01-06', week * 7));
  const actors = Array.from({ length: 5 }, (_, place) => `p${place}`);
  const csv = (days: readonly Day[]) =>
    [
      'id,occurred_at,kind,actor',
      ...days.flatMap((day) => actors.map((actor) => `${actor}-${day},${day}T09:00:00Z,post,${actor}`)),
      '',
    ].join('\n');
  const kept = async (organization: string) =>
    rowsOf<{ first: Day | null; events: number }>(
      story.owner,
      `select min(day) as first, count(*) as events from event where organization_id = $1`,
      [organization],
    ).then(([row]) => row!);
  const months = async () =>
    (
      await rowsOf<{ name: string }>(
        story.owner,
        `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'event'::regclass order by 1`,
      )
    ).map(({ name }) => name);
  const run = (organization: string, instant: string, batch?: number) =>
    retain(story.work, organization, new Date(instant), batch);

  /** A new organisation, with five events on each of these days that are counted. */
  async function organization(days: readonly Day[], kind: 'personal' | 'public' = 'personal'): Promise<string> {
    await story.begin({ class: kind, timezone: 'Europe/Paris' });
    await story.file('events', csv(days));
    await buildActivity(story.work, story.organizationId);
    return story.organizationId;
  }

  it('what was taken from a committee or from beside a figure, and a file that failed, stay for 30 days, of whatever organisation', async () => {
    for (const kind of ['personal', 'public'] as const) {
      const id = await organization([], kind);
      await story.owner.query(
        `insert into committee (organization_id, held_on, withdrawn_at)
         values ($1, '2026-01-05', '2026-01-10T00:00:00Z'), ($1, '2026-01-06', '2026-01-20T00:00:00Z'), ($1, '2026-01-07', null)`,
        [id],
      );
      await story.owner.query(
        `insert into figure_note (organization_id, indicator, week_end, text, withdrawn_at)
         values ($1, 'K20', '2026-01-04', 'x', '2026-01-10T00:00:00Z'), ($1, 'K20', '2026-01-11', 'x', '2026-01-20T00:00:00Z'), ($1, 'K20', '2026-01-18', 'x', null)`,
        [id],
      );
      await story.owner.query(
        `insert into import (organization_id, id, kind, file_name, state, error_code, finished_at)
         values ($1, 101, 'people', 'p.csv', 'failed', 'import_failed', '2026-01-10T00:00:00Z'),
                ($1, 102, 'people', 'p.csv', 'failed', 'import_failed', '2026-01-20T00:00:00Z')`,
        [id],
      );
      await story.owner.query(
        `insert into import_chunk (organization_id, import_id, position, bytes) select $1, unnest(array[101, 102]), 0, ''`,
        [id],
      );
      await run(id, '2026-02-15T00:00:00Z');
      const files = `select import_id as file from import_chunk where organization_id = $1`;
      expect(await rowsOf(story.owner, files, [id])).toEqual([{ file: 102 }]);
      expect(
        await rowsOf(story.owner, `select week_end as day from figure_note where organization_id = $1 order by 1`, [
          id,
        ]),
      ).toEqual([{ day: '2026-01-11' }, { day: '2026-01-18' }]);
      expect(
        await rowsOf(story.owner, `select held_on as day from committee where organization_id = $1 order by 1`, [id]),
      ).toEqual([{ day: '2026-01-06' }, { day: '2026-01-07' }]);
    }
  });

  it('end with the months that their organisation chose; others keep theirs, in the same partition', async () => {
    const days = mondays.filter((day) => day < '2026-02-01');
    const short = await organization(days);
    const long = await organization(days);
    const open = await organization(['2025-03-10'], 'public');
    await chooseRawMonths(story.owner, short, null, 1);
    await chooseRawMonths(story.owner, long, null, 13);
    // 31 January: one month before is 31 December, in the week of Monday 29; thirteen is 31 December 2024.
    const now = '2026-01-31T03:00:00Z';
    // Seven at a time: months of five events a week do not divide by it.
    const gone = await run(short, now, 7);
    expect(gone).toMatchObject({ sealedBefore: '2025-12-29' });
    // The UTC day before the floor still feeds the first local day after it; here it has no event.
    expect(await kept(short)).toEqual({ first: '2025-12-29', events: 25 });
    expect(gone.events).toBe(days.length * 5 - 25);
    expect(await run(long, now)).toMatchObject({ sealedBefore: '2024-12-30', events: 0 });
    expect(await kept(long)).toEqual({ first: '2025-01-06', events: days.length * 5 });
    const all = await months();
    expect(all).toEqual(expect.arrayContaining(['event_2025_01', 'event_2025_03', 'event_2026_01']));
    // Safe to repeat, also at once.
    expect(await Promise.all([run(short, now), run(short, now)])).toMatchObject([{ events: 0 }, { events: 0 }]);
    expect(await months()).toEqual(all);

    // As the longest one ends, its months go whole; what is about nobody stays, and its month with it.
    expect(await run(long, '2026-06-30T03:00:00Z')).toMatchObject({ sealedBefore: '2025-05-26', events: 20 * 5 });
    expect(await kept(long)).toMatchObject({ first: '2025-05-26' });
    expect(await kept(open)).toMatchObject({ events: 5 });
    expect((await months()).filter((name) => name < 'event_2025_06')).toEqual(['event_2025_03', 'event_2025_05']);
    expect(await run(open, '2030-01-01T00:00:00Z')).toMatchObject({ sealedBefore: null, events: 0 });
    expect(await kept(open)).toMatchObject({ events: 5 });
  });

  it('go at the end of a long month and on 29 February as on any day', async () => {
    const days = ['2024-01-01', '2024-01-22', '2024-01-29', '2024-02-19', '2024-02-26', '2024-02-29'];
    story.now = new Date('2024-04-01T00:00:00Z');
    const id = await organization(days);
    await chooseRawMonths(story.owner, id, null, 1);
    const first = async (instant: string) => {
      await run(id, instant);
      return (await kept(id)).first;
    };
    // A month before 29 February 2024 is 29 January, a Monday; before the 28th, the week of Monday 22.
    expect(await first('2024-02-28T03:00:00Z')).toBe('2024-01-22');
    expect(await first('2024-02-29T03:00:00Z')).toBe('2024-01-29');
    // A month before 30 and 31 March is 29 February, in the week of Monday 26.
    expect(await first('2024-03-28T03:00:00Z')).toBe('2024-02-26');
    expect(await first('2024-03-31T03:00:00Z')).toBe('2024-02-26');
    expect((await kept(id)).events).toBe(10);
  });

  it('do not come back when more months are chosen, and fewer are chosen once in the audit log', async () => {
    story.now = new Date('2026-03-10T12:00:00Z');
    const id = await organization(mondays.filter((day) => day >= '2025-11-01' && day < '2026-02-01'));
    await chooseRawMonths(story.owner, id, null, 2);
    await run(id, '2026-02-15T03:00:00Z');
    const before = await kept(id);
    expect(before.first).toBe('2025-12-15');
    expect(await chooseRawMonths(story.owner, id, null, 12)).toEqual({
      ...{ rawMonths: 12, sealedBefore: '2025-12-15', applies: true },
    });
    await chooseRawMonths(story.owner, id, null, 12);
    expect(await run(id, '2026-02-15T03:00:00Z')).toMatchObject({ sealedBefore: '2025-12-15', events: 0 });
    expect(await kept(id)).toEqual(before);
    // What was sealed stays closed: nothing may go in below.
    expect(await story.file('events', csv(['2025-12-08']))).toMatchObject({ accepted: 0, rejected: 5 });
    const said = await rowsOf(
      story.owner,
      `select detail from audit where organization_id = $1 and action = 'retention_chosen' order by id`,
      [id],
    );
    expect(said).toEqual([{ detail: { rawMonths: 2, before: 6 } }, { detail: { rawMonths: 12, before: 2 } }]);
    expect(await verifyAudit(story.owner)).toMatchObject({ broken: [] });
  });

  it('take with them who else had brought them', async () => {
    const id = await organization(['2025-11-03', '2026-01-26']);
    await story.file('events', csv(['2025-11-03', '2026-01-26']));
    const also = () => rowsOf(story.owner, `select distinct day from event_also where organization_id = $1`, [id]);
    expect(await also()).toHaveLength(2);
    await chooseRawMonths(story.owner, id, null, 1);
    await run(id, '2026-02-15T03:00:00Z');
    expect(await also()).toEqual([{ day: '2026-01-26' }]);
  });

  it('are of a choice between one month and thirteen, where people are real', async () => {
    const id = await organization(['2026-01-26']);
    expect(await keptRaw(story.owner, id)).toEqual({ rawMonths: 6, sealedBefore: null, applies: true });
    for (const months of [0, 14]) await expect(chooseRawMonths(story.owner, id, null, months)).rejects.toThrow();
    const open = await organization(['2026-01-26'], 'public');
    await expect(chooseRawMonths(story.owner, open, null, 3)).rejects.toMatchObject({ code: 'retention_not_needed' });
  });

  it('wait for whoever is storing events, no longer than three seconds, and are lost by nobody', async () => {
    const id = await organization(['2025-02-03', '2025-02-10']);
    const storing = story.owner.createQueryRunner();
    await storing.startTransaction();
    await storing.query(`lock table only event in row exclusive mode`);
    expect(await run(id, '2026-02-15T03:00:00Z')).toMatchObject({ events: 10 });
    await storing.rollbackTransaction();
    await storing.release();
    expect(await kept(id)).toMatchObject({ events: 0 });
  });
});

describe('people whom no directory knows', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
  });
  afterAll(() => story.close());

  const header = 'id,occurred_at,kind,actor,group\n';
  const act = (actor: string, day: Day, kind = 'post') => `${actor}-${day},${day}T09:00:00Z,${kind},${actor},g1\n`;
  const names = async (table: 'person' | 'person_alias', column: 'key' | 'alias') =>
    (
      await story.sorted<{ name: string }>(`select ${column} as name from ${table} where organization_id = $1`, 'name')
    ).map(({ name }) => name);
  const run = async (instant: string) => {
    await buildActivity(story.work, story.organizationId);
    return retain(story.work, story.organizationId, new Date(instant));
  };

  it('are forgotten by name with the last thing they did', async () => {
    await story.begin({ class: 'personal', timezone: 'Europe/Paris' });
    story.now = new Date('2026-02-01T00:00:00Z');
    await story.file('entities', 'entity_id,parent_id,name\nacme,,Acme\n');
    await story.file('people', 'person_id,entity,valid_from\nknown,acme,2025-01-01\n');
    await story.file(
      'events',
      header +
        ['known', 'gone@x.fr', 'back@x.fr'].map((actor) => act(actor, '2025-01-07')).join('') +
        act('joined', '2025-01-07', 'group_joined') +
        act('back@x.fr', '2026-01-20', 'view'),
    );
    // Thirteen months before 1 February 2026 is 1 January 2025: everybody's activity is kept.
    expect(await run('2026-02-01T03:00:00Z')).toMatchObject({ strangers: 0 });
    expect(await names('person', 'key')).toEqual(['back@x.fr', 'gone@x.fr', 'joined', 'known']);
    // A month later that of January 2025 is gone. Whoever only looks since then is there still.
    expect(await run('2026-03-01T03:00:00Z')).toMatchObject({ strangers: 2 });
    expect(await names('person', 'key')).toEqual(['back@x.fr', 'known']);
    expect(await names('person_alias', 'alias')).toEqual(['back@x.fr', 'known']);
    for (const table of ['milestone', 'group_change'])
      expect(
        await story.rows(
          `select from ${table} t where organization_id = $1
              and not exists (select from person p where p.organization_id = $1 and p.ordinal = t.ordinal)`,
        ),
      ).toEqual([]);
    expect(await run('2026-03-01T03:00:00Z')).toMatchObject({ strangers: 0 });
    // Somebody of that name who comes later is new.
    expect(await story.file('events', header + act('gone@x.fr', '2026-01-21'))).toMatchObject({ accepted: 1 });
    await run('2026-03-01T03:00:00Z');
    expect(await names('person', 'key')).toContain('gone@x.fr');
  });

  it('stay where nobody is real', async () => {
    await story.begin({ class: 'public', timezone: 'UTC' });
    await story.file('events', header + act('gone@x.fr', '2025-01-07'));
    await run('2030-03-01T03:00:00Z');
    expect(await names('person', 'key')).toEqual(['gone@x.fr']);
  });
});

describe('the audit log', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
  });
  afterAll(() => story.close());

  it('ends after twelve months for every organisation, to the minute, and its chain still holds', async () => {
    await story.begin({ class: 'public' });
    const note = (at: string) =>
      story.owner.query(`insert into audit (organization_id, action, detail, at) values ($1, 'exported', '{}', $2)`, [
        ...[story.organizationId, at],
      ]);
    for (const at of ['2027-02-28T09:59:00Z', '2027-02-28T10:01:00Z', '2028-02-01T00:00:00Z']) await note(at);
    const left = async () =>
      (
        await rowsOf<{ at: Date }>(story.owner, `select at from audit where organization_id = $1 order by at`, [
          story.organizationId,
        ])
      ).map(({ at }) => at.toISOString().slice(0, 16));
    const run = (instant: string) => retain(story.work, story.organizationId, new Date(instant));
    await run('2028-02-28T09:00:00Z');
    expect(await left()).toHaveLength(3);
    // Twelve months before 29 February 2028 is 28 February 2027.
    for (const instant of ['2028-02-29T10:00:00Z', '2028-02-29T10:00:00Z']) {
      await run(instant);
      expect(await left()).toEqual(['2027-02-28T10:01', '2028-02-01T00:00']);
    }
    expect(await verifyAudit(story.owner)).toMatchObject({ broken: [] });
  });
});
