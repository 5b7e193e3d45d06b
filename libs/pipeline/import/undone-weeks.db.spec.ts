import { type Day } from '#domain/calendar/day.js';
import { requestUndo } from '#storage/import/undo-request.js';
import { closedWeeksAround } from '#storage/publication/weeks-to-publish.js';
import { publishDue } from '../publication/publish-due.js';
import { refresh } from '../refresh.js';
import { ImportStory } from './testing/import-story.js';
import { undoImport } from './undo-import.js';

jest.setTimeout(120_000);

const sunday = '2026-03-08';
const entities = 'entity_id,parent_id,name,country\ngroup,,Group,FR\neast,group,East,\nwest,group,West,\n';
const east = Array.from({ length: 40 }, (_, index) => `e${String(index)}`);
const west = Array.from({ length: 40 }, (_, index) => `w${String(index)}`);
const people = ['person_id,entity', ...east.map((name) => `${name},east`), ...west.map((name) => `${name},west`)];
const acts = (kind: string, actors: readonly string[], day: Day) =>
  [
    'id,occurred_at,kind,actor',
    ...actors.map((one) => `${kind}-${one}-${day},${day}T09:00:00Z,${kind},${one}`),
    '',
  ].join('\n');
const signIns = (actors: readonly string[], day = '2026-03-03') => acts('login', actors, day);

describe('a closed week after an import behind it was undone', () => {
  let story: ImportStory;
  let wrong: number;
  beforeAll(async () => {
    story = await ImportStory.open();
  });
  afterAll(() => story.close());
  beforeEach(async () => {
    story.now = new Date('2026-03-10T12:00:00Z');
    await story.begin({ class: 'personal', timezone: 'Europe/Paris' });
    await story.file('entities', entities);
    await story.file('people', people.join('\n'));
    ({ importId: wrong } = await story.file('events', signIns(east), { completeThrough: sunday }));
    await work('2026-03-12T10:00:00Z');
  });

  const work = (instant: string) => refresh(story.work, story.organizationId, new Date(instant));
  const night = (instant: string) => publishDue(story.work, story.organizationId, new Date(instant));
  const undo = async (importId: number, instant = '2026-03-12T11:00:00Z') => {
    await requestUndo(story.owner, story.organizationId, importId, null);
    await undoImport(story.work, story.organizationId, importId);
    await work(instant);
  };
  const said = async (node: string, week: Day = sunday) => {
    const [row] = await story.rows<{ login: number[] }>(
      `select counts->'login' as login from published_count where organization_id = $1 and week_end = '${week}'
          and node = '${node}' and population = 'everyone' and days = 7`,
    );
    return row?.login;
  };
  const told = async (week: Day = sunday) => {
    const [row] = await story.rows<{ counts: boolean; groups: boolean }>(
      `select undone_at is not null as counts, groups_undone_at is not null as groups
         from published_week where organization_id = $1 and week_end = '${week}'`,
    );
    return row;
  };

  it('says so, and stays as it was told while nothing of it is left', async () => {
    expect(await told()).toEqual({ counts: false, groups: false });
    expect(await said('east')).toEqual([38, 40]);
    // Said before the undo, of the week that a window reaches, and of no other.
    expect(await closedWeeksAround(story.owner, story.organizationId, ['2026-03-03', '2026-03-03'])).toBe(1);
    expect(await closedWeeksAround(story.owner, story.organizationId, ['2026-03-10', '2026-03-10'])).toBe(0);
    await undo(wrong);
    expect(await told()).toEqual({ counts: true, groups: false });
    // A fall to nobody would be false, also when the next block begins.
    for (const instant of ['2026-03-13T02:00:00Z', '2026-04-28T02:00:00Z'])
      expect(await night(instant)).not.toContain(sunday);
    expect(await said('east')).toEqual([38, 40]);
    expect(await told()).toEqual({ counts: true, groups: false });
  });

  it('is told anew with the file that comes in its place, and waits for the next block with any other', async () => {
    await undo(wrong);
    await story.file('events', signIns(west), { completeThrough: sunday });
    await work('2026-03-12T12:00:00Z');
    expect(await night('2026-03-12T13:00:00Z')).toEqual([sunday]);
    expect([await said('east'), await said('west')]).toEqual([
      [0, 2],
      [38, 40],
    ]);
    expect(await told()).toEqual({ counts: false, groups: false });
    await story.file('events', signIns(east), { completeThrough: sunday });
    await work('2026-03-12T14:00:00Z');
    expect(await night('2026-03-12T15:00:00Z')).toEqual([]);
    expect(await said('east')).toEqual([0, 2]);
  });

  it('is not told anew with a file of later days in which a group was made before', async () => {
    await story.file('events', signIns(west, '2026-03-04'), { completeThrough: sunday });
    await work('2026-03-12T10:30:00Z');
    await undo(wrong);
    const later = `${acts('group_created', ['w0'], '2026-02-10')}${signIns(west, '2026-03-09').replace(/^.*\n/, '')}`;
    await story.file('events', later, { completeThrough: sunday });
    await work('2026-03-12T12:00:00Z');
    expect(await night('2026-03-12T13:00:00Z')).toEqual([]);
    expect(await told()).toMatchObject({ counts: true });
  });

  it('says it of groups and exchanges for good, where the import held any of what they are counted from', async () => {
    const { importId } = await story.file('events', acts('post', east, '2026-03-03'), { completeThrough: sunday });
    await work('2026-03-12T10:30:00Z');
    await undo(importId);
    expect(await told()).toEqual({ counts: true, groups: true });
    await story.file('events', acts('post', west, '2026-03-03'), { completeThrough: sunday });
    await work('2026-03-12T12:00:00Z');
    expect(await night('2026-03-12T13:00:00Z')).toEqual([sunday]);
    // What a closed week said of groups and ties is a record.
    expect(await told()).toEqual({ counts: false, groups: true });
  });

  it('says nothing of a file whose undo takes nothing out', async () => {
    const copy = await story.file('events', signIns(east), { completeThrough: sunday });
    await work('2026-03-12T10:30:00Z');
    await undo(copy.importId);
    expect(await told()).toEqual({ counts: false, groups: false });
  });

  it('says nothing of weeks that a sealed day keeps, where only a group was made in them', async () => {
    story.now = new Date('2026-03-26T09:00:00Z');
    const archive = `${acts('group_created', ['e0'], '2026-03-02')}${signIns(east, '2026-03-17').replace(/^.*\n/, '')}`;
    const { importId } = await story.file('events', archive, { completeThrough: '2026-03-22' });
    await work('2026-03-26T10:00:00Z');
    await story.owner.query(`update organization set sealed_before = '2026-03-16' where id = $1`, [
      story.organizationId,
    ]);
    await undo(importId, '2026-03-26T11:00:00Z');
    expect(await told()).toMatchObject({ counts: false });
    expect(await told('2026-03-22')).toMatchObject({ counts: true });
  });

  it('keeps what a place said where fewer than ten people have changed', async () => {
    await undo(wrong);
    await story.file('events', signIns(east.slice(0, 34)), { completeThrough: sunday });
    await work('2026-03-12T12:00:00Z');
    expect(await night('2026-03-12T13:00:00Z')).toEqual([sunday]);
    expect(await said('east')).toEqual([38, 40]);
    expect(await told()).toEqual({ counts: false, groups: false });
  });

  it('is told anew when the next block begins, where others brought something of it too', async () => {
    await story.file('events', signIns(west, '2026-03-04'), { completeThrough: sunday });
    await work('2026-03-12T10:30:00Z');
    await undo(wrong);
    expect(await night('2026-03-13T02:00:00Z')).toEqual([]);
    expect(await told()).toMatchObject({ counts: true });
    expect(await night('2026-04-28T02:00:00Z')).toContain(sunday);
    expect([await said('east'), await said('west')]).toEqual([
      [0, 2],
      [38, 40],
    ]);
    expect(await told()).toMatchObject({ counts: false });
  });
});
