import { type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { type Names } from '../vault/names.js';
import { openAttributes, type ScimAttributes, type ScimContent, textOf, withoutThem } from './sealed-content.js';
import { rewrite } from './scim-resources.js';
import { userNames } from './user-names.js';

/** Groups that are open at the same time. */
const atATime = 500;

/** Users of the provider for whom one of the tokens may stand, with all their names. */
export async function openUserNames(
  tx: EntityManager,
  organizationId: string,
  names: Names,
  tokens: readonly string[],
): Promise<{ id: string; names: string[] }[]> {
  const rows = await rowsOf<{ id: string; sealed: Buffer; key: Buffer | null }>(
    tx,
    `select id, sealed, sealed_key as key from scim_resource
      where organization_id = $1 and kind = 'User' and (name_tokens && $2 or person_key = any($2))`,
    [organizationId, tokens],
  );
  return rows.map(({ id, sealed, key }) => ({
    id,
    names: [...userNames(contentOf(openAttributes(names, sealed))), ...(key === null ? [] : [names.open(key)])],
  }));
}

/** What is kept of these users, as the provider said it. */
export async function saidOfUsers(
  tx: EntityManager,
  organizationId: string,
  names: Names,
  ids: readonly string[],
): Promise<{ said: string }[]> {
  const rows = await rowsOf<{ sealed: Buffer }>(
    tx,
    `select sealed from scim_resource where organization_id = $1 and id = any($2::uuid[]) order by created_at`,
    [organizationId, ids],
  );
  return rows.map(({ sealed }) => ({ said: JSON.stringify(openAttributes(names, sealed)) }));
}

/** Whoever is erased is no longer named as the manager of others, or as a member of a group. */
export async function forgetAmongOthers(
  tx: EntityManager,
  organizationId: string,
  names: Names,
  { tokens, scim }: { tokens: readonly string[]; scim: readonly string[] },
): Promise<void> {
  const forgotten = new Set([...tokens, ...scim.map((id) => names.token(id))]);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await rowsOf<{ id: string; kind: 'User' | 'Group'; active: boolean; sealed: Buffer }>(
      tx,
      `select id, kind, active, sealed from scim_resource
        where organization_id = $1 and id > $2 and (kind = 'Group' or manager_token = any($3))
        order by id limit ${atATime}`,
      [organizationId, after, [...forgotten]],
    );
    for (const { id, kind, active, sealed } of rows) {
      const said = openAttributes(names, sealed);
      const attributes = withoutThem(said, (name) => forgotten.has(names.token(name)));
      if (JSON.stringify(attributes) === JSON.stringify(said)) continue;
      const { userName, externalId } = contentOf(attributes);
      const content = { userName: kind === 'User' ? userName : null, externalId, active, attributes };
      await rewrite(tx, organizationId, id, content, names);
    }
    const last = rows.at(-1);
    if (!last || rows.length < atATime) return;
    after = last.id;
  }
}

const contentOf = (attributes: ScimAttributes): Omit<ScimContent, 'active'> => ({
  userName: textOf(attributes, 'userName'),
  externalId: textOf(attributes, 'externalId'),
  attributes,
});
