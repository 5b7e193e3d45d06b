import { type DataSource } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';
import { leftOutOf } from '../vault/left-out.js';
import { userNames } from './user-names.js';
import { filterSql, type ScimCondition } from './scim-filter.sql.js';

export type ScimKind = 'User' | 'Group';

/** What a provider said of somebody, or of a group, as it is given back. */
export interface ScimResource {
  id: string;
  attributes: Record<string, unknown>;
  version: number;
  createdAt: Date;
  modifiedAt: Date;
}

export interface ScimContent {
  userName: string | null;
  externalId: string | null;
  active: boolean;
  attributes: Record<string, unknown>;
}

/** Another user has that userName. */
export class UserNameTaken extends Error {
  override readonly name = 'UserNameTaken';
}

/** The person was erased or objected: nothing is kept of them. */
export class PersonLeftOut extends Error {
  override readonly name = 'PersonLeftOut';
}

/** Somebody else changed it between reading and writing. */
export class ScimVersionChanged extends Error {
  override readonly name = 'ScimVersionChanged';
}

const columns = `id, attributes, version, created_at as "createdAt", modified_at as "modifiedAt"`;

export async function findScimResource(
  db: DataSource,
  organizationId: string,
  kind: ScimKind,
  id: string,
): Promise<ScimResource | null> {
  const [row] = await rowsOf<ScimResource>(
    db,
    `select ${columns} from scim_resource where organization_id = $1 and kind = $2 and id::text = $3 and not deleted`,
    [organizationId, kind, id.toLowerCase()],
  );
  return row ?? null;
}

/** A page in the order in which they came, and how many there are in all. */
export async function listScimResources(
  db: DataSource,
  organizationId: string,
  kind: ScimKind,
  { branches, offset, limit }: { branches: readonly (readonly ScimCondition[])[]; offset: number; limit: number },
): Promise<{ total: number; resources: ScimResource[] }> {
  const parameters: unknown[] = [organizationId, kind];
  const where = `organization_id = $1 and kind = $2 and not deleted and ${filterSql(branches, parameters)}`;
  const [counted] = await rowsOf<{ total: number }>(
    db,
    `select count(*)::integer as total from scim_resource where ${where}`,
    parameters,
  );
  const resources =
    limit === 0
      ? []
      : await rowsOf<ScimResource>(
          db,
          `select ${columns} from scim_resource where ${where} order by created_at, id offset ${offset} limit ${limit}`,
          parameters,
        );
  return { total: counted?.total ?? 0, resources };
}

/** Throws UserNameTaken, PersonLeftOut. */
export async function insertScimResource(
  db: DataSource,
  organizationId: string,
  kind: ScimKind,
  content: ScimContent,
): Promise<ScimResource> {
  await refuseLeftOut(db, organizationId, content);
  const [row] = await rowsOf<ScimResource>(
    db,
    `
    insert into scim_resource (organization_id, kind, user_name, external_id, active, attributes)
    values ($1, $2, $3, $4, $5, $6)
    on conflict do nothing returning ${columns}
    `,
    [organizationId, kind, content.userName, content.externalId, content.active, content.attributes],
  );
  if (!row) throw new UserNameTaken('Another user has this userName.');
  return row;
}

/** What says the same leaves the version as it is. Throws UserNameTaken, ScimVersionChanged, PersonLeftOut. */
export async function updateScimResource(
  db: DataSource,
  organizationId: string,
  current: ScimResource,
  content: ScimContent,
): Promise<ScimResource> {
  await refuseLeftOut(db, organizationId, content);
  const touched = await execute(
    db,
    `
    update scim_resource
       set user_name = $4, external_id = $5, active = $6, attributes = $7::jsonb,
           held = case when (attributes, active) is distinct from ($7::jsonb, $6::boolean) then null else held end,
           version = version + case when (attributes, active) is distinct from ($7::jsonb, $6::boolean) then 1 else 0 end,
           modified_at = case when (attributes, active) is distinct from ($7::jsonb, $6::boolean) then now() else modified_at end
     where organization_id = $1 and id = $2 and version = $3 and not deleted
    `,
    [
      organizationId,
      current.id,
      current.version,
      content.userName,
      content.externalId,
      content.active,
      content.attributes,
    ],
  ).catch((error: unknown) => {
    throw isTaken(error) ? new UserNameTaken('Another user has this userName.') : error;
  });
  if (touched === 0) throw new ScimVersionChanged('The resource was changed meanwhile.');
  const [row] = await rowsOf<ScimResource>(
    db,
    `select ${columns} from scim_resource where organization_id = $1 and id = $2`,
    [organizationId, current.id],
  );
  if (!row) throw new ScimVersionChanged('The resource was removed meanwhile.');
  return row;
}

async function refuseLeftOut(db: DataSource, organizationId: string, content: ScimContent): Promise<void> {
  const leftOut = await leftOutOf(db, organizationId);
  if (leftOut.size === 0) return;
  const names = await namesOf(db, organizationId);
  if (userNames(content).some((name) => leftOut.has(names.token(name))))
    throw new PersonLeftOut('Nothing is kept of this person, who was erased or objected.');
}

const isTaken = (error: unknown) => (error as { code?: string } | null)?.code === '23505';

/** Whoever is deleted leaves the directory; a worker sees to it, and forgets the resource. False = there is none. */
export async function deleteScimResource(
  db: DataSource,
  organizationId: string,
  kind: ScimKind,
  current: ScimResource,
): Promise<boolean> {
  const parameters = [organizationId, current.id, current.version];
  const touched =
    kind === 'Group'
      ? await execute(
          db,
          `delete from scim_resource where organization_id = $1 and id = $2 and version = $3`,
          parameters,
        )
      : await execute(
          db,
          `
          update scim_resource set deleted = true, active = false, held = null, version = version + 1, modified_at = now()
           where organization_id = $1 and id = $2 and version = $3 and not deleted
          `,
          parameters,
        );
  return touched > 0;
}
