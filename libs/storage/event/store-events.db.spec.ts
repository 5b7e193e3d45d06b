import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { type EventRow } from './event-row.js';
import { storeEvents } from './store-events.js';

it('bench', async () => {
  const db: TestDatabase = await createTestDatabase();
  const [org] = await db.owner.query(`insert into organization (slug, name, class, timezone) values ('a','a','public','UTC') returning id`);
  await db.owner.query(`insert into source values ($1, 1, 's', 'http')`, [org.id]);
  const ingest = await db.as('ingest');
  const make = (day: string): EventRow[] => Array.from({ length: 20_000 }, (_, i) => ({ sourceId: 1, importId: null, id: randomUUID(), day, digest: String(i * 1234567891), occurredAt: `${day}T08:00:00.000Z`, kind: 2, quantity: 1, actor: `person${i % 900}@example.org`, object: `object-${i}`, parent: null, groupKey: 'g12', target: null }));
  const batches = Array.from({ length: 20 }, (_, i) => make(`2026-0${1 + (i >> 2)}-1${i & 7}`));
  for (const round of ['first', 'replay']) {
    const times: number[] = [];
    for (const batch of batches) {
      const start = performance.now();
      const out = await storeEvents(ingest, org.id, batch);
      times.push(performance.now() - start);
      if (out.some((o) => o !== (round === 'first' ? 'accepted' : 'duplicate'))) throw new Error('bad');
    }
    times.sort((a, b) => a - b);
    console.log(round, 'median', Math.round(20_000_000 / times[10]!), 'worst', Math.round(20_000_000 / times[19]!));
  }
  await db.drop();
}, 120_000);
