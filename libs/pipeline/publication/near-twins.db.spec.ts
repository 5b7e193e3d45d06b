import { ImportStory } from '../import/testing/import-story.js';
import { refresh } from '../refresh.js';

jest.setTimeout(120_000);

const names = Array.from({ length: 60 }, (_, index) => `p${index}`);

describe('populations that few people separate', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
  });
  afterAll(() => story.close());
  beforeEach(() => story.begin({ class: 'personal', timezone: 'Europe/Paris' }));

  /** Populations that say what their people did. Twelve are in a wave of its own; those who arrived lately are newcomers. */
  async function told(newcomers: readonly string[]): Promise<string[]> {
    const joined = (name: string) => (newcomers.includes(name) ? '2026-01-15' : '2020-01-01');
    await story.file('entities', 'entity_id,parent_id,name,country\ngroup,,Group,FR\n');
    const people = names.map((name) => `${name},group,${joined(name)}`);
    await story.file('people', `person_id,entity,valid_from\n${people.join('\n')}\n`);
    const wave = 'wave_id,name,kind,planned_start,planned_end,actual_start,actual_end,entities';
    await story.file('waves', `${wave}\nw1,Pilot,pilot,2026-01-05,2026-03-01,2026-01-05,,\n`);
    const members = names.slice(0, 12).map((name) => `w1,${name}`);
    await story.file('members', `wave_id,person_id\n${members.join('\n')}\n`);
    const events = names.slice(0, 30).map((name) => `${name},2026-02-18T09:00:00Z,login,${name}`);
    await story.file('events', `id,occurred_at,kind,actor\n${events.join('\n')}\n`, { completeThrough: '2026-02-22' });
    await refresh(story.work, story.organizationId, new Date('2026-03-10T12:00:00Z'));
    const rows = await story.rows<{ population: string }>(
      `select distinct population from published_count
        where organization_id = $1 and week_end = '2026-02-22' and population <> 'everyone'
          and counts ?| array['activated', 'login'] order by 1`,
    );
    return rows.map(({ population }) => population);
  }

  it('are not both published: the newcomers are the pilot but for one person', async () => {
    expect(await told(names.slice(0, 11))).toEqual(['opened', 'planned', 'wave-w1']);
  });

  it('are both published where they are others, though the sizes are the same', async () => {
    expect(await told(names.slice(20, 31))).toEqual(['newcomers', 'opened', 'planned', 'wave-w1']);
  });

  it('are not both published where the newcomers are all but one of those whom the wave leaves', async () => {
    expect(await told(names.slice(13))).toEqual(['newcomers']);
  });
});
