import { readFile } from 'node:fs/promises';
import { ImportStory } from './testing/import-story.js';

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
});
