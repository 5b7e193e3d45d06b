import fc from 'fast-check';
import { eventRowOf } from '../ingest/event-row-of.js';
import { firstDayBrought } from '#storage/publication/first-day-brought.js';
import { refresh } from '../refresh.js';
import { storeEvents } from '#storage/event/store-events.js';
import { findImport } from '#storage/import/imports.js';
import { requestUndo, undoRefusal } from '#storage/import/undo-request.js';
import { ensureSource } from '#storage/source/sources.js';
import { ImportStory } from './testing/import-story.js';
import { undoImport } from './undo-import.js';

let story: ImportStory;
beforeAll(async () => {
  story = await ImportStory.open();
});
afterAll(() => story.close());
beforeEach(() => story.begin());

const header = 'id,occurred_at,kind,actor,object,target\n';
const day = (number: number) => String(1 + ((number * 5) % 28)).padStart(2, '0');
const line = (number: number) => `e${number},2026-01-${day(number)}T10:00:00Z,post,p${number % 3},o${number},\n`;
const file = (numbers: readonly number[]) => header + numbers.map(line).join('');

async function undo(importId: number): Promise<number> {
  await requestUndo(story.owner, story.organizationId, importId, null);
  return undoImport(story.work, story.organizationId, importId);
}

/** The same events as a file, as a live source of the same name would send them. */
async function sendLive(numbers: readonly number[]): Promise<void> {
  const sourceId = await ensureSource(story.owner, story.organizationId, { name: 'events', kind: 'file' });
  const rows = numbers.map((number) =>
    eventRowOf(
      {
        ...{ id: `e${number}`, occurredAt: `2026-01-${day(number)}T10:00:00.000Z`, kind: 'post' as const, quantity: 1 },
        ...{ actor: `p${number % 3}`, object: `o${number}`, parent: null, group: null, target: null },
      },
      sourceId,
      null,
    ),
  );
  await storeEvents(story.work, story.organizationId, rows);
}

const ledger = () => story.rows(`select day, id, actor, object from event where organization_id = $1 order by day, id`);
const horizon = () => story.rows(`select declared_through from organization where id = $1`);
/** Every event with all who brought it, whoever was first. */
const bringers = async (labels: ReadonlyMap<number, string>) => {
  const rows = await story.rows<{ id: string; import_id: number }>(
    `select id, coalesce(import_id, 0) as import_id from event where organization_id = $1
     union all select id, import_id from event_also where organization_id = $1`,
  );
  return rows.map(({ id, import_id }) => `${id} ${labels.get(import_id) ?? import_id}`).sort();
};

type Bringing = { by: string; events: number[] };
/** Brings them one after the other; '0' is the live source. Returns the label of each number. */
async function bring(all: readonly Bringing[]): Promise<Map<number, string>> {
  const labels = new Map([[0, 'live']]);
  for (const { by, events } of all) {
    if (by === 'live') await sendLive(events);
    else labels.set((await story.file('events', file(events))).importId, by);
  }
  return labels;
}

const subset = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 8 });
const bringings = fc
  .record({ a: subset, b: subset, c: subset, live: fc.uniqueArray(fc.nat(11), { maxLength: 4 }) })
  .chain((given) =>
    fc.shuffledSubarray(
      Object.entries(given).map(([by, events]) => ({ by, events })),
      { minLength: 4 },
    ),
  );

describe('undoing an import', () => {
  it('leaves what the others brought, in every order and overlap', async () => {
    await fc.assert(
      fc.asyncProperty(bringings, async (all) => {
        await story.begin();
        const rest = all.filter(({ by }) => by !== 'a');
        const expectedLabels = await bring(rest);
        const expected = [await ledger(), await bringers(expectedLabels), await horizon()];
        await story.begin();
        const labels = await bring(all);
        const before = (await ledger()).length;
        const [undone] = [...labels].find(([, by]) => by === 'a') ?? [];
        const removed = await undo(undone ?? -1);
        expect([await ledger(), await bringers(labels), await horizon()]).toEqual(expected);
        expect(removed).toBe(before - (await ledger()).length);
        // It leaves no trace that keeps the file from coming back.
        const again = all.find(({ by }) => by === 'a')?.events ?? [];
        expect(await story.file('events', file(again))).toMatchObject({ accepted: removed, rejected: 0 });
      }),
      { numRuns: Math.ceil(Number(process.env.ESSOR_PROVE_RUNS ?? 80) / 20) },
    );
  }, 120_000);

  it('shows what would be shown without it: weeks, counts and kinds that are known', async () => {
    const early = [0, 6, 1, 7];
    const late = { text: header + 'x,2026-02-03T10:00:00Z,login,p1,,\ny,2026-02-05T10:00:00Z,comment,p2,o0,\n' };
    const shown = async () => ({
      weeks: await story.rows(`select week_end, through from published_week where organization_id = $1 order by 1`),
      counts: await story.rows(
        `select population, days, node, week_end, counts from published_count where organization_id = $1 order by 1, 2, 3, 4`,
      ),
      cohorts: await story
        .rows(`select * from published_cohort where organization_id = $1 order by cohort, lag`)
        .then((rows) => rows.map((row) => ({ ...row, organization_id: null }))),
      told: await story.rows(`select kind from source_evidence where organization_id = $1 order by kind`),
      days: await story.rows(`select day, events, unassigned from source_day where organization_id = $1 order by day`),
    });
    await story.begin({ k: 1, bands: false });
    await story.file('events', file(early.slice(2)));
    await refresh(story.work, story.organizationId, story.now);
    const expected = await shown();
    expect(expected.weeks.length).toBeGreaterThan(0);
    await story.begin({ k: 1, bands: false });
    await story.file('events', file(early.slice(2)));
    const wrong = await story.file('events', late.text + file(early).slice(header.length));
    await refresh(story.work, story.organizationId, story.now);
    expect(await shown()).not.toEqual(expected);
    expect(await undo(wrong.importId)).toBe(4);
    await refresh(story.work, story.organizationId, story.now);
    expect(await shown()).toEqual(expected);
    // The last one gone, nothing is known.
    const [first] = await story.rows<{ id: number }>(`select min(id) as id from import where organization_id = $1`);
    await undo(first?.id ?? -1);
    await refresh(story.work, story.organizationId, story.now);
    expect(await shown()).toEqual({ weeks: [], counts: [], cohorts: [], told: [], days: [] });
  });

  it('keeps what sources told while a closed week speaks of it', async () => {
    const told = () => story.rows(`select kind from source_evidence where organization_id = $1 order by kind`);
    const { importId } = await story.file('events', file([1, 2, 3]));
    await refresh(story.work, story.organizationId, story.now);
    const before = await told();
    await story.owner.query(`update mask set closed = true where organization_id = $1`, [story.organizationId]);
    await undo(importId);
    expect(before).not.toEqual([]);
    expect(await told()).toEqual(before);
  });

  it('is not refused for a group that was made in a sealed day, which stays made', async () => {
    const made = `${header}g,2025-01-05T10:00:00Z,group_created,p1,,\n`;
    const archive = await story.file('events', `${made}x,2026-01-20T10:00:00Z,post,p1,,\n`);
    // Until its days are counted, an organisation begins there as well.
    const begins = () => firstDayBrought(story.owner, story.organizationId);
    expect(await begins()).toBe('2026-01-20');
    const groups = await story.file('events', made.replace('g,', 'h,'));
    expect(await begins()).toBe('2025-01-05');
    const refusal = async (id: number, sealed: string) => {
      const stored = await findImport(story.owner, story.organizationId, id);
      return stored && undoRefusal(stored, sealed);
    };
    expect(await refusal(archive.importId, '2026-01-19')).toBeNull();
    expect(await refusal(archive.importId, '2026-01-21')).toBe('sealed_day');
    expect(await refusal(groups.importId, '2026-01-19')).toBe('sealed_day');
    const seal = `update organization set sealed_before = '2026-01-19' where id = $1`;
    await story.database.owner.query(seal, [story.organizationId]);
    expect(await undo(archive.importId)).toBe(1);
    expect(await ledger()).toMatchObject([{ day: '2025-01-05' }, { day: '2025-01-05' }]);
  });

  it('takes the file with it, which one that failed on our side still has', async () => {
    const { importId } = await story.file('events', file([0, 1]));
    await story.owner.query(`update import set state = 'failed' where organization_id = $1`, [story.organizationId]);
    await story.owner.query(
      `insert into import_chunk (organization_id, import_id, position, bytes) values ($1, $2, 0, '')`,
      [story.organizationId, importId],
    );
    expect(await undo(importId)).toBe(2);
    expect(await story.rows(`select from import_chunk where organization_id = $1`)).toEqual([]);
  });

  it('is refused where a day is sealed, and for what brought no event', async () => {
    const { importId } = await story.file('events', file([0, 1]));
    const dry = await story.file('events', file([2]), { dryRun: true });
    const entities = await story.file('entities', 'entity_id,parent_id,name\nacme,,Acme\n');
    const refusal = async (id: number, sealed: string | null) => {
      const stored = await findImport(story.owner, story.organizationId, id);
      return stored && undoRefusal(stored, sealed);
    };
    expect(await refusal(importId, '2026-01-01')).toBeNull();
    expect(await refusal(importId, '2026-01-02')).toBe('sealed_day');
    expect(await refusal(dry.importId, null)).toBe('no_events_to_undo');
    expect(await refusal(entities.importId, null)).toBe('no_events_to_undo');
    // What brought only what was known has nothing of its own, until what brought it first is undone.
    const again = await story.file('events', file([0]));
    expect(await refusal(again.importId, null)).toBe('no_events_to_undo');
    // An import of another source has nothing to leave to it.
    const elsewhere = await story.file('events', file([0]), { source: 'elsewhere', again: true });
    await undo(elsewhere.importId);
    expect(await refusal(again.importId, null)).toBe('no_events_to_undo');
    const other = await story.file('events', file([3]));
    const third = await story.file('events', file([3]));
    await undo(other.importId);
    expect(await refusal(third.importId, null)).toBeNull();
    const before = await ledger();
    await requestUndo(story.owner, story.organizationId, importId, null);
    await story.database.owner.query(`update organization set sealed_before = '2026-01-05' where id = $1`, [
      story.organizationId,
    ]);
    await expect(undoImport(story.work, story.organizationId, importId)).rejects.toMatchObject({ code: 'sealed_day' });
    expect(await ledger()).toEqual(before);
    expect(await findImport(story.owner, story.organizationId, importId)).toMatchObject({
      ...{ state: 'failed', errorCode: 'sealed_day' },
    });
  });
});
