import { readFile } from 'node:fs/promises';
import { addDays, mondayOf } from '#domain/calendar/day.js';
import { organizationById } from '#storage/organization/organization.js';
import { IndicatorReader } from '#storage/publication/indicator-reader.js';
import { type ExactRow } from './exact/exact-row.js';
import { exactRows } from './exact/exact-rows.js';
import { ImportStory } from './import/testing/import-story.js';
import { refresh } from './refresh.js';

const shared = process.env.ESSOR_SHARED;
const now = new Date('2026-03-10T12:00:00Z');

const settings = {
  map: { id: 'event_id', occurred_at: 'at', kind: 'verb', target: 'target_person', group: 'container' },
  kinds: { message_sent: 'message' },
};

interface Expected {
  events: number;
  senders: number;
  weekly_active_senders: Record<string, number>;
  monthly_active_senders: Record<string, number>;
  retention_from_first_week: Record<string, { retained: number; eligible: number; rate: number; wilson95: number[] }>;
}

/** Sunday of `2004-W17`. */
function sundayOf(label: string): string {
  const [year = '', week = ''] = label.split('-W');
  return addDays(mondayOf(`${year}-01-04`), Number(week) * 7 - 1);
}

const monthEnd = (month: string) =>
  addDays(`${month.slice(0, 4)}-${String(Number(month.slice(5)) + 1).padStart(2, '0')}-01`, -1);

jest.setTimeout(300_000);

/** Real files, which are not ours to keep here: ESSOR_SHARED says where they are. */
(shared ? describe : describe.skip)('CollegeMsg, counted from its messages', () => {
  let story: ImportStory;
  let expected: Expected;
  let text: string;

  beforeAll(async () => {
    story = await ImportStory.open();
    const all = JSON.parse(await readFile(`${shared}/data/expected.json`, 'utf8')) as { collegemsg: Expected };
    expected = all.collegemsg;
    text = await readFile(`${shared}/data/collegemsg/events.csv`, 'utf8');
    await story.begin({ k: 1, bands: false });
    await story.file('events', text, { ...settings, completeThrough: '2004-10-31' });
    await refresh(story.work, story.organizationId, now);
  });
  afterAll(() => story.close());

  async function exactly(indicator: 'K04.act' | 'K11', window?: '7' | 'month'): Promise<ExactRow[]> {
    const organization = await organizationById(story.work, story.organizationId);
    return exactRows(story.work, organization, {
      indicators: [indicator],
      by: 'organisation',
      from: '2004-04-01',
      to: '2004-10-31',
      ...(window ? { window } : {}),
    });
  }
  const values = (rows: readonly { periodEnd: string; value: number | null }[]) =>
    Object.fromEntries(rows.filter(({ value }) => value !== 0).map(({ periodEnd, value }) => [periodEnd, value]));
  const weekly = () =>
    Object.fromEntries(Object.entries(expected.weekly_active_senders).map(([week, n]) => [sundayOf(week), n]));

  async function retained(): Promise<Record<string, { retained: number; eligible: number }>> {
    const sums: Record<string, { retained: number; eligible: number }> = {};
    for (const { lag, numerator, denominator } of await exactly('K11')) {
      if (![1, 2, 4, 8].includes(lag ?? -1)) continue;
      const sum = (sums[`W+${lag}`] ??= { retained: 0, eligible: 0 });
      sum.retained += numerator ?? 0;
      sum.eligible += denominator ?? 0;
    }
    return sums;
  }

  async function everything() {
    const tables = ['activity_day', 'activity_week', 'milestone', 'measure_people', 'measure_state', 'measure_cohort'];
    const read = tables.map((table) =>
      story.rows(`select md5(coalesce(string_agg(row::text, '' order by row::text), '')) as digest
                    from ${table} as row where organization_id = $1`),
    );
    const published = story.rows(
      `select md5(string_agg(row::text, '' order by row::text)) as digest from published_count as row where organization_id = $1`,
    );
    return Promise.all([...read, published]);
  }

  it('finds every message and every sender', async () => {
    expect(
      await story.rows(
        `select count(*) as events, count(distinct actor) as senders from event where organization_id = $1`,
      ),
    ).toEqual([{ events: expected.events, senders: expected.senders }]);
    expect(
      await story.rows(`select count(*) as people from milestone where organization_id = $1 and kind = 'activated'`),
    ).toEqual([{ people: expected.senders }]);
  });

  it('counts the people active each week and each month', async () => {
    expect(values(await exactly('K04.act', '7'))).toEqual(weekly());
    const monthly = Object.entries(expected.monthly_active_senders).map(([month, n]) => [monthEnd(month), n]);
    expect(values(await exactly('K04.act', 'month'))).toEqual(Object.fromEntries(monthly));
  });

  it('publishes the same weeks', async () => {
    const organization = await organizationById(story.work, story.organizationId);
    const reader = new IndicatorReader(await story.database.as('read'));
    const { rows } = await story.within(() =>
      reader.rows(organization, {
        keys: ['K04.act'],
        by: 'organisation',
        window: 7,
        from: '2004-04-01',
        to: '2004-10-31',
        population: 'everyone',
        latest: false,
      }),
    );
    expect(values(rows)).toEqual(weekly());
  });

  it('keeps nothing else when the file comes again, shuffled, in ten parts', async () => {
    const before = await everything();
    const [header = '', ...lines] = text.trimEnd().split('\n');
    // A fixed shuffle: every step of 7919 (a prime) through the file.
    const shuffled = lines.map((_, index) => lines[(index * 7919) % lines.length] ?? '');
    expect(new Set(shuffled).size).toBe(new Set(lines).size);
    for (let part = 0; part < 10; part++) {
      const some = shuffled.filter((_, index) => index % 10 === part);
      expect(await story.file('events', [header, ...some, ''].join('\n'), settings)).toMatchObject({
        accepted: 0,
        duplicates: some.length,
        rejected: 0,
      });
    }
    await refresh(story.work, story.organizationId, now);
    expect(await everything()).toEqual(before);
  });

  it('comes to the same when it comes in ten shuffled parts from the start, counted after each', async () => {
    const before = await everything();
    const first = story.organizationId;
    await story.begin({ k: 1, bands: false });
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const shuffled = lines.map((_, index) => lines[(index * 7919) % lines.length] ?? '');
    for (let part = 0; part < 10; part++) {
      const some = shuffled.slice(Math.floor((part * lines.length) / 10), Math.floor(((part + 1) * lines.length) / 10));
      await story.file('events', [header, ...some, ''].join('\n'), settings);
      if (part % 3 === 0) await refresh(story.work, story.organizationId, now);
    }
    await story.file('events', `${header}\n`, { ...settings, completeThrough: '2004-10-31' });
    await refresh(story.work, story.organizationId, now);
    expect(values(await exactly('K04.act', '7'))).toEqual(weekly());
    expect(await retained()).toMatchObject({ 'W+1': { retained: 802, eligible: expect.any(Number) as number } });
    const counts = `select week_end, days, population, login, act, active, engaged from measure_people where organization_id = $1 order by 1, 2, 3`;
    const again = await story.rows(counts);
    story.organizationId = first;
    expect(again).toEqual(await story.rows(counts));
    expect(await everything()).toEqual(before);
  });

  it('keeps 802 of 1,348 people a week after their first, and the others as expected', async () => {
    const sums = await retained();
    const { 'W+1': one, 'W+2': two, 'W+4': four, 'W+8': eight } = expected.retention_from_first_week;
    const counts = (of: typeof one) => ({ retained: of?.retained, eligible: of?.eligible });
    expect(sums).toEqual({ 'W+1': counts(one), 'W+2': counts(two), 'W+4': counts(four), 'W+8': counts(eight) });
    expect(sums['W+1']).toEqual({ retained: 802, eligible: 1348 });
  });
});

(shared ? describe : describe.skip)('a Mattermost export, counted', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
    await story.begin({ k: 1, bands: false });
    await story.file('mattermost', await readFile(`${shared}/data/mattermost/export.jsonl`));
    await refresh(story.work, story.organizationId, now);
  });
  afterAll(() => story.close());

  const byActor = (kind: string) =>
    story
      .sorted<{ actor: string; count: number }>(
        `select actor, count(*) as count from event where organization_id = $1 and kind = ${kind} group by actor`,
        'actor',
      )
      .then((rows) => rows.sort((one, other) => other.count - one.count));

  it('has 12 posts of four people, one reply and nine reactions', async () => {
    expect(await byActor('2')).toEqual([
      { actor: 'harry', count: 5 },
      { actor: 'ron', count: 4 },
      { actor: 'malfoy', count: 2 },
      { actor: 'snape', count: 1 },
    ]);
    expect((await byActor('3')).map(({ count }) => count)).toEqual([1]);
    expect(await byActor('4')).toEqual([
      { actor: 'harry', count: 4 },
      { actor: 'ron', count: 4 },
      { actor: 'malfoy', count: 1 },
    ]);
  });

  it('counts who acted in the whole organisation, though no directory names anybody', async () => {
    const [counted] = await story.rows<{ people: number }>(
      `select max(posted) as people from measure_people where organization_id = $1 and population = 'unassigned' and days = 365`,
    );
    expect(counted).toEqual({ people: 4 });
  });

  it('counts nothing of the reaction to oneself, and nobody who did nothing', async () => {
    const [own] = await story.rows<{ count: number }>(
      `select count(*) as count from event where organization_id = $1 and kind = 4 and actor = target`,
    );
    expect(own).toEqual({ count: 1 });
    const [reactions] = await story.rows<{ sum: number }>(
      `select sum(reactions) as sum from activity_week where organization_id = $1`,
    );
    expect(reactions).toEqual({ sum: 8 });
    const active = await story.rows<{ key: string }>(
      `select p.key from milestone m join person p using (organization_id, ordinal)
        where m.organization_id = $1 and m.kind = 'activated' order by 1`,
    );
    expect(active.map(({ key }) => key)).not.toContain('pansy');
  });
});
