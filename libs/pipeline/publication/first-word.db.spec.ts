import { giveWord } from '#storage/publication/first-word.js';
import { ImportStory } from '../import/testing/import-story.js';
import { retain } from '../retention/retain.js';
import { undoImport } from '../import/undo-import.js';
import { refresh } from '../refresh.js';
import { publishDue } from './publish-due.js';

const sunday = '2026-03-08';
const entities = 'entity_id,parent_id,name,country\ngroup,,Group,FR\neast,group,East,\nwest,group,West,\n';
const staff = (place: string) => Array.from({ length: 40 }, (_, index) => `${place}${index}`);
const people = [
  'person_id,entity',
  ...['east', 'west'].flatMap((place) => staff(place).map((one) => `${one},${place}`)),
];

let story: ImportStory;
beforeAll(async () => {
  story = await ImportStory.open();
});
afterAll(() => story.close());

const work = (instant: string) => refresh(story.work, story.organizationId, new Date(instant));
const due = (instant: string) => publishDue(story.work, story.organizationId, new Date(instant));

/** Files of one first day, by the names that the orders below give them: the intranet knows 85 % of the people, both know 95 %. */
const weeks = ['2026-02-17', '2026-02-24', '2026-03-03'];
const written = (kind: string, from: number, to: number) =>
  weeks.flatMap((day) =>
    ['east', 'west'].flatMap((place) =>
      staff(place)
        .slice(from, to)
        .map((one) => `${kind}-${one}-${day},${day}T09:00:00Z,${kind},${one},${one}-${day},${place}`),
    ),
  );
const header = 'id,occurred_at,kind,actor,object,group';
const firstDay: Record<string, () => Promise<unknown>> = {
  entities: () => story.file('entities', entities),
  people: () => story.file('people', people.join('\n')),
  intranet: () =>
    story.file('events', [header, ...written('login', 0, 34)].join('\n'), {
      source: 'intranet',
      completeThrough: sunday,
    }),
  chat: () =>
    story.file('events', [header, ...written('post', 10, 38)].join('\n'), { source: 'chat', completeThrough: sunday }),
};
const records = [
  'mask',
  'published_week',
  'published_node',
  'published_count',
  'published_community',
  'published_cohort',
].concat(['published_lag', 'published_tie', 'published_survey']);
const own = ['organization_id', 'published_at', 'counted_at', 'sources'].map((column) => ` - '${column}'`).join('');

describe('a new organisation of real people, of which several files come on the first day', () => {
  beforeEach(() => story.begin({ class: 'personal', timezone: 'Europe/Paris', awaitsWord: true }));

  const word = () => story.within((work) => work.transaction((tx) => giveWord(tx, story.organizationId, null)));
  const told = async () => {
    const rows = await Promise.all(
      records.map((table) =>
        story.rows<{ row: object }>(`select to_jsonb(t)${own} as row from ${table} t where organization_id = $1`),
      ),
    );
    return rows.map((found) => found.map(({ row }) => JSON.stringify(row)).sort());
  };
  const opened = () => story.rows(`select publishes_since is not null as opened from organization where id = $1`);

  it('publishes the very same rows in whatever order they came, and whether they were counted in between', async () => {
    const tellings: unknown[] = [];
    for (const order of [
      'entities people intranet chat',
      'entities chat intranet people',
      'intranet entities people chat',
    ]) {
      for (const between of order.startsWith('entities people') ? [true, false] : [true]) {
        await story.begin({ class: 'personal', timezone: 'Europe/Paris', awaitsWord: true });
        for (const file of order.split(' ')) {
          await firstDay[file]!();
          if (between) await work('2026-03-12T10:00:00Z');
          if (between) await due('2026-03-12T10:01:00Z');
          expect((await told()).flat()).toEqual([]);
        }
        await word();
        await work('2026-03-12T11:00:00Z');
        await due('2026-03-12T11:01:00Z');
        tellings.push(await told());
      }
    }
    const [first, ...others] = tellings;
    expect((first as string[][])[1]).toHaveLength(weeks.length);
    for (const other of others) expect(other).toEqual(first);
  });

  it('leaves no trace of a file that was undone before the word', async () => {
    for (const file of ['entities', 'people', 'chat']) await firstDay[file]!();
    await word();
    await work('2026-03-12T11:00:00Z');
    const without = await told();
    await story.begin({ class: 'personal', timezone: 'Europe/Paris', awaitsWord: true });
    for (const file of ['entities', 'people', 'intranet', 'chat']) await firstDay[file]!();
    await work('2026-03-12T10:00:00Z');
    const [undone] = await story.rows<{ id: number }>(`select id from import where organization_id = $1 and id = 3`);
    await undoImport(story.work, story.organizationId, undone!.id);
    await word();
    await work('2026-03-12T11:00:00Z');
    expect(await told()).toEqual(without);
  });

  it('keeps what it said once the word was given, twice is as good as once', async () => {
    for (const file of ['entities', 'people', 'intranet']) await firstDay[file]!();
    expect(await Promise.all([word(), word()])).toContain(false);
    await work('2026-03-12T11:00:00Z');
    const before = await told();
    await story.file('events', [header, ...written('post', 30, 38).slice(0, 9)].join('\n'), {
      source: 'chat',
      completeThrough: sunday,
    });
    await work('2026-03-12T11:10:00Z');
    await due('2026-03-12T11:11:00Z');
    expect((await told())[3]).toEqual(before[3]);
    const notes = await story.rows(`select from audit where organization_id = $1 and action = 'publication_opened'`);
    expect(notes).toHaveLength(1);
  });

  it('begins by itself once the first week that was lived here has closed', async () => {
    await story.owner.query(`update organization set created_at = '2026-03-04T10:00:00Z' where id = $1`, [
      story.organizationId,
    ]);
    for (const file of ['entities', 'people', 'intranet']) await firstDay[file]!();
    // Sunday ended in Paris at 23:00 UTC, and a day after is too early by a minute.
    await work('2026-03-09T22:59:00Z');
    expect([await due('2026-03-09T22:59:00Z'), await opened()]).toEqual([[], [{ opened: false }]]);
    await due('2026-03-09T23:00:00Z');
    await work('2026-03-09T23:01:00Z');
    expect([(await told())[1]?.length, await opened()]).toEqual([weeks.length, [{ opened: true }]]);
  });

  it('keeps the days that a second source may tell of, until the first week that was lived here may close', async () => {
    await story.owner.query(
      `update organization set created_at = '2026-04-15T10:00:00Z', raw_months = 1 where id = $1`,
      [story.organizationId],
    );
    for (const file of ['entities', 'people', 'intranet']) await firstDay[file]!();
    await work('2026-04-15T12:00:00Z');
    const sealed = async (instant: string) =>
      (await retain(story.work, story.organizationId, new Date(instant))).sealedBefore;
    expect(await sealed('2026-04-20T10:00:00Z')).toBeNull();
    expect(await firstDay.chat!()).toMatchObject({ state: 'done', rejected: 0 });
    await work('2026-04-20T12:00:00Z');
    expect(await sealed('2026-04-21T10:00:00Z')).not.toBeNull();
  });

  it('publishes a survey that was answered before the word with everything else', async () => {
    for (const file of ['entities', 'people', 'intranet']) await firstDay[file]!();
    const asked = 's,Enquête,2026-03-02,daily,Chaque jour ?,oui;non,daily_use';
    await story.file('surveys', `survey_id,name,date,question_id,wording,answers,about\n${asked}\n`);
    const answers = staff('east').map((one) => `s,daily,${one},east,oui`);
    await story.file('answers', ['survey_id,question_id,respondent,entity,answer', ...answers].join('\n'));
    await work('2026-03-12T10:00:00Z');
    const published = async () => (await told()).at(-1);
    expect(await published()).toEqual([]);
    await word();
    await work('2026-03-12T11:00:00Z');
    expect(await published()).toEqual([expect.stringContaining('"survey_key":"s"')]);
  });

  it('waits for the word while all that came is of before its founding', async () => {
    await story.owner.query(`update organization set created_at = '2026-03-09T10:00:00Z' where id = $1`, [
      story.organizationId,
    ]);
    for (const file of ['entities', 'people', 'intranet', 'chat']) await firstDay[file]!();
    await work('2026-04-20T10:00:00Z');
    expect([await due('2026-04-20T10:01:00Z'), await opened()]).toEqual([[], [{ opened: false }]]);
  });
});
