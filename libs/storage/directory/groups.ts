import { type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';
import { leftOutOf } from '../vault/left-out.js';

export interface GroupInput {
  groupId: string;
  name: string;
  kind: string | null;
  creatorId: string | null;
  ownerIds: readonly string[];
  entity: string | null;
  /** Months that it is planned to run; absent or null = open-ended. */
  plannedMonths?: number | null;
  createdAt: string | null;
  archivedAt: string | null;
  hasDescription: boolean | null;
  open: boolean | null;
}

/** Returns the keys of those that changed. A kind that was set by hand stays. Safe to repeat. */
export async function saveGroups(
  tx: EntityManager,
  organizationId: string,
  groups: readonly GroupInput[],
): Promise<Set<string>> {
  const names = await namesOf(tx, organizationId);
  const leftOut = await leftOutOf(tx, organizationId);
  const tokens = (given: readonly string[]) =>
    given.map((name) => names.token(name)).filter((token) => !leftOut.has(token));
  const rows = await rowsOf<{ key: string }>(
    tx,
    `
    insert into network_group as kept (organization_id, key, name, kind, creator_key, owner_keys, created_at, archived_at, has_description, open, entity_key, planned_months, kind_in_file)
    select $1, key, name, kind, creator, array(select jsonb_array_elements_text(owners)), created, archived, description, open, entity, months, kind
      from jsonb_to_recordset($2) as row (key text, name text, kind text, creator text, owners jsonb, created timestamptz,
                                          archived timestamptz, description boolean, open boolean, entity text, months smallint)
    on conflict (organization_id, key) do update
       set name = excluded.name, kind_in_file = excluded.kind,
           kind = case when kept.kind_set_at is null then excluded.kind else kept.kind end, creator_key = excluded.creator_key, owner_keys = excluded.owner_keys,
           created_at = excluded.created_at, archived_at = excluded.archived_at, has_description = excluded.has_description, open = excluded.open,
           entity_key = excluded.entity_key, planned_months = excluded.planned_months
     where (kept.name, kept.kind_in_file, kept.creator_key, kept.owner_keys, kept.created_at, kept.archived_at, kept.has_description, kept.open, kept.entity_key,
            kept.planned_months)
           is distinct from (excluded.name, excluded.kind, excluded.creator_key, excluded.owner_keys, excluded.created_at,
                             excluded.archived_at, excluded.has_description, excluded.open, excluded.entity_key,
                             excluded.planned_months)
    returning key
    `,
    [
      organizationId,
      JSON.stringify(
        groups.map((group) => ({
          key: group.groupId,
          name: group.name,
          kind: group.kind,
          creator: tokens(group.creatorId === null ? [] : [group.creatorId])[0] ?? null,
          owners: tokens(group.ownerIds),
          created: group.createdAt,
          archived: group.archivedAt,
          description: group.hasDescription,
          open: group.open,
          entity: group.entity,
          months: group.plannedMonths ?? null,
        })),
      ),
    ],
  );
  return new Set(rows.map((row) => row.key));
}
