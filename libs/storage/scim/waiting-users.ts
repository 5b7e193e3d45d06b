import { type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';
import { type Names } from '../vault/names.js';
import { foldedToken, managerOf, openAttributes, type ScimAttributes, textOf } from './sealed-content.js';

/** A user as the provider has them, for the directory to take. */
export interface WaitingUser {
  id: string;
  userName: string;
  externalId: string | null;
  active: boolean;
  deleted: boolean;
  attributes: ScimAttributes;
  version: number;
  isApproved: boolean;
  personKey: string | null;
}

type UserRow = Omit<WaitingUser, 'userName' | 'externalId' | 'attributes' | 'personKey'> & {
  sealed: Buffer;
  sealedKey: Buffer | null;
};

const columns = `id, active, deleted, sealed, version, coalesce(approved_version = version, false) as "isApproved",
  sealed_key as "sealedKey"`;

function openUser(names: Names, { sealed, sealedKey, ...row }: UserRow): WaitingUser {
  const attributes = openAttributes(names, sealed);
  return {
    ...{ ...row, attributes, userName: textOf(attributes, 'userName') ?? '' },
    externalId: textOf(attributes, 'externalId'),
    personKey: sealedKey === null ? null : names.open(sealedKey),
  };
}

/** Not in the directory as they are now, nor held. */
const isWaiting = `kind = 'User' and applied_version < version and (held is null or approved_version = version)`;

/** The first that came first, some thousands at a time. */
export async function waitingUsers(tx: EntityManager, organizationId: string, limit: number): Promise<WaitingUser[]> {
  const names = await namesOf(tx, organizationId);
  const rows = await rowsOf<UserRow>(
    tx,
    `select ${columns} from scim_resource where organization_id = $1 and ${isWaiting} order by modified_at, id limit $2`,
    [organizationId, limit],
  );
  return rows.map((row) => openUser(names, row));
}

export const hasWaitingUsers = `select from scim_resource where organization_id = organization.id and ${isWaiting}`;

/** All that are about these people, the last change first; and all whose manager is one of these users. */
export async function usersAbout(
  tx: EntityManager,
  organizationId: string,
  { personKeys, managers }: { personKeys: readonly string[]; managers: readonly string[] },
): Promise<WaitingUser[]> {
  const names = await namesOf(tx, organizationId);
  const tokens = (given: readonly string[]) => given.map((name) => names.token(name));
  const rows = await rowsOf<UserRow>(
    tx,
    `
    select ${columns} from scim_resource
     where organization_id = $1 and kind = 'User' and (person_key = any($2) or manager_token = any($3))
     order by modified_at desc, id
    `,
    [organizationId, tokens(personKeys), tokens(managers)],
  );
  // A token stands for an address in any case; whom the provider means is told by what it spelled.
  const [keys, chiefs] = [new Set(personKeys), new Set(managers)];
  return rows
    .map((row) => openUser(names, row))
    .filter(({ personKey, attributes }) => {
      const manager = managerOf(attributes);
      return (personKey !== null && keys.has(personKey)) || (manager !== null && chiefs.has(manager));
    });
}

const looksLikeId = /^[0-9a-f-]{36}$/;

/** By any of the names that a manager may be given: here, or at the provider. */
export async function personKeysOf(
  tx: EntityManager,
  organizationId: string,
  given: readonly string[],
): Promise<Map<string, string>> {
  const names = await namesOf(tx, organizationId);
  const rows = await rowsOf<{ place: number; sealedKey: Buffer }>(
    tx,
    `
    select name.place, found.sealed_key as "sealedKey"
      from unnest($2::text[], $3::text[], $4::text[]) with ordinality as name (id, said, folded, place)
      cross join lateral (
        select sealed_key from scim_resource
         where organization_id = $1 and kind = 'User' and sealed_key is not null and not deleted
           and (id::text = name.id or external_token = name.said or user_token = name.folded)
         order by coalesce(id::text = name.id, false) desc, coalesce(external_token = name.said, false) desc limit 1
      ) as found
    `,
    [
      organizationId,
      given.map((name) => (looksLikeId.test(name) ? name : null)),
      given.map((name) => names.token(name)),
      given.map((name) => foldedToken(names, name)),
    ],
  );
  return new Map(rows.map(({ place, sealedKey }) => [given[place - 1] ?? '', names.open(sealedKey)]));
}

/** Fixed from then on: another employee number later does not make another person. */
export async function savePersonKeys(
  tx: EntityManager,
  organizationId: string,
  given: ReadonlyMap<string, string>,
): Promise<void> {
  const names = await namesOf(tx, organizationId);
  const keys = [...given.values()];
  await execute(
    tx,
    `update scim_resource set person_key = row.token, sealed_key = row.sealed
       from unnest($2::uuid[], $3::text[], $4::bytea[]) as row (id, token, sealed)
      where organization_id = $1 and scim_resource.id = row.id`,
    [organizationId, [...given.keys()], keys.map((key) => names.token(key)), keys.map((key) => names.seal(key))],
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
