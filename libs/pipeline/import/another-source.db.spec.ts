import { publishDue } from '../publication/publish-due.js';
import { refresh } from '../refresh.js';
import { ImportStory } from './testing/import-story.js';

const sunday = '2026-03-08';
const entities = 'entity_id,parent_id,name,country\ngroup,,Group,FR\neast,group,East,\nwest,group,West,\n';
const staff = (place: string) => Array.from({ length: 40 }, (_, index) => `${place}${index}`);
const people = [
  'person_id,entity',
  ...['east', 'west'].flatMap((place) => staff(place).map((one) => `${one},${place}`)),
];
const did = (kind: string, actors: readonly string[], day = '2026-03-03') =>
  [
    'id,occurred_at,kind,actor',
    ...actors.map((one) => `${kind}-${one}-${day},${day}T09:00:00Z,${kind},${one}`),
    '',
  ].join('\n');

describe('a closed week of which another source begins to tell', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
  });
  afterAll(() => story.close());
  beforeEach(async () => {
    await story.begin({ class: 'personal', timezone: 'Europe/Paris' });
    await story.file('entities', entities);
    await story.file('people', people.join('\n'));
    await story.file('events', did('post', staff('east')), { source: 'chat', completeThrough: sunday });
    await work('2026-03-12T10:00:00Z');
  });

  const work = (instant: string) => refresh(story.work, story.organizationId, new Date(instant));
  const due = (instant: string) => publishDue(story.work, story.organizationId, new Date(instant));
  const said = async (measure: string) => {
    const rows = await story.rows<{ node: string; told: number[] | null }>(
      `select node, counts->'${measure}' as told from published_count
        where organization_id = $1 and week_end = '${sunday}' and population = 'everyone' and days = 7
          and node in ('east', 'west') order by node`,
    );
    return rows.map(({ told }) => told);
  };

  it('is told anew at once, with what could not be measured before', async () => {
    const before = await said('login');
    await story.file('events', did('login', staff('west')), { source: 'portal', completeThrough: sunday });
    await work('2026-03-12T10:01:00Z');
    expect(await due('2026-03-12T10:02:00Z')).toEqual([sunday]);
    expect(await said('login')).toEqual([
      [0, 2],
      [38, 40],
    ]);
    expect(before).not.toEqual(await said('login'));
    // Once: from then on the source has been heard.
    await story.file('events', did('login', staff('east')), { source: 'portal', completeThrough: sunday });
    await work('2026-03-12T10:03:00Z');
    expect(await due('2026-03-12T10:04:00Z')).toEqual([]);
  });

  it('waits until its days are counted, and a third source with it', async () => {
    await story.file('events', did('login', staff('west')), { source: 'portal', completeThrough: sunday });
    const before = await said('login');
    expect(await due('2026-03-12T10:01:00Z')).toEqual([]);
    expect(await said('login')).toEqual(before);
    await story.file('events', did('login', staff('east').slice(0, 20)), { source: 'wiki', completeThrough: sunday });
    await work('2026-03-12T10:02:00Z');
    expect(await due('2026-03-12T10:03:00Z')).toEqual([sunday]);
    expect(await said('login')).toEqual([
      [18, 22],
      [38, 40],
    ]);
    expect(await due('2026-03-12T10:04:00Z')).toEqual([]);
  });

  it('waits for its block with a further file of the source that it was told from as it was counted', async () => {
    await story.file('events', did('login', staff('west')), { source: 'chat', completeThrough: sunday });
    const before = await said('login');
    await work('2026-03-12T10:01:00Z');
    expect(await due('2026-03-12T10:02:00Z')).toEqual([]);
    expect(await said('login')).toEqual(before);
  });

  it('stays as it is where fewer than ten people did anything else, and with a further file of a source it knows', async () => {
    const before = await said('active');
    await story.file('events', did('login', staff('west').slice(0, 9)), { source: 'portal', completeThrough: sunday });
    await work('2026-03-12T10:01:00Z');
    await due('2026-03-12T10:02:00Z');
    expect(await said('active')).toEqual(before);
    await story.file('events', did('post', staff('west')), { source: 'chat', completeThrough: sunday });
    await work('2026-03-12T10:03:00Z');
    expect(await due('2026-03-12T10:04:00Z')).toEqual([]);
    expect(await said('active')).toEqual(before);
  });

  it('is not told of by a group that was made before, and at once by the first file that tells what people did', async () => {
    const made = did('group_created', ['east0'], '2026-02-10');
    const wiki = { source: 'wiki', completeThrough: sunday };
    await story.file('events', made + did('login', staff('east'), '2026-03-09').replace(/^.*\n/, ''), wiki);
    await work('2026-03-12T10:01:00Z');
    expect(await due('2026-03-12T10:02:00Z')).toEqual([]);
    await story.file('events', did('login', staff('west')), wiki);
    await work('2026-03-12T10:03:00Z');
    expect(await due('2026-03-12T10:04:00Z')).toEqual([sunday]);
    expect(await said('login')).toEqual([
      [0, 2],
      [38, 40],
    ]);
  });

  it('is not told of by a file of nothing but groups, and at once by the file that tells what people did after it', async () => {
    const wiki = { source: 'wiki', completeThrough: sunday };
    const later = did('group_created', ['west0'], '2026-03-09').replace(/^.*\n/, '');
    await story.file('events', did('group_created', ['east0'], '2026-02-10') + later, wiki);
    await work('2026-03-12T10:01:00Z');
    expect(await due('2026-03-12T10:02:00Z')).toEqual([]);
    await story.file('events', did('login', staff('west')), wiki);
    await work('2026-03-12T10:03:00Z');
    expect(await due('2026-03-12T10:04:00Z')).toEqual([sunday]);
  });
});
