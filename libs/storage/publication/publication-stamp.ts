import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';

/**
 * Changes with everything that a page reads of an organisation: its publications, and the declared waves, shocks,
 * targets, entities and thresholds that they are laid over. Two equal stamps promise equal answers.
 */
export async function publicationStamp(db: DataSource, organizationId: string): Promise<string> {
  const [row] = await rowsOf<{ stamp: string }>(db, selectStamp, [organizationId]);
  return row?.stamp ?? '';
}

const digest = (table: string, line: string) => `
  (select md5(coalesce(string_agg(${line}, ' ' order by ${line}), '')) from ${table} t where organization_id = $1)`;

// Instants of publication one by one: the latest of them would miss a transaction that began early and ended late.
const selectStamp = `
  select concat_ws('/',
           (select concat_ws(' ', k, bands, name, modules, active_definition) from organization where id = $1),
           ${digest('published_week', `concat(week_end, published_at, undone_at)`)},
           ${digest('wave', 't::text')},
           ${digest('shock', 't::text')},
           ${digest('target', 't::text')},
           ${digest('source_evidence', `concat(source_id, ' ', kind, ' ', targets, ' ', parents, ' ', groups)`)},
           (select concat_ws(' ', bool_or(has_creator), bool_or(has_owner), bool_or(has_description is not null),
                   md5(string_agg(concat(key, ' ', kind), ' ' order by key)))
              from network_group where organization_id = $1),
           (select max(id) from voice_setting where organization_id = $1),
           (select count(*) from action where organization_id = $1 and kind = 'launch_message' and object_key is not null),
           (select sum(managers) from turnout where organization_id = $1),
           ${digest('entity', `concat(key, ' ', kind)`)},
           ${digest('wave_entity', `concat(entity_key, ' ', wave_key)`)},
           ${digest('entity_parent', `concat(entity_key, ' ', parent_key, ' ', valid_from, ' ', valid_to)`)}) as stamp`;
