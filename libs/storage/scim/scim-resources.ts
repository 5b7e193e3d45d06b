import { isDeepStrictEqual } from 'node:util';
import { type DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';
import { leftOutOf } from '../vault/left-out.js';
import { type Names } from '../vault/names.js';
import {
  contentColumns,
  contentValues,
  openAttributes,
  type ScimAttributes,
  type ScimContent,
  withoutThem,
} from './sealed-content.js';
import { userNames } from './user-names.js';

export type ScimKind = 'User' | 'Group';

/** What a provider said of somebody, or of a group, as it is given back. */
export interface ScimResource {
  id: string;
  attributes: ScimAttributes;
  version: number;
  createdAt: Date;
  modifiedAt: Date;
}

/** The same as it is kept. */
export type ResourceRow = Omit<ScimResource, 'attributes'> & { sealed: Buffer };

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

export const resourceColumns = `id, sealed, version, created_at as "createdAt", modified_at as "modifiedAt"`;

/** The one door to what is sealed of a resource. Throws VaultClosed. */
export const opened = (names: Names, { sealed, ...row }: ResourceRow): ScimResource => ({
  ...row,
  attributes: openAttributes(names, sealed),
});

export async function findScimResource(
  db: DataSource,
  organizationId: string,
  kind: ScimKind,
  id: string,
): Promise<ScimResource | null> {
  const [row] = await rowsOf<ResourceRow>(
    db,
    `select ${resourceColumns} from scim_resource where organization_id = $1 and kind = $2 and id::text = $3 and not deleted`,
    [organizationId, kind, id.toLowerCase()],
  );
  return row ? opened(await namesOf(db, organizationId), row) : null;
}

/** Throws UserNameTaken, PersonLeftOut. */
export async function insertScimResource(
  db: DataSource,
  organizationId: string,
  kind: ScimKind,
  said: ScimContent,
): Promise<ScimResource> {
  const names = await namesOf(db, organizationId);
  const content = await withoutLeftOut(db, organizationId, names, said);
  const [row] = await rowsOf<ResourceRow>(
    db,
    `
    insert into scim_resource (organization_id, kind, active, ${contentColumns.join(', ')})
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict do nothing returning ${resourceColumns}
    `,
    [organizationId, kind, content.active, ...contentValues(names, content)],
  );
  if (!row) throw new UserNameTaken('Another user has this userName.');
  return opened(names, row);
}

/** What says the same leaves the version as it is. Throws UserNameTaken, ScimVersionChanged, PersonLeftOut. */
export async function updateScimResource(
  db: DataSource,
  organizationId: string,
  { id, version }: Pick<ScimResource, 'id' | 'version'>,
  said: ScimContent,
): Promise<ScimResource> {
  const names = await namesOf(db, organizationId);
  const content = await withoutLeftOut(db, organizationId, names, said);
  return db.transaction(async (tx) => {
    const [before] = await rowsOf<ResourceRow & { active: boolean }>(
      tx,
      `select ${resourceColumns}, active from scim_resource
        where organization_id = $1 and id = $2 and version = $3 and not deleted for update`,
      [organizationId, id, version],
    );
    if (!before) throw new ScimVersionChanged('The resource was changed meanwhile.');
    const { active, ...row } = before;
    const known = opened(names, row);
    if (active === content.active && isDeepStrictEqual(known.attributes, content.attributes)) return known;
    await rewrite(tx, organizationId, id, content, names).catch((error: unknown) => {
      throw isTaken(error) ? new UserNameTaken('Another user has this userName.') : error;
    });
    const [after] = await rowsOf<ResourceRow>(
      tx,
      `select ${resourceColumns} from scim_resource where organization_id = $1 and id = $2`,
      [organizationId, id],
    );
    if (!after) throw new ScimVersionChanged('The resource was removed meanwhile.');
    return opened(names, after);
  });
}

/** Another version, which the directory has to take. */
export async function rewrite(
  tx: EntityManager,
  organizationId: string,
  id: string,
  content: ScimContent,
  names: Names,
): Promise<void> {
  await execute(
    tx,
    `
    update scim_resource
       set active = $3, ${contentColumns.map((column, n) => `${column} = $${n + 4}`).join(', ')},
           held = null, version = version + 1, modified_at = now()
     where organization_id = $1 and id = $2
    `,
    [organizationId, id, content.active, ...contentValues(names, content)],
  );
}

/** Whoever was left out is kept neither for themselves nor as somebody's manager or as a member. */
async function withoutLeftOut(
  db: DataSource,
  organizationId: string,
  names: Names,
  content: ScimContent,
): Promise<ScimContent> {
  const leftOut = await leftOutOf(db, organizationId);
  if (leftOut.size === 0) return content;
  const isLeftOut = (name: string) => leftOut.has(names.token(name));
  if (userNames(content).some(isLeftOut))
    throw new PersonLeftOut('Nothing is kept of this person, who was erased or objected.');
  return { ...content, attributes: withoutThem(content.attributes, isLeftOut) };
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
