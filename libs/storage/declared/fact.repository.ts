import { type DataSource, type EntityManager } from 'typeorm';
import { type Facts } from '#domain/declared/facts.js';
import { execute, rowsOf } from '../database.js';
import { columnOf, type FactTable, factTables, type PlainKind } from './fact-table.js';

const listed = (fields: readonly string[], alias = ''): string =>
  fields.map((field) => `${alias}${columnOf(field)}`).join(', ');
const given = (fields: readonly string[]): string => fields.map((field) => `g."${field}"`).join(', ');
const typed = (columns: Record<string, string>): string =>
  Object.entries(columns)
    .map(([field, type]) => `"${field}" ${type}`)
    .join(', ');
const fieldsOf = ({ key, rest }: FactTable) => ({ key: Object.keys(key), rest: Object.keys(rest) });

/** Each fact becomes what is given. Returns the places, in the list, of those that changed something. Safe to repeat. */
export async function saveFacts<K extends PlainKind>(
  tx: EntityManager,
  organizationId: string,
  kind: K,
  facts: readonly Facts[K][],
): Promise<number[]> {
  if (facts.length === 0) return [];
  const table = factTables[kind];
  const { key, rest } = fieldsOf(table);
  const rows = await rowsOf<{ place: number }>(
    tx,
    `
    with given as (
      select * from jsonb_to_recordset($2::jsonb) as r (place integer, ${typed({ ...table.key, ...table.rest })})
    ), changed as (
      select g.* from given g
       where not exists (select from ${table.name} k
                          where k.organization_id = $1 and (${listed(key, 'k.')}) = (${given(key)})
                            and (${listed(rest, 'k.')}) is not distinct from (${given(rest)}))
    ), written as (
      insert into ${table.name} (organization_id, ${listed([...key, ...rest])})
      select $1, ${given([...key, ...rest])} from changed g
      on conflict (organization_id, ${listed(key)}) do update
         set ${rest.map((field) => `${columnOf(field)} = excluded.${columnOf(field)}`).join(', ')}
    )
    select place from changed order by place
    `,
    [organizationId, JSON.stringify(facts.map((fact, place) => ({ ...fact, place })))],
  );
  return rows.map((row) => row.place);
}

/** In the order of their keys. */
export function readFacts<K extends PlainKind>(
  db: DataSource | EntityManager,
  organizationId: string,
  kind: K,
): Promise<Facts[K][]> {
  const table = factTables[kind];
  const { key, rest } = fieldsOf(table);
  const columns = [...key, ...rest].map((field) => `${columnOf(field)} as "${field}"`).join(', ');
  return rowsOf(db, `select ${columns} from ${table.name} where organization_id = $1 order by ${listed(key)}`, [
    organizationId,
  ]);
}

/** Takes the facts of these keys back; what hangs on them goes along. Returns how many there were. */
export async function withdrawFacts(
  tx: EntityManager,
  organizationId: string,
  kind: PlainKind,
  keys: readonly Readonly<Record<string, unknown>>[],
): Promise<number> {
  const table = factTables[kind];
  const { key } = fieldsOf(table);
  return execute(
    tx,
    `delete from ${table.name} k using jsonb_to_recordset($2::jsonb) as g (${typed(table.key)})
      where k.organization_id = $1 and (${listed(key, 'k.')}) = (${given(key)})`,
    [organizationId, JSON.stringify(keys)],
  );
}
