import { type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';

/** Where everybody of the directory is on a day, by key of the person; service accounts are told apart. */
export async function placesOnDay(
  tx: EntityManager,
  organizationId: string,
  day: string,
): Promise<Map<string, { entity: string; bot: boolean }>> {
  const names = await namesOf(tx, organizationId);
  const rows = await rowsOf<{ key: Buffer; entity: string; bot: boolean }>(
    tx,
    `select n.sealed as key, a.entity_key as entity, p.bot
       from assignment a
       join person p on p.organization_id = a.organization_id and p.ordinal = a.ordinal
       join person_alias n on n.organization_id = $1 and n.alias = p.key
      where a.organization_id = $1 and a.valid_from <= $2::date and a.valid_to > $2::date and p.declared`,
    [organizationId, day],
  );
  return new Map(rows.map(({ key, entity, bot }) => [names.open(key), { entity, bot }]));
}
