import { readFile } from 'node:fs/promises';
import { codes, ImportStory } from './testing/import-story.js';

const shared = process.env.ESSOR_SHARED;

/** Real files, which are not ours to keep here. */
(shared ? describe : describe.skip)('real files', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
  });
  afterAll(() => story.close());
  beforeEach(() => story.begin({ k: 1, bands: false }));

  const settings = {
    map: { id: 'event_id', occurred_at: 'at', kind: 'verb', target: 'target_person', group: 'container' },
    kinds: { message_sent: 'message' },
  };
  const totals = () =>
    story.rows(
      `select count(*) as events, count(distinct actor) as actors, count(distinct digest) as digests from event where organization_id = $1`,
    );

  it('CollegeMsg: every message once, whole, again and in ten parts', async () => {
    const text = await readFile(`${shared}/data/collegemsg/events.csv`, 'utf8');
    const expected = [{ events: 59_835, actors: 1350, digests: expect.any(Number) as number }];
    expect(await story.file('events', text, { ...settings, completeThrough: '2004-10-31' })).toMatchObject({
      received: 59_835,
      accepted: 59_835,
      rejected: 0,
      completeThrough: '2004-10-31',
    });
    expect(await totals()).toEqual(expected);
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const reversed = [...lines].reverse();
    for (let part = 0; part < 10; part++) {
      const some = reversed.filter((_, index) => index % 10 === part);
      expect(await story.file('events', [header, ...some, ''].join('\n'), settings)).toMatchObject({
        accepted: 0,
        duplicates: some.length,
        rejected: 0,
      });
    }
    expect(await totals()).toEqual(expected);
  }, 120_000);

  it('a Mattermost export: posts, replies and reactions of people', async () => {
    const text = await readFile(`${shared}/data/mattermost/export.jsonl`);
    const report = await story.file('mattermost', text);
    expect(report).toMatchObject({ state: 'done', rejected: 0 });
    const kinds = await story.rows(
      `select kind, count(*) as count from event where organization_id = $1 and kind in (2, 3, 4) group by kind order by kind`,
    );
    expect(kinds).toEqual([
      { kind: 2, count: 12 },
      { kind: 3, count: 1 },
      { kind: 4, count: 9 },
    ]);
    // Who else brought an event is noted beside it.
    const before = await story.everything(['event_also']);
    expect(await story.file('mattermost', text)).toMatchObject({ accepted: 0 });
    expect(await story.everything(['event_also'])).toEqual(before);
  });

  it('three organograms of one department: who left, who moved, and every messy row', async () => {
    const file = (day: string) => readFile(`${shared}/data/uk-organograms/cabinet_office-${day}-senior.csv`);
    const units = { entity_id: 'Unit', name: 'Unit', parent_id: 'Organisation' };
    const posts = {
      ...{ person_id: 'Post Unique Reference', entity: 'Unit', manager_id: 'Reports to Senior Post' },
      ...{ name: 'Name', trade: 'Professional/Occupational Group' },
    };
    const expected = JSON.parse(await readFile(`${shared}/data/expected.json`, 'utf8')) as {
      'uk-organograms': Record<string, { senior_rows: number; units: number; roots: number; distinct_posts: number }>;
    };
    await story.file('entities', 'entity_id,parent_id,name\nCabinet Office,,Cabinet Office\n');
    const took = async (day: string, changes: { joined: number; left: number; moved: number }, messy: string[]) => {
      const wanted = expected['uk-organograms'][`cabinet_office-${day}`]!;
      // A unit is named on the line of each of its posts: the first one counts.
      const tree = await story.file('entities', await file(day), { map: units });
      expect(tree).toMatchObject({ state: 'done', received: wanted.senior_rows });
      expect(new Set(tree.rejects.map(({ code }) => code))).toEqual(new Set(['duplicate_entity']));
      expect(tree.received - tree.rejected).toBe(wanted.units);
      const settings = { map: posts, snapshot: day };
      const isHeld = changes.left > 21 || changes.moved > 43;
      const held = await story.file('people', await file(day), settings);
      expect([held.state, held.errorCode]).toEqual(isHeld ? ['failed', 'snapshot_held'] : ['done', null]);
      const report = isHeld ? await story.file('people', await file(day), { ...settings, approve: true }) : held;
      expect(report).toMatchObject({ state: 'done', snapshot: changes });
      expect(codes(report)).toEqual(messy);
      const [there] = await story.rows<{ people: number }>(
        `select count(*)::integer as people from assignment where organization_id = $1 and valid_to = 'infinity'`,
      );
      expect(there?.people).toBe(wanted.distinct_posts);
      // Reading it again changes nothing.
      expect(await story.file('people', await file(day), settings)).toMatchObject({
        ...{ accepted: 0, snapshot: { joined: 0, left: 0, moved: 0 } },
      });
    };
    // XX stands for nobody above; the same post twice in September 2011.
    await took('2011-03-31', { joined: 216, left: 0, moved: 0 }, ['142 unknown_manager']);
    const again = ['38 unknown_manager', '49 unknown_manager', '208 duplicate_person', '209 unknown_manager'];
    await took('2011-09-30', { joined: 54, left: 36, moved: 16 }, again);
    await took('2012-03-31', { joined: 26, left: 32, moved: 144 }, ['105 unknown_manager', '125 unknown_manager']);
    // A history: nobody of the past is lost, and one post of the first came back in the third.
    const [past] = await story.rows<{ people: number; ended: number }>(
      `select count(distinct ordinal)::integer as people, count(*) filter (where valid_to < 'infinity')::integer as ended
         from assignment where organization_id = $1`,
    );
    expect(past?.people).toBe(216 + 54 + 26 - 1);
    expect(past?.ended).toBeGreaterThanOrEqual(36 + 16 + 32 + 144);
  });
});
