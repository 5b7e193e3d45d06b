import { type DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';

/** What a group is said to be: by its file, or by hand, which wins. */
export interface GroupKind {
  key: string;
  name: string;
  kind: string | null;
  kindInFile: string | null;
  byHand: boolean;
}

/** Every group that a file named, by name. Nobody's membership. */
export function readGroupKinds(db: DataSource | EntityManager, organizationId: string): Promise<GroupKind[]> {
  return rowsOf(
    db,
    `select key, name, kind, kind_in_file as "kindInFile", kind_set_at is not null as "byHand"
       from network_group where organization_id = $1 order by lower(name), key`,
    [organizationId],
  );
}

/** `as_imported` takes back what was said by hand; null = no kind. */
interface KindChange {
  group: string;
  kind: string | null;
}

const asImported = 'as_imported';

/** Locks these groups until the transaction ends, so that nobody changes them meanwhile; the kinds each has or may get back. */
export async function lockGroupKinds(
  tx: EntityManager,
  organizationId: string,
  keys: readonly string[],
): Promise<Map<string, (string | null)[]>> {
  const rows = await rowsOf<{ key: string; kind: string | null; kindInFile: string | null }>(
    tx,
    `select key, kind, kind_in_file as "kindInFile" from network_group
      where organization_id = $1 and key = any($2) order by key for update`,
    [organizationId, keys],
  );
  return new Map(rows.map(({ key, kind, kindInFile }) => [key, [kind, kindInFile]]));
}

/** Sets kinds by hand; a later file of groups leaves them. Returns how many changed. Safe to repeat. */
export async function setGroupKinds(
  tx: EntityManager,
  organizationId: string,
  changes: readonly KindChange[],
): Promise<number> {
  const rows = await rowsOf<{ key: string }>(
    tx,
    `
    with said as (
      select key, nullif(kind, $4) as kind, kind is distinct from $4 as by_hand
        from unnest($2::text[], $3::text[]) as s(key, kind)
    ), changed as (
      update network_group g
         set kind = case when s.by_hand then s.kind else g.kind_in_file end,
             kind_set_at = case when s.by_hand then now() end
        from said s
       where g.organization_id = $1 and g.key = s.key
         and (g.kind, g.kind_set_at is not null)
             is distinct from (case when s.by_hand then s.kind else g.kind_in_file end, s.by_hand)
      returning g.key
    )
    select key from changed
    `,
    [organizationId, changes.map(({ group }) => group), changes.map(({ kind }) => kind), asImported],
  );
  return rows.length;
}
