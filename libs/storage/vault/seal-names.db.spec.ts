import { openDatabase, rowsOf } from '../database.js';
import { createOrganization } from '../directory/organization.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { dumpOf } from '../testing/dump.js';
import { namesOf, rewrapKeys } from './keyring.js';
import { VaultClosed } from './names.js';
import { openNames, sealNames } from './seal-names.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('puts behind a key what was in clear before there was one, and gives it back', async () => {
  const { owner } = database;
  const id = await createOrganization(owner, { slug: 'acme', name: 'Acme', class: 'synthetic', timezone: 'UTC' });
  // As it was before: no key, names as they were said.
  await owner.query(`delete from organization_key`);
  await owner.query(`select ensure_event_partition('2026-01-05')`);
  await owner.query(
    `insert into person (organization_id, ordinal, key, declared)
     values ($1, 0, 'Zoe@Acme.fr', true), ($1, 1, 'zoe@acme.fr', true), ($1, 2, 'slack:U7', false)`,
    [id],
  );
  await owner.query(
    `insert into person_alias (organization_id, alias, ordinal)
     values ($1, 'zoe@acme.fr', 0), ($1, 'Z-77', 0), ($1, 'slack:U7', 2)`,
    [id],
  );
  await owner.query(
    `insert into event (organization_id, day, source_id, id, digest, occurred_at, kind, quantity, actor, target)
     values ($1, '2026-01-05', 1, gen_random_uuid(), 77, '2026-01-05', 1, 1, 'Z-77', 'slack:U7'),
            ($1, '2026-01-05', 1, gen_random_uuid(), -5, '2026-01-05', 1, 1, 'slack:U7', null)`,
    [id],
  );
  await owner.query(
    `insert into network_group (organization_id, key, name, creator_key, owner_keys)
     values ($1, 'g', 'G', 'Z-77', array['slack:U7', 'Z-77'])`,
    [id],
  );
  const clear = [...(await dumpOf(owner))].filter(([table]) => table !== 'public.audit');

  await sealNames(owner, database.secret);
  const sealed = [...(await dumpOf(owner)).values()].join('\n');
  for (const name of ['zoe@acme.fr', 'Zoe@Acme.fr', 'Z-77', 'slack:U7']) expect(sealed).not.toContain(name);
  const names = await namesOf(owner, id);
  const joined = await rowsOf(
    owner,
    `select from event e join person_alias a on a.alias in (e.actor, e.target) join person p using (ordinal)`,
  );
  expect(joined).toHaveLength(3);
  const keys = await rowsOf<{ sealed: Buffer }>(
    owner,
    `select n.sealed from person p join person_alias n on n.alias = p.key order by p.ordinal`,
  );
  expect(keys.map((row) => names.open(row.sealed))).toEqual(['Zoe@Acme.fr', 'zoe@acme.fr', 'slack:U7']);
  // Nothing is left to do the second time.
  const once = await dumpOf(owner);
  await sealNames(owner, database.secret);
  expect(await dumpOf(owner)).toEqual(once);

  await owner.query(`delete from person_alias where ordinal = 1`);
  await owner.query(`delete from person where ordinal = 1`);
  await openNames(owner);
  const without = (rows: [string, string][]) =>
    rows.map(([table, text]) => [
      table,
      text
        .split('\n')
        .filter((line) => !line.includes(',1,zoe@acme.fr,'))
        .sort(),
    ]);
  expect(without([...(await dumpOf(owner))].filter(([table]) => table !== 'public.audit'))).toEqual(without(clear));
});

it('keeps the keys under another secret once the one before is given, and under no guess', async () => {
  const { owner, secret } = database;
  const id = await createOrganization(owner, { slug: 'other', name: 'Other', class: 'synthetic', timezone: 'UTC' });
  const sealed = (await namesOf(owner, id)).seal('ada');
  const next = 'n'.repeat(32);
  await expect(rewrapKeys(owner, next, 'g'.repeat(32))).rejects.toThrow(VaultClosed);
  await rewrapKeys(owner, next, secret);
  await rewrapKeys(owner, next, secret);
  const later = await openDatabase(database.url, { poolSize: 1, secret: next });
  const late = await openDatabase(database.url, { poolSize: 1, secret });
  try {
    expect((await namesOf(later, id)).open(sealed)).toBe('ada');
    await expect(namesOf(late, id)).rejects.toThrow(VaultClosed);
  } finally {
    await Promise.all([later.destroy(), late.destroy()]);
  }
});
