import { type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';
import { type Identities } from './identify-people.js';
import { type NumberedPerson } from './person-input.js';

/** Names are kept for who holds a mandate, of nobody else. What the directory says of somebody outweighs an account. */
export async function describePeople(
  tx: EntityManager,
  organizationId: string,
  people: readonly NumberedPerson[],
  { ordinals }: Identities,
  areAccounts: boolean,
) {
  const last = new Map(people.map(({ row }) => [row.personId, row]));
  const asked = [...last].map(([key, row]) => ({ ordinal: ordinals.get(key), bot: row.bot }));
  const bots = await rowsOf<{ ordinal: number }>(
    tx,
    `
    with changed as (
      update person set bot = row.bot or $4 and person.bot
        from unnest($2::integer[], $3::boolean[]) as row (ordinal, bot)
       where person.organization_id = $1 and person.ordinal = row.ordinal
         and person.bot is distinct from (row.bot or $4 and person.bot)
      returning person.ordinal
    )
    select ordinal from changed
    `,
    [organizationId, asked.map(({ ordinal }) => ordinal), asked.map(({ bot }) => bot), areAccounts],
  );
  const given = new Map([...last].map(([key, row]) => [ordinals.get(key), row.name]));
  const named = await nameHolders(tx, organizationId, given, areAccounts);
  const changed = bots.map((row) => row.ordinal);
  return { changed: new Set([...changed, ...named]), botsChanged: changed.length > 0 };
}

/** Returns whose name is another than before: what is sealed is equal only once it is opened. */
async function nameHolders(
  tx: EntityManager,
  organizationId: string,
  given: ReadonlyMap<number | undefined, string | null>,
  areAccounts: boolean,
): Promise<number[]> {
  const rows = await rowsOf<{ ordinal: number; sealed: Buffer | null; holds: boolean }>(
    tx,
    `
    select p.ordinal, p.sealed_name as sealed, m.ordinal is not null as holds
      from person p
      left join (select distinct ordinal from mandate where organization_id = $1) as m on m.ordinal = p.ordinal
     where p.organization_id = $1 and p.ordinal = any($2) and (m.ordinal is not null or p.sealed_name is not null)
    `,
    [organizationId, [...given.keys()]],
  );
  const names = await namesOf(tx, organizationId);
  const changed = rows.flatMap(({ ordinal, sealed, holds }) => {
    const before = sealed && names.open(sealed);
    const now = given.get(ordinal) ?? null;
    const name = !holds ? null : areAccounts ? (before ?? now) : (now ?? before);
    return name === before ? [] : [{ ordinal, sealed: name === null ? null : names.seal(name) }];
  });
  await execute(
    tx,
    `update person set sealed_name = row.sealed from unnest($2::integer[], $3::bytea[]) as row (ordinal, sealed)
      where person.organization_id = $1 and person.ordinal = row.ordinal`,
    [organizationId, changed.map((row) => row.ordinal), changed.map((row) => row.sealed)],
  );
  return changed.map(({ ordinal }) => ordinal);
}
