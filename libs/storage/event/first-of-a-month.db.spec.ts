import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { createOrganization } from '../directory/organization.js';
import { ensureSource } from '../source/sources.js';
import { type EventRow } from './event-row.js';
import { storeEvents } from './store-events.js';

/** As many apis as there may be, and a database in which nobody has told anything yet. */
describe('the first events of a month, brought by several at once', () => {
  let database: TestDatabase;
  let pools: DataSource[];
  beforeAll(async () => {
    database = await createTestDatabase();
    pools = await Promise.all([0, 1, 2].map(() => database.as('ingest')));
  });
  afterAll(() => database.drop());

  it('are stored once, and nobody is told that something went wrong', async () => {
    const { owner } = database;
    const facts = { class: 'synthetic', timezone: 'UTC' } as const;
    for (let round = 0; round < 5; round++) {
      const targets = await Promise.all(
        ['a', 'b', 'c'].map(async (name) => {
          const organizationId = await createOrganization(owner, { slug: `${name}${round}`, name, ...facts });
          return { organizationId, sourceId: await ensureSource(owner, organizationId, { name: 's', kind: 'http' }) };
        }),
      );
      const day = `20${10 + round}-03-02`;
      const brought = targets.map(({ organizationId, sourceId }) => ({
        organizationId,
        rows: Array.from({ length: 20 }, (_, n): EventRow => ({
          ...{ sourceId, importId: null, id: randomUUID(), day, digest: '1', occurredAt: `${day}T10:00:00Z`, kind: 1 },
          ...{ quantity: 1, actor: `p${n}`, object: null, parent: null, groupKey: null, target: null },
        })),
      }));
      const answers = await Promise.all(
        brought.flatMap(({ organizationId, rows }) =>
          pools.map(async (pool, n) => storeEvents(pool, organizationId, n % 2 ? [...rows].reverse() : rows)),
        ),
      );
      expect(answers.flat().filter((one) => one === 'accepted')).toHaveLength(60);
    }
    expect(await rowsOf(owner, `select count(*)::integer as n from event`)).toEqual([{ n: 300 }]);
  });

  it('wait for no job that reads the events, and nobody who stores others waits for them', async () => {
    const { owner } = database;
    const organizationId = await createOrganization(owner, {
      slug: 'long',
      name: 'Long',
      class: 'synthetic',
      timezone: 'UTC',
    });
    const sourceId = await ensureSource(owner, organizationId, { name: 's', kind: 'http' });
    const on = (day: string, id = randomUUID()): EventRow => ({
      ...{ sourceId, importId: null, id, day, digest: '1', occurredAt: `${day}T10:00:00Z`, kind: 1, quantity: 1 },
      ...{ actor: 'p', object: null, parent: null, groupKey: null, target: null },
    });
    const [one, other] = pools as [DataSource, DataSource, DataSource];
    await storeEvents(one, organizationId, [on('2020-05-04')]);
    // A history is counted within one transaction, which may take minutes.
    const reading = owner.createQueryRunner();
    await reading.startTransaction();
    try {
      await reading.query(`select count(*) from event`);
      const first = storeEvents(one, organizationId, [on('2020-06-01')]);
      const second = storeEvents(other, organizationId, [on('2020-05-05')]);
      const late = pause(5000).then(() => 'late');
      expect(await Promise.race([Promise.all([first, second]), late])).toEqual([['accepted'], ['accepted']]);
      await Promise.all([first, second]);
    } finally {
      await reading.rollbackTransaction();
      await reading.release();
    }
  });

  it('lie in a month like any other: the same keys and the same wall', async () => {
    const like = (relation: string) =>
      rowsOf(
        database.owner,
        `select c.relrowsecurity, c.relforcerowsecurity, c.relispartition,
                (select count(*)::integer from pg_policy p where p.polrelid = c.oid) as policies,
                (select array_agg(replace(pg_get_indexdef(i.indexrelid), c.relname, 'month') order by i.indexrelid)
                   from pg_index i where i.indrelid = c.oid) as indexes,
                (select count(*)::integer from pg_inherits h join pg_index i on i.indexrelid = h.inhrelid where i.indrelid = c.oid) as inherited
           from pg_class c where c.relname = $1`,
        [relation],
      );
    const [month] = await like('event_2020_06');
    expect(month).toMatchObject({
      relrowsecurity: true,
      relforcerowsecurity: true,
      relispartition: true,
      inherited: 2,
    });
    expect(await like('event_2020_05')).toEqual([month]);
  });
});
