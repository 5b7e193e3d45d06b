import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { spelled } from '../testing/spelled.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { type EventRow } from './event-row.js';
import { lockSealing } from './sealing.js';
import { storeEvents } from './store-events.js';

let db: TestDatabase;
let ingest: DataSource;
let org: string;

beforeAll(async () => {
  db = await createTestDatabase();
  ingest = await db.as('ingest');
});
afterAll(() => db.drop());
beforeEach(async () => {
  const slug = `o-${randomUUID()}`;
  const [row] = await rowsOf<{ id: string }>(
    db.owner,
    `insert into organization (slug, name, class, timezone) values ($1, 'O', 'public', 'UTC') returning id`,
    [slug],
  );
  org = row?.id ?? '';
  await db.owner.query(
    `insert into source (organization_id, id, name, kind) values ($1, 1, 's', 'http'), ($1, 2, 't', 'http')`,
    [org],
  );
});

const event = (over: Partial<EventRow> = {}): EventRow => {
  const day = over.day ?? '2026-03-02';
  return {
    sourceId: 1,
    importId: null,
    id: randomUUID(),
    day,
    digest: '42',
    occurredAt: `${day}T08:00:00.000Z`,
    kind: 2,
    quantity: 1,
    actor: 'ada',
    object: null,
    parent: null,
    groupKey: null,
    target: null,
    ...over,
  };
};
const ledger = () =>
  rowsOf<EventRow & { import_id: number | null }>(
    db.owner,
    `select * from event where organization_id = $1 order by id`,
    [org],
  );
const dirty = () =>
  rowsOf<{ day: string }>(db.owner, `select day from dirty_day where organization_id = $1 order by id`, [org]);

describe('storing events', () => {
  it('keeps every field as it was, awkward characters included', async () => {
    const awkward = 'a\\b\tc\nd\\N "é😀';
    await storeEvents(ingest, org, [event({ actor: awkward, object: '\\N', parent: '', groupKey: null, target: 't' })]);
    const kept = await spelled(ingest, org, await ledger(), { spokenOnly: true });
    expect(kept).toMatchObject([{ actor: awkward, object: '\\N', parent: '', group_key: null, target: 't' }]);
  });

  it('tells repeats and conflicts from new events, within a batch and across batches, whatever came before', async () => {
    const known = event();
    expect(await storeEvents(ingest, org, [known])).toEqual(['accepted']);
    const fresh = event();
    const batch = [
      known,
      { ...known, digest: '43' },
      fresh,
      fresh,
      { ...fresh, digest: '43' },
      { ...fresh, day: '2026-03-03' },
      { ...fresh, sourceId: 2 },
    ];
    const expected = ['duplicate', 'conflict', 'accepted', 'duplicate', 'conflict', 'accepted', 'accepted'];
    expect(await storeEvents(ingest, org, batch, { mode: 'dry' })).toEqual(expected);
    expect(await ledger()).toHaveLength(1);
    expect(await storeEvents(ingest, org, batch)).toEqual(expected);
    // Now most of what comes is known, which takes another way through the database.
    const again = ['duplicate', 'conflict', 'duplicate', 'duplicate', 'conflict', 'duplicate', 'duplicate'];
    expect(await storeEvents(ingest, org, batch)).toEqual(again);
    expect(await storeEvents(ingest, org, [...batch, event()])).toEqual([...again, 'accepted']);
    expect(await ledger()).toHaveLength(5);
  });

  it('judges a repeat of a conflict by what is stored', async () => {
    const known = event();
    await storeEvents(ingest, org, [known]);
    const other = { ...known, digest: '7' };
    expect(await storeEvents(ingest, org, [other, other, known])).toEqual(['conflict', 'conflict', 'duplicate']);
  });

  it('marks the days that received something, and no other', async () => {
    const first = event();
    await storeEvents(ingest, org, [first, event(), event({ day: '2026-04-01' })]);
    expect(await dirty()).toEqual([{ day: '2026-03-02' }, { day: '2026-04-01' }]);
    await storeEvents(ingest, org, [first]);
    expect(await dirty()).toHaveLength(2);
  });

  it('refuses what is older than the sealed floor and creates no partition for it', async () => {
    await db.owner.query(`update organization set sealed_before = '2026-03-02' where id = $1`, [org]);
    expect(
      await storeEvents(ingest, org, [event({ day: '2019-07-01' }), event(), event({ day: '2026-03-01' })]),
    ).toEqual(['sealed_day', 'accepted', 'sealed_day']);
    expect(await rowsOf(db.owner, `select to_regclass('event_2019_07') as name`)).toEqual([{ name: null }]);
  });

  it('stores all or nothing when strict', async () => {
    const known = event();
    await storeEvents(ingest, org, [known]);
    const outcomes = await storeEvents(ingest, org, [event(), { ...known, digest: '1' }], {
      mode: 'strict',
      count: () => {
        throw new Error('counted');
      },
    });
    expect(outcomes).toEqual(['accepted', 'conflict']);
    expect(await ledger()).toHaveLength(1);
    expect(await dirty()).toHaveLength(1);
    expect(await storeEvents(ingest, org, [event(), known], { mode: 'strict' })).toEqual(['accepted', 'duplicate']);
    expect(await ledger()).toHaveLength(2);
  });

  it('notes beside an event the other imports that brought it', async () => {
    const known = event({ importId: 1 });
    await storeEvents(ingest, org, [known]);
    await storeEvents(ingest, org, [known]);
    await storeEvents(ingest, org, [{ ...known, importId: 2 }]);
    await storeEvents(ingest, org, [{ ...known, importId: 2 }]);
    await storeEvents(ingest, org, [{ ...known, importId: null }]);
    await storeEvents(ingest, org, [{ ...known, importId: 3, digest: '9' }]);
    const notes = await rowsOf(db.owner, `select import_id from event_also where organization_id = $1 order by 1`, [
      org,
    ]);
    expect(notes).toEqual([{ import_id: 0 }, { import_id: 2 }]);
    expect(await ledger()).toMatchObject([{ import_id: 1 }]);
  });

  it('finds a month again that was dropped since', async () => {
    await storeEvents(ingest, org, [event({ day: '2005-05-05' })]);
    await db.owner.query('drop table event_2005_05');
    expect(await storeEvents(ingest, org, [event({ day: '2005-05-06' })])).toEqual(['accepted']);
  });

  it('stores each event once when the same are sent from everywhere at once, in any order', async () => {
    const events = Array.from({ length: 300 }, (_, index) => event({ digest: String(index) }));
    const answers = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((turn) =>
        storeEvents(
          ingest,
          org,
          turn % 2 ? [...events].reverse() : [...events.slice(turn * 40), ...events.slice(0, turn * 40)],
        ),
      ),
    );
    expect(await ledger()).toHaveLength(300);
    const outcomes = answers.flat();
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(300);
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(1500);
  });

  it('makes a month once when its first events come from everywhere at once', async () => {
    const months = ['2019-01-07', '2019-02-07', '2019-03-07', '2019-04-07'];
    for (const day of months) {
      const sent = Array.from({ length: 4 }, () =>
        storeEvents(ingest, org, [event({ day, occurredAt: `${day}T08:00:00.000Z` })]),
      );
      expect(await Promise.all(sent)).toEqual(Array.from({ length: 4 }, () => ['accepted']));
    }
  });

  it('waits while the floor is being moved', async () => {
    const mover = db.owner.createQueryRunner();
    await mover.startTransaction();
    await lockSealing(mover.manager, org);
    const storing = storeEvents(ingest, org, [event({ day: '2026-03-01' })]);
    await mover.query(`update organization set sealed_before = '2026-03-02' where id = $1`, [org]);
    await mover.commitTransaction();
    await mover.release();
    expect(await storing).toEqual(['sealed_day']);
  });

  it('counts with the events', async () => {
    const at = new Date('2026-03-02T08:59:00Z');
    const count = (lagSeconds: number | null) => () => [
      {
        sourceId: 1,
        at,
        received: 3,
        accepted: 1,
        duplicates: 1,
        rejected: 1,
        skipped: 0,
        droppedFields: 2,
        lagSeconds,
        conflicts: 1,
        ahead: 2,
        aheadSeconds: lagSeconds,
      },
    ];
    await storeEvents(ingest, org, [event()], { count: count(5) });
    await storeEvents(ingest, org, [event()], { count: count(3) });
    await storeEvents(ingest, org, [event()], { count: count(null), mode: 'dry' });
    const hours = await rowsOf(db.owner, `select * from source_hour where organization_id = $1`, [org]);
    expect(hours).toMatchObject([
      {
        hour: new Date('2026-03-02T08:00:00Z'),
        received: 6,
        accepted: 2,
        duplicates: 2,
        rejected: 2,
        dropped_fields: 4,
        lag_seconds: 5,
        conflicts: 2,
        ahead: 4,
        ahead_seconds: 5,
      },
    ]);
  });
});
