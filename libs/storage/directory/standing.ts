import { type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';

/** Where somebody of the directory is on a day. */
export interface StandingPerson {
  entity: string;
  manager: string | null;
  level: number | null;
  site: string | null;
  trade: string | null;
  manages: boolean | null;
  bot: boolean;
  /** They were there the day before. */
  isOld: boolean;
}

/** Everybody of the directory on that day, by key of the person. */
export async function standingOn(
  tx: EntityManager,
  organizationId: string,
  day: string,
): Promise<Map<string, StandingPerson>> {
  const names = await namesOf(tx, organizationId);
  const rows = await rowsOf<Omit<StandingPerson, 'manager'> & { key: Buffer; manager: Buffer | null }>(
    tx,
    `select pn.sealed as key, a.entity_key as entity, mn.sealed as manager, a.level, a.site, a.trade, a.manages, p.bot,
            a.valid_from < $2::date as "isOld"
       from assignment a
       join person p on p.organization_id = a.organization_id and p.ordinal = a.ordinal
       join person_alias pn on pn.organization_id = $1 and pn.alias = p.key
       left join person m on m.organization_id = a.organization_id and m.ordinal = a.manager_ordinal
       left join person_alias mn on mn.organization_id = $1 and mn.alias = m.key
      where a.organization_id = $1 and a.valid_from <= $2::date and a.valid_to > $2::date and p.declared`,
    [organizationId, day],
  );
  return new Map(
    rows.map(({ key, manager, ...person }) => [
      names.open(key),
      { ...person, manager: manager === null ? null : names.open(manager) },
    ]),
  );
}

/** Name under which somebody is known → key of the person: its own, or an alias. Of those that are declared. */
export async function declaredPeople(
  tx: EntityManager,
  organizationId: string,
  given: readonly string[],
): Promise<Map<string, string>> {
  const names = await namesOf(tx, organizationId);
  const rows = await rowsOf<{ alias: string; key: Buffer }>(
    tx,
    `
    select named.alias, own.sealed as key
      from person_alias as named
      join person on person.organization_id = $1 and person.ordinal = named.ordinal and person.declared
      join person_alias as own on own.organization_id = $1 and own.alias = person.key
     where named.organization_id = $1 and named.alias = any($2)
    `,
    [organizationId, given.map((name) => names.token(name))],
  );
  const keys = new Map(rows.map(({ alias, key }) => [alias, names.open(key)]));
  return new Map(
    given.flatMap((name) => {
      const key = keys.get(names.token(name));
      return key === undefined ? [] : [[name, key] as const];
    }),
  );
}

/** Keys of service accounts, of those given. */
export async function botsAmong(
  tx: EntityManager,
  organizationId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const names = await namesOf(tx, organizationId);
  const rows = await rowsOf<{ key: string }>(
    tx,
    `select key from person where organization_id = $1 and key = any($2) and bot`,
    [organizationId, keys.map((key) => names.token(key))],
  );
  const bots = new Set(rows.map(({ key }) => key));
  return new Set(keys.filter((key) => bots.has(names.token(key))));
}

/** Every entity with its name and its last parent. */
export async function namedEntities(
  tx: EntityManager,
  organizationId: string,
): Promise<{ key: string; name: string; parent: string | null }[]> {
  return rowsOf(
    tx,
    `
    select entity.key, entity.name, link.parent_key as parent
      from entity
      left join entity_parent as link
        on link.organization_id = entity.organization_id and link.entity_key = entity.key and link.valid_to = 'infinity'
     where entity.organization_id = $1 order by entity.key
    `,
    [organizationId],
  );
}
