import { type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';

/** A user as the provider has them, for the directory to take. */
export interface WaitingUser {
  id: string;
  userName: string;
  externalId: string | null;
  active: boolean;
  deleted: boolean;
  attributes: Record<string, unknown>;
  version: number;
  isApproved: boolean;
  personKey: string | null;
}

const columns = `id, user_name as "userName", external_id as "externalId", active, deleted, attributes, version,
  coalesce(approved_version = version, false) as "isApproved", person_key as "personKey"`;

/** Not in the directory as they are now, nor held. */
const isWaiting = `kind = 'User' and applied_version < version and (held is null or approved_version = version)`;

const manager = `attributes #>> '{urn:ietf:params:scim:schemas:extension:enterprise:2.0:User,manager,value}'`;

/** The first that came first, some thousands at a time. */
export async function waitingUsers(tx: EntityManager, organizationId: string, limit: number): Promise<WaitingUser[]> {
  return rowsOf(
    tx,
    `select ${columns} from scim_resource where organization_id = $1 and ${isWaiting} order by modified_at, id limit $2`,
    [organizationId, limit],
  );
}

export const hasWaitingUsers = `select from scim_resource where organization_id = organization.id and ${isWaiting}`;

/** All that are about these people, the last change first; and all whose manager is one of these users. */
export async function usersAbout(
  tx: EntityManager,
  organizationId: string,
  { personKeys, managers }: { personKeys: readonly string[]; managers: readonly string[] },
): Promise<WaitingUser[]> {
  return rowsOf(
    tx,
    `
    select ${columns} from scim_resource
     where organization_id = $1 and kind = 'User' and (person_key = any($2) or ${manager} = any($3))
     order by modified_at desc, id
    `,
    [organizationId, personKeys, managers],
  );
}

/** By any of the names that a manager may be given: here, or at the provider. */
export async function personKeysOf(
  tx: EntityManager,
  organizationId: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const rows = await rowsOf<{ name: string; personKey: string }>(
    tx,
    `
    select name.value as name, found.person_key as "personKey"
      from unnest($2::text[]) as name (value)
      cross join lateral (
        select person_key from scim_resource
         where organization_id = $1 and kind = 'User' and person_key is not null and not deleted
           and (id::text = name.value or external_id = name.value or folded_user_name = lower(name.value))
         order by id::text = name.value desc, external_id = name.value desc limit 1
      ) as found
    `,
    [organizationId, names],
  );
  return new Map(rows.map(({ name, personKey }) => [name, personKey]));
}

/** Fixed from then on: another employee number later does not make another person. */
export async function savePersonKeys(
  tx: EntityManager,
  organizationId: string,
  given: ReadonlyMap<string, string>,
): Promise<void> {
  await execute(
    tx,
    `update scim_resource set person_key = row.key from unnest($2::uuid[], $3::text[]) as row (id, key)
      where organization_id = $1 and scim_resource.id = row.id`,
    [organizationId, [...given.keys()], [...given.values()]],
  );
}

/** What became of each: taken, or held. Those that were deleted at the provider, and are gone here, are forgotten. */
export async function settleUsers(
  tx: EntityManager,
  organizationId: string,
  settled: readonly { id: string; version: number; held: 'leave' | 'move' | null; entityUnknown: boolean }[],
): Promise<void> {
  await execute(
    tx,
    `
    update scim_resource
       set held = row.held, entity_unknown = row.unknown,
           applied_version = case when row.held is null then row.version else applied_version end
      from unnest($2::uuid[], $3::integer[], $4::text[], $5::boolean[]) as row (id, version, held, unknown)
     where organization_id = $1 and scim_resource.id = row.id
    `,
    [
      organizationId,
      settled.map(({ id }) => id),
      settled.map(({ version }) => version),
      settled.map(({ held }) => held),
      settled.map(({ entityUnknown }) => entityUnknown),
    ],
  );
  await execute(
    tx,
    `delete from scim_resource where organization_id = $1 and id = any($2) and deleted and applied_version = version`,
    [organizationId, settled.map(({ id }) => id)],
  );
}
