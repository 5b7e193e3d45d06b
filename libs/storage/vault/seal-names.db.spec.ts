import { openDatabase, rowsOf } from '../database.js';
import { readChunk } from '../import/import-chunks.js';
import { readRejects } from '../import/import-rejects.js';
import { createOrganization } from '../directory/organization.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { dumpOf } from '../testing/dump.js';
import { namesOf, rewrapKeys } from './keyring.js';
import { VaultClosed } from './names.js';
import { openNames, sealNames } from './seal-names.js';
import { sealResources } from '../scim/seal-resources.js';
import { sealRest } from './seal-rest.js';

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
  // As the migration leaves them: plain, behind a byte of 0.
  await owner.query(
    `update person set sealed_name = '\\x00'::bytea || convert_to('Zoé Martin', 'UTF8') where ordinal = 0`,
  );
  await owner.query(
    `insert into import (organization_id, id, kind, file_name, state) values ($1, 1, 'people', 'p.csv', 'held')`,
    [id],
  );
  await owner.query(
    `insert into import_reject (organization_id, import_id, position, line, code, message, sealed_id)
     select $1, 1, n, n, 'c', 'm', '\\x00'::bytea || convert_to('Z-77/' || n, 'UTF8') from generate_series(0, 120) as n`,
    [id],
  );
  await owner.query(
    `insert into import_chunk (organization_id, import_id, position, bytes)
     values ($1, 1, 0, '\\x00'::bytea || convert_to('Zoé Martin,Z-77', 'UTF8')), ($1, 1, 1, '\\x00ff00')`,
    [id],
  );
  const user = { userName: 'Zoe@Acme.fr', externalId: 'Z-77', emails: [{ value: 'zoe@acme.fr' }] };
  await owner.query(
    `insert into scim_resource (organization_id, kind, sealed, sealed_key)
     values ($1, 'User', '\\x00'::bytea || convert_to($2, 'UTF8'), '\\x00'::bytea || convert_to('Z-77', 'UTF8')),
            ($1, 'Group', '\\x00'::bytea || convert_to('{"displayName":"Zoé Martin & co"}', 'UTF8'), null)`,
    [id, JSON.stringify(user)],
  );
  const clear = [...(await dumpOf(owner))].filter(([table]) => table !== 'public.audit');

  await sealNames(owner, database.secret);
  await sealRest(owner, database.secret);
  await sealResources(owner, database.secret);
  const sealed = [...(await dumpOf(owner)).values()].join('\n');
  for (const name of ['zoe@acme.fr', 'Zoe@Acme.fr', 'Z-77', 'slack:U7', 'Martin'])
    for (const word of [name, Buffer.from(name).toString('hex')])
      expect([word, sealed.includes(word)]).toEqual([word, false]);
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
  await sealRest(owner, database.secret);
  await sealResources(owner, database.secret);
  expect(await dumpOf(owner)).toEqual(once);
  const lines = [];
  for await (const some of readRejects(owner, id, 1)) lines.push(...some);
  expect(lines.map((line) => line.id)).toEqual(Array.from({ length: 121 }, (_, n) => `Z-77/${n}`));
  expect(await readChunk(owner, id, 1, 1)).toEqual(Buffer.from([0xff, 0]));

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
