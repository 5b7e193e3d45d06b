import { ImportStory } from '../import/testing/import-story.js';
import { buildActivity } from './build-activity.js';

const people = `person_id,entity,manager_id,aliases,bot
ann,paris,,ann@example.org,
ben,newyork,,,
robot,paris,,,true
`;
const entities = `entity_id,parent_id,name,country,timezone
top,,Top,FR,Europe/Paris
paris,top,Paris,FR,
newyork,top,New York,US,America/New_York
`;
const header = 'id,occurred_at,kind,actor,object,parent,group,target,quantity';
const events = [
  'e1,2026-01-05T08:00:00Z,group_created,ann,,,g1,,',
  // Already Tuesday in Paris, still Monday in New York.
  'e2,2026-01-05T23:30:00Z,post,Ann@example.org,p1,,g1,,',
  'e3,2026-01-05T23:40:00Z,comment,ben,c1,p1,g1,ann,',
  'e4,2026-01-06T09:00:00Z,comment,ann,c2,p1,g1,ann,',
  'e5,2026-01-06T10:00:00Z,reaction,ben,p1,,g1,ann,',
  'e6,2026-01-06T10:01:00Z,reaction_removed,ben,p1,,g1,ann,',
  'e7,2026-01-06T11:00:00Z,reaction,ann,p1,,g1,ann,',
  'e8,2026-01-06T12:00:00Z,comment,robot,c3,p1,g1,ann,',
  // A total, not a post: it counts as three and is no thread.
  'e9,2026-01-07T12:00:00Z,post,ben,,,g1,,3',
  'e10,2026-01-08T12:00:00Z,group_joined,ben,,,g1,,',
  'e11,2026-01-08T13:00:00Z,group_left,ben,,,g1,,',
  'e12,2026-01-09T13:00:00Z,resolved,ann,p1,,g1,,',
  // Outside of any group: a thread all the same.
  'e13,2026-01-09T14:00:00Z,post,ben,p2,,,,',
  // Without a name of its own nobody can be known to answer it: no thread, though a post of its group.
  'e14,2026-01-10T14:00:00Z,post,ben,,,g1,,',
];

describe('what happens in groups', () => {
  let story: ImportStory;

  beforeAll(async () => {
    story = await ImportStory.open();
    story.now = new Date('2026-02-01T12:00:00Z');
  });
  afterAll(() => story.close());

  async function told(lines: readonly string[], batches: number): Promise<void> {
    await story.begin({ timezone: 'Europe/Paris', k: 1, bands: false });
    await story.file('entities', entities);
    await story.file('people', people);
    for (let batch = 0; batch < batches; batch++) {
      const part = lines.filter((_, index) => index % batches === batch);
      await story.file('events', [header, ...part, ''].join('\n'), { completeThrough: '2026-01-11' });
      await buildActivity(story.work, story.organizationId);
    }
  }
  const person = `(select key from person p where p.organization_id = $1 and p.ordinal = t.ordinal)`;
  const stored = async () => ({
    weeks: await story.sorted<{ who: string }>(
      `select ${person} as who, week, posts, comments, reactions from activity_group_week t where organization_id = $1`,
      'who',
    ),
    days: await story.rows(
      `select day, posts, comments from activity_group_day where organization_id = $1 order by day`,
    ),
    changes: await story.sorted<{ who: string; day: string }>(
      `select ${person} as who, day, member, founder from group_change t where organization_id = $1`,
      ...(['day', 'who'] as const),
    ),
    threads: await story.rows(
      `select day, group_key, entity_key from thread where organization_id = $1 order by posted_at`,
    ),
    responses: await story.sorted<{ who: string; day: string }>(
      `select ${person} as who, day, replies, reacted, resolved_at is not null as resolved
         from thread_response t where organization_id = $1`,
      ...(['day', 'who'] as const),
    ),
  });

  it('is kept by the local day of whoever acts, without robots, regrets and applause for oneself', async () => {
    await told(events, 1);
    expect(await stored()).toEqual({
      weeks: [
        { who: 'ann', week: '2026-01-05', posts: 1, comments: 1, reactions: 0 },
        { who: 'ben', week: '2026-01-05', posts: 4, comments: 1, reactions: 0 },
      ],
      days: [
        { day: '2026-01-05', posts: 0, comments: 1 },
        { day: '2026-01-06', posts: 1, comments: 1 },
        { day: '2026-01-07', posts: 3, comments: 0 },
        { day: '2026-01-10', posts: 1, comments: 0 },
      ],
      changes: [
        { who: 'ann', day: '2026-01-05', member: true, founder: true },
        { who: 'ben', day: '2026-01-08', member: false, founder: false },
      ],
      threads: [
        { day: '2026-01-06', group_key: 'g1', entity_key: 'paris' },
        { day: '2026-01-09', group_key: null, entity_key: 'newyork' },
      ],
      responses: [
        { who: 'ben', day: '2026-01-05', replies: 1, reacted: false, resolved: false },
        { who: 'ann', day: '2026-01-06', replies: 1, reacted: false, resolved: false },
        { who: 'ann', day: '2026-01-09', replies: 0, reacted: false, resolved: true },
      ],
    });
  });

  it('is the same in whatever order and batches it arrives', async () => {
    await told(events, 1);
    const once = await stored();
    await told([...events].reverse(), 3);
    expect(await stored()).toEqual(once);
  });

  it('goes when its events go, and asks for the weeks to be counted again', async () => {
    await told(events, 1);
    await story.rows(`delete from dirty_week where organization_id = $1 returning 1`);
    await story.rows(`delete from event where organization_id = $1 and group_key = 'g1' and parent = 'p1' returning 1`);
    await story.rows(`insert into dirty_day (organization_id, day) values ($1, '2026-01-06') returning 1`);
    // Ann and Ben acted otherwise on the same days: their bits stay, the conversation does not.
    await buildActivity(story.work, story.organizationId);
    expect((await stored()).responses).toEqual([
      { who: 'ann', day: '2026-01-09', replies: 0, reacted: false, resolved: true },
    ]);
    expect(await story.rows(`select distinct week_end from dirty_week where organization_id = $1`)).toEqual([
      { week_end: '2026-01-11' },
    ]);
  });
});
