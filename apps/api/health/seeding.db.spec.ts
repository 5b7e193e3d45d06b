import { createOrganization } from '#storage/directory/organization.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { seedingReason } from './seeding.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('says how many weeks of a demo are still missing, with the rights of whoever only reads', async () => {
  const read = await database.as('read');
  expect(await seedingReason(read)).toBeNull();
  const organization = { name: 'Demo', class: 'synthetic', timezone: 'Europe/Paris' } as const;
  const id = await createOrganization(database.owner, { slug: 'demo', ...organization });
  await createOrganization(database.owner, { slug: 'other', ...organization });
  await database.owner.query(`update organization set seeding = true where id = $1`, [id]);
  expect(await seedingReason(read)).toBe('0 of 8 weeks of the demo published');
  await database.owner.query(`update organization set seeding = false`);
  expect(await seedingReason(read)).toBeNull();
});
