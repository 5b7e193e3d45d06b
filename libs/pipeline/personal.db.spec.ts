import { addDays, endsBlock, type Day } from '#domain/calendar/day.js';
import { buildActivity } from './activity/build-activity.js';
import { organizationById } from '#storage/organization/organization.js';
import { raiseSmallestGroup } from '#storage/organization/smallest-group.js';
import { IndicatorReader } from '#storage/publication/indicator-reader.js';
import { ImportStory } from './import/testing/import-story.js';
import { type OtherSunday, otherSundays } from './publication/other-sundays.js';
import { publishDue } from './publication/publish-due.js';
import { publishWeek } from './publication/publish-week.js';
import { declaredMeasures } from './publication/shelf.js';
import { measureAndPublish, refresh } from './refresh.js';
import { retain } from './retention/retain.js';

const entities = `entity_id,parent_id,name,country,timezone\ngroup,,Group,FR,Europe/Paris\neast,group,East,FR,\nwest,group,West,US,America/New_York\n`;
const names = Array.from({ length: 24 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);
/** Twelve in each entity; `moved` of the first ones stand in the west instead, and always have. */
const people = (moved = 0) =>
  [
    'person_id,entity',
    ...names.map((name, index) => `${name},${index >= moved && index < 12 ? 'east' : 'west'}`),
    '',
  ].join('\n');
const header = 'id,occurred_at,kind,actor';
const events = (at: string, actors: readonly string[]) =>
  [header, ...actors.map((actor) => `${actor}-${at},${at},login,${actor}`), ''].join('\n');

jest.setTimeout(120_000);

describe('an organisation of real people', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
  });
  afterAll(() => story.close());

  const at = (instant: string) => new Date(instant);
  const work = (instant: string) => refresh(story.work, story.organizationId, at(instant));
  const night = (instant: string) => publishDue(story.work, story.organizationId, at(instant));
  const weeks = () =>
    story.rows(
      `select w.week_end, w.through, w.provisional,
              (select count(*) from published_node n where n.organization_id = $1 and n.week_end = w.week_end) as places
         from published_week w where w.organization_id = $1 order by 1`,
    );
  const counted = async (sunday: Day, node: string, days = 7) => {
    const [row] = await story.rows<{ login: number[] }>(
      `select counts->'login' as login from published_count where organization_id = $1 and week_end = '${sunday}'
          and node = '${node}' and population = 'everyone' and days = ${days}`,
    );
    return row?.login;
  };
  const headcounts = (sunday: Day) =>
    story.rows(
      `select node, counts->'people' as people from published_count where organization_id = $1 and week_end = '${sunday}' and counts ? 'people'`,
    );
  const said = (sunday: Day) =>
    story.rows(
      `select (select nodes from mask where organization_id = $1 and week_end = '${sunday}') as mask, closed,
              (select jsonb_agg(to_jsonb(n) - 'organization_id' order by n.key) from published_node n where n.organization_id = $1 and n.week_end = '${sunday}') as places,
              (select jsonb_agg(to_jsonb(c) - 'organization_id' order by c.population, c.days, c.node) from published_count c where c.organization_id = $1 and c.week_end = '${sunday}') as counts
         from mask where organization_id = $1 and week_end = '${sunday}'`,
    );
  const members = (sunday: Day) =>
    story.rows(
      `select cell, populations, ordinals from mask_member where organization_id = $1 and week_end = '${sunday}' order by 1, 2`,
    );

  /** A new organisation, with its directory. */
  async function known(): Promise<void> {
    await story.begin({ class: 'personal', timezone: 'Europe/Paris' });
    await story.file('entities', entities);
    await story.file('people', people());
  }

  it('publishes the running week once per night, of the whole and of nobody, and the week when its last zone has been over for a day', async () => {
    await known();
    await story.file('events', events('2026-03-03T09:00:00Z', names.slice(0, 9)));
    await story.file('events', events('2026-03-10T09:00:00Z', names.slice(0, 5)), { completeThrough: '2026-03-10' });
    // The week of the 8th ended in New York on Monday 9 at 5:00 UTC; the running week has the night job only.
    await work('2026-03-11T01:00:00Z');
    expect(await weeks()).toEqual([{ week_end: '2026-03-08', through: '2026-03-08', provisional: false, places: 3 }]);
    expect(await night('2026-03-11T02:00:00Z')).toEqual(['2026-03-15']);
    const provisional = { week_end: '2026-03-15', through: '2026-03-10', provisional: true, places: 1 };
    expect((await weeks())[1]).toEqual(provisional);
    // From one night to the next few come and go: people are counted when the week is over.
    expect(await counted('2026-03-15', 'group')).toBeNull();
    expect(await headcounts('2026-03-15')).toEqual([{ node: 'group', people: [24, 24] }]);

    // More comes during the day: nobody sees it before the next night.
    await story.file('events', events('2026-03-11T09:00:00Z', names), { completeThrough: '2026-03-11' });
    await work('2026-03-11T12:00:00Z');
    expect(await night('2026-03-11T13:00:00Z')).toEqual([]);
    expect((await weeks())[1]).toEqual(provisional);
    expect(await night('2026-03-12T02:00:00Z')).toEqual(['2026-03-15']);
    expect((await weeks())[1]).toEqual({ ...provisional, through: '2026-03-11' });

    // Declared whole on Monday: Sunday ended in New York on Monday at 4:00 UTC.
    await story.file('events', events('2026-03-14T09:00:00Z', ['p20']), { completeThrough: '2026-03-15' });
    await work('2026-03-16T10:00:00Z');
    expect(await night('2026-03-17T03:59:00Z')).toEqual([]);
    expect((await weeks())[1]).toMatchObject({ provisional: true });
    expect(await night('2026-03-17T04:00:00Z')).toEqual(['2026-03-15']);
    expect((await weeks())[1]).toEqual({
      week_end: '2026-03-15',
      through: '2026-03-15',
      provisional: false,
      places: 3,
    });
    expect(await story.rows(`select closed from mask where organization_id = $1 and week_end = '2026-03-15'`)).toEqual([
      { closed: true },
    ]);
    expect(await night('2026-03-17T13:00:00Z')).toEqual([]);
  });

  it('tells nothing of what was done in a running week, days and messages included, however many there are', async () => {
    await story.begin({ class: 'personal', timezone: 'Europe/Paris' });
    await story.file('entities', entities);
    const crowd = Array.from({ length: 240 }, (_, index) => `p${index}`);
    await story.file('people', ['person_id,entity', ...crowd.map((name) => `${name},east`), ''].join('\n'));
    await story.file('events', events('2026-03-10T09:00:00Z', crowd), { completeThrough: '2026-03-13' });
    await work('2026-03-13T23:30:00Z');
    expect(await night('2026-03-14T02:00:00Z')).toContain('2026-03-15');
    const told = await story.rows<{ measure: string }>(
      `select distinct jsonb_object_keys(counts) as measure from published_count where organization_id = $1 and week_end = '2026-03-15'`,
    );
    expect(told.map(({ measure }) => measure)).toContain('people');
    expect(told.filter(({ measure }) => !declaredMeasures.has(measure))).toEqual([]);
  });

  it('publishes a running week that the clock has left behind no more often', async () => {
    await known();
    await story.file('events', events('2026-03-10T09:00:00Z', names.slice(0, 5)), { completeThrough: '2026-03-10' });
    await work('2026-04-01T10:00:00Z');
    expect(await weeks()).toEqual([]);
    expect(await night('2026-04-02T02:00:00Z')).toEqual(['2026-03-15']);
    const first = await said('2026-03-15');
    await story.file('events', events('2026-03-11T09:00:00Z', names), { completeThrough: '2026-03-11' });
    await work('2026-04-02T10:00:00Z');
    expect(await said('2026-03-15')).toEqual(first);
  });

  it('keeps the cells and the numbers of a closed week when the directory changes', async () => {
    await known();
    await story.file('events', events('2026-03-03T09:00:00Z', names.slice(0, 9)), { completeThrough: '2026-03-08' });
    await work('2026-03-12T10:00:00Z');
    const before = await said('2026-03-08');
    expect(before).toMatchObject([{ closed: true }]);
    // Two of the east turn out to have been in the west, fewer than ten: never restated, in this block or the next.
    await story.file('people', people(2));
    await work('2026-03-13T10:00:00Z');
    expect(await said('2026-03-08')).toEqual(before);
    await night('2026-06-01T02:00:00Z');
    expect(await said('2026-03-08')).toEqual(before);
  });

  it('remembers who was in which cell and population of a closed week, whatever the directory says later of it', async () => {
    await known();
    const place = (one: { cell: string; populations: string[] }) => [one.cell, ...one.populations].join('+');
    const stays = (week: OtherSunday) =>
      week.stayed.map((row) => `${place(row.then)} ${place(row.now)} ${row.people}`).sort();
    await story.file('mandates', 'person_id,role,entity,from,to\np20,ambassador,west,2026-01-01,2026-03-10\n');
    await story.file('events', events('2026-03-03T09:00:00Z', names.slice(0, 9)), { completeThrough: '2026-03-08' });
    await work('2026-03-12T10:00:00Z');
    await story.file('people', people(2));
    await story.file('events', events('2026-03-14T09:00:00Z', ['p20']), { completeThrough: '2026-03-15' });
    await work('2026-03-17T10:00:00Z');
    const [before, ...more] = await otherSundays(story.owner.manager, story.organizationId, '2026-03-15');
    expect(more).toEqual([]);
    expect(before!.sunday).toBe('2026-03-08');
    expect(before!.nodes.map(({ key, headcount }) => `${key} ${headcount}`)).toEqual([
      'group 24',
      'east 12',
      'west 12',
    ]);
    expect(before!.members.map((row) => `${place(row)} ${row.people}`).sort()).toEqual([
      'east 12',
      'west 11',
      'west+ambassadors 1',
    ]);
    expect(stays(before!)).toEqual(['east east 10', 'east west 2', 'west west 11', 'west+ambassadors west 1']);
    expect(before!.told.find(({ node, days }) => node === 'east' && days === 7)?.counts).toMatchObject({
      login: [6, 9],
    });
    // And the other way round, for a week that is told after a later one.
    const [after] = await otherSundays(story.owner.manager, story.organizationId, '2026-03-08');
    expect(stays(after!)).toEqual(['east east 10', 'west east 2', 'west west 11', 'west west+ambassadors 1']);
  });

  it('asks for larger groups from the next publication on, and keeps what closed weeks say', async () => {
    await known();
    await story.file('events', events('2026-03-03T09:00:00Z', names.slice(0, 9)));
    await story.file('events', events('2026-03-10T09:00:00Z', names.slice(0, 9)), { completeThrough: '2026-03-15' });
    // The second week is counted, in groups of twelve, and its last zone is not over for a day.
    await work('2026-03-16T10:00:00Z');
    const before = await said('2026-03-08');
    const raised = (k: number) => raiseSmallestGroup(story.owner, story.organizationId, null, k);
    await expect(raised(9)).rejects.toMatchObject({ code: 'k_only_rises' });
    expect(await story.within(() => raised(15))).toEqual({ k: 15, closedWith: 10 });
    expect(await night('2026-03-17T04:00:00Z')).toEqual([]);
    expect((await weeks()).map(({ week_end }) => week_end)).toEqual(['2026-03-08']);
    // Nor by a publication that had found the week due before.
    await story.within((pool) =>
      pool.transaction(async (tx) => {
        const organization = await organizationById(tx, story.organizationId);
        await publishWeek(tx, organization, '2026-03-15', at('2026-03-17T04:00:00Z'));
      }),
    );
    expect((await weeks()).map(({ week_end }) => week_end)).toEqual(['2026-03-08']);
    await work('2026-03-17T05:00:00Z');
    expect(await headcounts('2026-03-15')).toEqual([{ node: 'group', people: [24, 24] }]);
    expect(await counted('2026-03-15', 'group')).toEqual([9, 11]);
    // Whatever becomes known of the closed one: its groups are too small to be told of again.
    await story.file('events', events('2026-03-04T09:00:00Z', names.slice(9)));
    await work('2026-06-01T10:00:00Z');
    await night('2026-06-02T02:00:00Z');
    expect(await said('2026-03-08')).toEqual(before);
  });

  it('closes no week while days that it is counted from wait to be rebuilt', async () => {
    await known();
    await story.file('events', events('2026-02-24T09:00:00Z', names.slice(0, 9)));
    await story.file('events', events('2026-03-03T09:00:00Z', names.slice(0, 9)), { completeThrough: '2026-03-08' });
    await buildActivity(story.work, story.organizationId);
    // One more comes before the weeks are counted.
    await story.file('events', events('2026-02-25T09:00:00Z', names.slice(9, 18)), { completeThrough: '2026-03-08' });
    await measureAndPublish(story.work, story.organizationId, at('2026-03-12T10:00:00Z'));
    expect(await weeks()).toEqual([]);
    await buildActivity(story.work, story.organizationId);
    // Rebuilt, and not counted again yet.
    expect(await night('2026-03-12T11:00:00Z')).toEqual([]);
    await measureAndPublish(story.work, story.organizationId, at('2026-03-12T12:00:00Z'));
    expect((await weeks()).map(({ week_end }) => week_end)).toEqual(['2026-03-01', '2026-03-08']);
  });

  it('says of a closed week what was told by then: sign-ins that came later are not nobody', async () => {
    await story.begin({ class: 'personal', timezone: 'Europe/Paris' });
    await story.file('entities', entities);
    await story.file('people', people());
    const posts = names.map((name) => `${name}-post,2026-01-06T10:00:00Z,post,${name}`);
    await story.file('events', [header, ...posts, ''].join('\n'), { completeThrough: '2026-01-11' });
    await work('2026-01-13T12:00:00Z');
    await story.file('events', events('2026-01-07T10:00:00Z', names), { completeThrough: '2026-01-18' });
    await work('2026-01-14T12:00:00Z');
    const reader = new IndicatorReader(await story.database.as('read'));
    const query = { by: 'organisation', from: '2026-01-11', to: '2026-01-11', latest: false } as const;
    const organization = await organizationById(story.work, story.organizationId);
    const { rows } = await story.within(() =>
      reader.rows(organization, {
        ...{ ...query, keys: ['K03'], window: 7, population: 'everyone' },
      }),
    );
    expect(rows).toMatchObject([{ shown: 'none', note: 'source_without_logins' }]);
  });

  it('divides weeks that were published before there was a directory once the first one comes', async () => {
    await story.begin({ class: 'personal', timezone: 'Europe/Paris' });
    await story.file('events', events('2026-03-03T09:00:00Z', names.slice(0, 18)), { completeThrough: '2026-03-08' });
    await work('2026-03-12T10:00:00Z');
    const [first] = await weeks();
    expect(first).toMatchObject({ week_end: '2026-03-08', places: 1 });
    // What fewer than ten people did later waits, as of any week that is published.
    await story.file('events', events('2026-03-04T09:00:00Z', ['p24']), { completeThrough: '2026-03-08' });
    const before = await said('2026-03-08');
    await work('2026-03-13T10:00:00Z');
    expect(await said('2026-03-08')).toEqual(before);
    await story.file('entities', entities);
    await story.file('people', people());
    await work('2026-03-13T11:00:00Z');
    expect(await weeks()).toEqual([{ ...first, places: 3 }]);
    const divided = await said('2026-03-08');
    expect(divided).toMatchObject([{ closed: true }]);
    await story.file('people', people(2));
    await work('2026-03-14T10:00:00Z');
    expect(await said('2026-03-08')).toEqual(divided);
  });

  describe('whose plan is declared after weeks were published', () => {
    const wave = (entity: string) =>
      `wave_id,name,kind,planned_start,planned_end,actual_start,entities\nw1,Pilot,pilot,2026-03-02,2026-04-05,2026-03-02,${entity}\n`;
    const begin = async (plan?: string) => {
      await known();
      if (plan) await story.file('waves', plan);
      await story.file('events', events('2026-03-03T09:00:00Z', names.slice(0, 9)), { completeThrough: '2026-03-08' });
      await work('2026-03-12T10:00:00Z');
    };

    it('tells the people of the first plan at once, as if it had been there, and changes no other word', async () => {
      await begin(wave('east'));
      const planned = await said('2026-03-08');
      const counted = await members('2026-03-08');
      await begin();
      expect(await members('2026-03-08')).not.toEqual(counted);
      expect(await said('2026-03-08')).not.toEqual(planned);
      await story.file('waves', wave('east'));
      await work('2026-03-12T11:00:00Z');
      expect(await said('2026-03-08')).toEqual(planned);
      expect(await members('2026-03-08')).toEqual(counted);
      // Another plan counts from the next week on.
      await story.file('waves', wave('west'));
      await work('2026-03-12T12:00:00Z');
      expect(await said('2026-03-08')).toEqual(planned);
    });

    it('waits where the week would say anything else by now', async () => {
      await begin();
      const before = await said('2026-03-08');
      await story.file('events', events('2026-03-04T09:00:00Z', names.slice(12, 18)), {
        completeThrough: '2026-03-08',
      });
      await story.file('waves', wave('east'));
      await work('2026-03-12T11:00:00Z');
      expect(await said('2026-03-08')).toEqual(before);
    });
  });

  it('says nothing new of the retention of closed weeks, and nothing of weeks that are not closed', async () => {
    const cohorts = () =>
      story.rows(`select cohort, lag, people, active from published_cohort where organization_id = $1 order by 1, 2`);
    await known();
    await story.file('events', events('2026-03-03T09:00:00Z', names.slice(0, 12)), { completeThrough: '2026-03-08' });
    await work('2026-03-12T10:00:00Z');
    const closed = await cohorts();
    expect(closed).toHaveLength(1);
    // Monday: the second week is whole, and not closed.
    await story.file('events', events('2026-03-10T09:00:00Z', names.slice(0, 12)), { completeThrough: '2026-03-15' });
    await work('2026-03-16T10:00:00Z');
    expect(await cohorts()).toEqual(closed);
    // Somebody turns out to have come in the first week.
    await story.file('events', events('2026-03-04T09:00:00Z', names.slice(0, 16)), { completeThrough: '2026-03-15' });
    await work('2026-03-17T13:00:00Z');
    await night('2026-03-17T14:00:00Z');
    const later = await cohorts();
    expect(later).toHaveLength(2);
    expect(later[0]).toEqual(closed[0]);
  });

  // One organisation, one step after the other.
  describe('sealing', () => {
    const mondays = Array.from({ length: 17 }, (_, index) => addDays('2025-01-06', index * 28));
    const now = '2026-05-20T03:00:00Z';
    // Ends of blocks, and the last weeks: those between would be counted alike.
    const counted = [...mondays.map((monday) => addDays(monday, 13)), '2026-05-17', '2026-05-24'];
    const count = (instant: string) => story.countOnly(counted, at(instant));
    const cohorts = () =>
      story.rows(
        `select 'counted' as what, cohort, lag, people, active from measure_cohort where organization_id = $1 order by 2, 3`,
      );
    let cohortsBefore: unknown[];
    const range = (table: string, day: string) =>
      story.rows(`select min(${day}) as first, max(${day}) as last from ${table} where organization_id = $1`);
    const records = () =>
      Promise.all(
        [
          'measure_people',
          'measure_state',
          'measure_volume',
          'measure_cohort',
          'measure_lag',
          'published_week',
          'published_node',
          'published_count',
          'published_cohort',
          'published_lag',
          'mask',
        ].map((table) =>
          story.rows(
            `select to_jsonb(t) - '{counted_at}'::text[] as row from ${table} t where organization_id = $1 order by 1`,
          ),
        ),
      );

    beforeAll(async () => {
      await known();
      story.now = at(now);
      for (const monday of mondays) await story.file('events', events(`${monday}T09:00:00Z`, names.slice(0, 12)));
      await story.file('events', events('2025-11-16T09:00:00Z', ['p13']));
      await story.file('events', events('2025-11-15T09:00:00Z', ['p13']), { completeThrough: '2026-05-17' });
    });

    it('waits until the events are counted', async () => {
      expect(await retain(story.work, story.organizationId, at(now))).toMatchObject({ sealedBefore: null, events: 0 });
      expect(await range('event', 'day')).toEqual([{ first: '2025-01-06', last: '2026-03-30' }]);
    });

    it('forgets events after six months and activity after thirteen; what was counted and said stays', async () => {
      await count(now);
      await night(now);
      cohortsBefore = await cohorts();
      expect(await range('activity_day', 'day')).toEqual([{ first: '2025-01-06', last: '2026-03-30' }]);
      const before = await records();
      // Six months before 20 May is 20 November, in the week of Monday 17; thirteen is 20 April, in that of Monday 14.
      expect(await retain(story.work, story.organizationId, at(now))).toMatchObject({ sealedBefore: '2025-11-17' });
      // The UTC day before the floor still feeds the first local day after it.
      expect(await range('event', 'day')).toEqual([{ first: '2025-11-16', last: '2026-03-30' }]);
      expect(await range('activity_day', 'day')).toEqual([{ first: '2025-04-28', last: '2026-03-30' }]);
      expect(await range('activity_week', 'week')).toEqual([{ first: '2025-04-28', last: '2026-03-30' }]);
      expect(await story.rows(`select from milestone where organization_id = $1 and day < '2025-11-17'`)).not.toEqual(
        [],
      );
      expect(await records()).toEqual(before);
      expect(await retain(story.work, story.organizationId, at(now))).toMatchObject({ events: 0, activityRows: 0 });
      await count(now);
      await night(now);
      expect(await records()).toEqual(before);
    });

    it('refuses events for sealed days and keeps what was counted of them', async () => {
      const activity = () =>
        story.rows(
          `select day, act, segment, md5(people::text) as people from activity_day where organization_id = $1 order by 1, 2, 3`,
        );
      const milestones = () =>
        story.rows(`select ordinal, kind, day from milestone where organization_id = $1 order by 1, 2`);
      const before = [await activity(), await milestones()];
      const report = await story.file('events', events('2025-11-16T10:00:00Z', ['p01', 'p14']));
      expect(report).toMatchObject({ accepted: 0, rejected: 2 });
      expect(report.rejects.map(({ code }) => code)).toEqual(['sealed_day', 'sealed_day']);
      expect(await story.file('events', events('2025-11-17T10:00:00Z', ['p14']))).toMatchObject({ accepted: 1 });
      await count(now);
      const sealed = (rows: { day: string }[]) => rows.filter(({ day }) => day < '2025-11-17');
      expect(sealed((await activity()) as { day: string }[])).toEqual(sealed(before[0] as { day: string }[]));
      expect(sealed((await milestones()) as { day: string }[])).toEqual(sealed(before[1] as { day: string }[]));
    });

    it('keeps the retention of weeks whose activity is forgotten', async () => {
      await story.file('events', events('2026-05-18T10:00:00Z', ['p15']), { completeThrough: '2026-05-24' });
      await count('2026-05-27T10:00:00Z');
      expect(await cohorts()).toEqual(expect.arrayContaining(cohortsBefore));
      expect(cohortsBefore.length).toBeGreaterThan(90);
    });
  });

  it('keeps what is not about real people', async () => {
    await story.begin({ class: 'public', timezone: 'UTC', k: 1, bands: false });
    await story.file('events', events('2025-01-06T09:00:00Z', names), { completeThrough: '2025-01-12' });
    await work('2026-05-20T03:00:00Z');
    const kept = { sealedBefore: null, events: 0, activityRows: 0, milestones: 0, strangers: 0, declared: 0 };
    expect(await retain(story.work, story.organizationId, at('2026-05-20T03:00:00Z'))).toEqual(kept);
  });

  it('shows windows of four weeks of few people at the end of a block only', async () => {
    await known();
    const sundays = ['2026-03-01', '2026-03-08', '2026-03-15', '2026-03-22'];
    for (const sunday of sundays)
      await story.file('events', events(`${addDays(sunday, -3)}T09:00:00Z`, names.slice(0, 9)), {
        completeThrough: sunday,
      });
    await work('2026-03-26T10:00:00Z');
    const shown = [];
    for (const sunday of sundays) shown.push((await counted(sunday, 'group', 28)) !== undefined);
    expect(shown).toEqual(sundays.map(endsBlock));
    expect(shown.filter(Boolean)).toHaveLength(1);
  });
});
