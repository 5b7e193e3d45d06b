import { type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';

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
  const rows = await rowsOf<StandingPerson & { key: string }>(
    tx,
    `select p.key, a.entity_key as entity, m.key as manager, a.level, a.site, a.trade, a.manages, p.bot,
            a.valid_from < $2::date as "isOld"
       from assignment a
       join person p on p.organization_id = a.organization_id and p.ordinal = a.ordinal
       left join person m on m.organization_id = a.organization_id and m.ordinal = a.manager_ordinal
      where a.organization_id = $1 and a.valid_from <= $2::date and a.valid_to > $2::date and p.declared`,
    [organizationId, day],
  );
  return new Map(rows.map(({ key, ...person }) => [key, person]));
}

/** Name under which somebody is known → key of the person: its own, or an alias. Of those that are declared. */
export async function declaredPeople(
  tx: EntityManager,
  organizationId: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const rows = await rowsOf<{ name: string; key: string }>(
    tx,
    `
    select name.value as name, person.key
      from unnest($2::text[]) as name (value)
      join person_alias on person_alias.organization_id = $1 and person_alias.alias = alias_of(name.value)
      join person on person.organization_id = $1 and person.ordinal = person_alias.ordinal and person.declared
    `,
    [organizationId, names],
  );
  return new Map(rows.map(({ name, key }) => [name, key]));
}

/** Keys of service accounts, of those given. */
export async function botsAmong(
  tx: EntityManager,
  organizationId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const rows = await rowsOf<{ key: string }>(
    tx,
    `select key from person where organization_id = $1 and key = any($2) and bot`,
    [organizationId, keys],
  );
  return new Set(rows.map(({ key }) => key));
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
