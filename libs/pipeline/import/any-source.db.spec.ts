import { sourceRecords } from '#connectors/testing/source-records.js';
import { ImportStory } from './testing/import-story.js';

const many = 30;

describe('a file of any network', () => {
  let story: ImportStory;
  beforeAll(async () => (story = await ImportStory.open()));
  afterAll(() => story.close());

  it.each(Object.entries(sourceRecords))('changes nothing when it comes a second time: %s', async (kind, records) => {
    await story.begin();
    story.now = new Date('2026-06-01T00:00:00Z');
    const whole = Array.from({ length: many }, (_, n) => records.good(n));
    const first = await story.file(kind, await records.file(whole), { zone: 'UTC' });
    expect(first).toMatchObject({ state: 'done', rejected: 0 });
    expect(first.accepted).toBeGreaterThanOrEqual(many / 2);
    // That the second file tells of them too is remembered, for whoever takes the first one back.
    const kept = await story.everything(['event_also']);
    const second = await story.file(kind, await records.file(whole.toReversed()), { zone: 'UTC' });
    expect(second).toMatchObject({ state: 'done', rejected: 0 });
    expect(await story.everything(['event_also'])).toEqual(kept);
  });
});
