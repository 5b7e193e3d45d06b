import { type DataSource } from 'typeorm';
import { type DirectoryPart, directoryParts } from '#domain/dossier/directory-parts.js';
import { rowsOf } from '../database.js';

/** Notes of the files of people, by what they tell. */
const codeOf: Record<DirectoryPart, string> = {
  entity: 'directory_entities',
  link: 'directory_links',
  said: 'directory_said',
  level: 'directory_levels',
  days: 'directory_days',
  site: 'directory_sites',
  trade: 'directory_trades',
};

/**
 * What files of people really said of anybody. Null where none came, where one is older than these notes, and where a
 * provider pushes people, who may say more at any moment.
 */
export async function directoryPartsOf(db: DataSource, organizationId: string): Promise<DirectoryPart[] | null> {
  const files = await rowsOf<{ notes: { code: string; times: number }[] }>(
    db,
    `select notes from import
      where organization_id = $1 and state = 'done' and coalesce((options->>'dryRun')::boolean, false) = false
        and notes @> '[{"code": "directory_people"}]'`,
    [organizationId],
  );
  const [pushed] = await rowsOf<{ some: boolean }>(
    db,
    `select exists (select from scim_resource where organization_id = $1 and kind = 'User') as some`,
    [organizationId],
  );
  const isNoted = files.every(({ notes }) => notes.some(({ code }) => code === codeOf.link));
  if (files.length === 0 || !isNoted || pushed?.some === true) return null;
  const told = new Set(files.flatMap(({ notes }) => notes.flatMap(({ code, times }) => (times > 0 ? [code] : []))));
  return directoryParts.filter((part) => told.has(codeOf[part]));
}
