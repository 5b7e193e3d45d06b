import { randomUUID } from 'node:crypto';
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
});
