import { type DataSource } from 'typeorm';

/** What a comparison of whole organisations is read from, in the order in which it refers to itself. */
const tables = [
  ...['entity', 'entity_parent', 'wave', 'wave_entity'],
  ...['published_week', 'published_node', 'published_count'],
];

/** Gives an organisation the entities, waves and publications of another. */
export async function publishLike(owner: DataSource, model: string, copy: string): Promise<void> {
  for (const table of tables) {
    const found = await owner.query<{ name: string }[]>(
      `select quote_ident(column_name) as name from information_schema.columns
        where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO'
          and column_name <> 'organization_id'`,
      [table],
    );
    const names = found.map(({ name }) => name).join(', ');
    await owner.query(
      `insert into ${table} (organization_id, ${names}) select $2, ${names} from ${table} where organization_id = $1`,
      [model, copy],
    );
  }
}
