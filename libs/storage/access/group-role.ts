import { type DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { type AccountRole } from './account.table.js';
import { ScopeRefused } from './create-account.js';
import { accessOf, noteAccess } from './note-access.js';

/** What the members of a group of a provider are in one organisation. No group makes an administrator here. */
export interface GroupRole {
  provider: string;
  group: string;
  role: Exclude<AccountRole, 'admin'>;
  /** Key of the only entity that they may see; null = the whole organisation. */
  scope: string | null;
}

/** In the order in which they count: of several groups of one person, the first. */
export function readGroupRoles(db: DataSource | EntityManager, organizationId: string): Promise<GroupRole[]> {
  return rowsOf(
    db,
    `select provider, group_name as "group", role, scope_entity as scope
       from group_role where organization_id = $1 order by position`,
    [organizationId],
  );
}

/** Exactly these from now on, also for who has signed in already. Throws ScopeRefused. */
export async function replaceGroupRoles(
  db: DataSource | EntityManager,
  organizationId: string,
  wanted: readonly GroupRole[],
  by: string | null = null,
): Promise<void> {
  if (wanted.some(({ role, scope }) => role === 'local_lead' && scope === null))
    throw new ScopeRefused('scope_required', 'a local lead is given one entity of an organisation');
  await db.transaction(async (tx) => {
    const scopes = wanted.flatMap(({ scope }) => scope ?? []);
    const [strange] = await rowsOf(
      tx,
      `select 1 from unnest($2::text[]) as scope(key)
        where not exists (select from entity where organization_id = $1 and entity.key = scope.key)`,
      [organizationId, scopes],
    );
    if (strange) throw new ScopeRefused('unknown_entity', 'an organisation has no entity with this key');
    await execute(tx, `delete from group_role where organization_id = $1`, [organizationId]);
    await execute(
      tx,
      `insert into group_role (organization_id, provider, group_name, role, scope_entity, position)
       select $1, provider, group_name, role, scope, position
         from unnest($2::text[], $3::text[], $4::text[], $5::text[])
              with ordinality as wanted(provider, group_name, role, scope, position)`,
      [
        organizationId,
        ...(['provider', 'group', 'role', 'scope'] as const).map((key) => wanted.map((one) => one[key])),
      ],
    );
    const before = await accessOf(tx, { organization: organizationId });
    await applyToMembers(tx, organizationId);
    await noteAccess(tx, { organization: organizationId }, before, by);
  });
}

async function applyToMembers(tx: EntityManager, organizationId: string): Promise<void> {
  await execute(
    tx,
    `update membership set role = group_role.role, scope_entity = group_role.scope_entity
       from group_role
      where membership.organization_id = $1 and group_role.organization_id = $1
        and membership.provider = group_role.provider and membership.group_name = group_role.group_name`,
    [organizationId],
  );
  await execute(
    tx,
    `delete from membership
      where organization_id = $1 and provider is not null
        and not exists (select from group_role where group_role.organization_id = $1
                           and group_role.provider = membership.provider
                           and group_role.group_name = membership.group_name)`,
    [organizationId],
  );
}
