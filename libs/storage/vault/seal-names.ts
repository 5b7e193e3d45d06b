import { randomBytes } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { openResources } from '../scim/seal-resources.js';
import { keepKey, namesOf } from './keyring.js';
import { Names, normalName } from './names.js';
import { openRest } from './seal-rest.js';

/**
 * Puts behind a key what organisations were told before there was one: each at once, or not at all. Who has a key has
 * nothing left in clear, so that it is safe to repeat. The events of a large ledger take a while, once.
 */
export async function sealNames(owner: DataSource, secret: string): Promise<void> {
  const open = await rowsOf<{ id: string }>(
    owner,
    `select o.id from organization o
      where not exists (select from organization_key k where k.organization_id = o.id)
        and (exists (select from person p where p.organization_id = o.id)
             or exists (select from event e where e.organization_id = o.id)
             or exists (select from network_group g where g.organization_id = o.id))`,
  );
  for (const { id } of open) await owner.transaction((tx) => sealOrganization(tx, id, secret));
}

async function sealOrganization(tx: EntityManager, organizationId: string, secret: string): Promise<void> {
  const dataKey = randomBytes(32);
  await keepKey(tx, organizationId, secret, dataKey);
  const names = new Names(organizationId, dataKey);
  const known = await rowsOf<{ name: string }>(
    tx,
    `select alias as name from person_alias where organization_id = $1
      union select key from person where organization_id = $1
      union select actor from event where organization_id = $1
      union select target from event where organization_id = $1 and target is not null
      union select creator_key from network_group where organization_id = $1 and creator_key is not null
      union select unnest(owner_keys) from network_group where organization_id = $1`,
    [organizationId],
  );
  await exchangeNames(
    tx,
    known.map(({ name }) => [name, names.token(name), names.seal(name)]),
  );
  await execute(
    tx,
    `update person_alias a set alias = x.becomes, sealed = k.sealed
       from exchanged x, person p join exchanged k on k.name = p.key
      where a.organization_id = $1 and x.name = a.alias and p.organization_id = $1 and p.ordinal = a.ordinal
        and k.becomes = x.becomes`,
    [organizationId],
  );
  await execute(
    tx,
    `update person_alias a set alias = x.becomes, sealed = x.sealed
       from exchanged x where a.organization_id = $1 and x.name = a.alias and a.sealed is null`,
    [organizationId],
  );
  await separateTwins(tx, organizationId, names);
  await exchangeRest(tx, organizationId);
  await coverDigests(tx, organizationId, names);
  await tx.query(`drop table exchanged`);
}

/** Two people whose keys differ by the case of an address had a key each: the later one gets a token of its own. */
async function separateTwins(tx: EntityManager, organizationId: string, names: Names): Promise<void> {
  const twins = await rowsOf<{ ordinal: number; key: string }>(
    tx,
    `select p.ordinal, p.key from person p join exchanged x on x.name = p.key
      where p.organization_id = $1
        and exists (select from person q join exchanged y on y.name = q.key
                     where q.organization_id = $1 and y.becomes = x.becomes and q.ordinal < p.ordinal)`,
    [organizationId],
  );
  for (const { ordinal, key } of twins) {
    const token = names.token(`${key}/${ordinal}`);
    await execute(tx, `update person set key = $3 where organization_id = $1 and ordinal = $2`, [
      organizationId,
      ordinal,
      token,
    ]);
    await execute(tx, `insert into person_alias (organization_id, alias, ordinal, sealed) values ($1, $2, $3, $4)`, [
      organizationId,
      token,
      ordinal,
      names.seal(key),
    ]);
  }
}

/**
 * The way back, for whoever undoes the migration: names in clear wherever they are known. Names that nobody handed in, of
 * people only seen acting, stay tokens: nobody knows them. The pool must have been opened with the secret.
 */
export async function openNames(owner: DataSource): Promise<void> {
  const sealed = await rowsOf<{ id: string }>(owner, `select organization_id as id from organization_key`);
  for (const { id } of sealed) await owner.transaction((tx) => openOrganization(tx, id));
}

async function openOrganization(tx: EntityManager, organizationId: string): Promise<void> {
  const names = await namesOf(tx, organizationId);
  const known = await rowsOf<{ alias: string; sealed: Buffer }>(
    tx,
    `select alias, sealed from person_alias where organization_id = $1 and sealed is not null`,
    [organizationId],
  );
  await exchangeNames(
    tx,
    known.map(({ alias, sealed }) => [alias, names.open(sealed), null]),
  );
  await exchangeRest(tx, organizationId);
  const aliases = known.map(({ alias }) => alias);
  await execute(
    tx,
    `update person_alias set alias = given.name, sealed = null
       from unnest($2::text[], $3::text[]) as given (alias, name)
      where organization_id = $1 and person_alias.alias = given.alias`,
    [organizationId, aliases, known.map(({ sealed }) => normalName(names.open(sealed)))],
  );
  await coverDigests(tx, organizationId, names);
  await openRest(tx, organizationId, names);
  await openResources(tx, organizationId, names);
  await execute(tx, `delete from organization_key where organization_id = $1`, [organizationId]);
  await tx.query(`drop table exchanged`);
}

async function exchangeNames(
  tx: EntityManager,
  pairs: readonly (readonly [name: string, becomes: string, sealed: Buffer | null])[],
): Promise<void> {
  await tx.query(`create temp table exchanged (name text primary key, becomes text not null, sealed bytea)`);
  await tx.query(`insert into exchanged select * from unnest($1::text[], $2::text[], $3::bytea[])`, [
    pairs.map(([name]) => name),
    pairs.map(([, becomes]) => becomes),
    pairs.map(([, , sealed]) => sealed),
  ]);
  await tx.query(`analyze exchanged`);
}

/** Everywhere but in the aliases themselves. */
async function exchangeRest(tx: EntityManager, organizationId: string): Promise<void> {
  for (const [table, column] of [
    ['person', 'key'],
    ['event', 'actor'],
    ['event', 'target'],
    ['network_group', 'creator_key'],
  ]) {
    await execute(
      tx,
      `update ${table} t set ${column} = x.becomes from exchanged x where t.organization_id = $1 and t.${column} = x.name`,
      [organizationId],
    );
  }
  await execute(
    tx,
    `update network_group g
        set owner_keys = array(select coalesce(x.becomes, o.name)
                                 from unnest(g.owner_keys) with ordinality as o (name, place)
                                 left join exchanged x on x.name = o.name order by o.place)
      where g.organization_id = $1 and g.owner_keys <> '{}'`,
    [organizationId],
  );
}

/** The same twice over takes the cover off again. */
async function coverDigests(tx: EntityManager, organizationId: string, names: Names): Promise<void> {
  await execute(
    tx,
    `update event set digest = digest # ('x' || encode(substr(sha256($2::bytea || uuid_send(id)), 1, 8), 'hex'))::bit(64)::bigint
      where organization_id = $1`,
    [organizationId, names.coveringKey],
  );
}
