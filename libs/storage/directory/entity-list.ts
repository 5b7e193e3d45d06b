import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { type EntityInput } from './entities.js';

/** Every entity under its parent of the end, by key: what a file of entities would say of them. */
export async function listEntities(db: DataSource, organizationId: string): Promise<EntityInput[]> {
  return rowsOf(
    db,
    `
    select entity.key as "entityId", link.parent_key as "parentId", entity.name, entity.kind, entity.country, entity.timezone
      from entity
      left join entity_parent as link
        on link.organization_id = $1 and link.entity_key = entity.key and link.valid_to = 'infinity'
     where entity.organization_id = $1 order by entity.key
    `,
    [organizationId],
  );
}
