import { type DataSource } from 'typeorm';
import {
  builtInProfiles,
  emptyReading,
  type FileReading,
  type ImportProfile,
  readingOver,
  type Said,
} from '#domain/files/import-profile.js';
import { execute, rowsOf } from '../database.js';

/** There is no profile of that name, or it is for another format (`expected`). */
export class UnusableProfile extends Error {
  override readonly name = 'UnusableProfile';

  constructor(readonly code: 'unknown_profile' | 'profile_of_other_kind') {
    super(code === 'unknown_profile' ? 'There is no such profile.' : 'The profile is for another format.');
  }
}

const columns = `name, kind, map, kinds, fixed, counts, encoding, date_format as "dateFormat", zone, grain, ids`;

/** By name. */
export async function listProfiles(db: DataSource, organizationId: string): Promise<ImportProfile[]> {
  return rowsOf(db, `select ${columns} from import_profile where organization_id = $1 order by name`, [organizationId]);
}

/** How the last file of each kind that went in was read, where it named its columns; of tables of events, the last under each source, also where it was undone. The newest first. */
export async function lastReadings(
  db: DataSource,
  organizationId: string,
): Promise<(FileReading & { kind: string; source: string | null })[]> {
  const rows = await rowsOf<{ kind: string; source: string | null; options: Said }>(
    db,
    `
    select kind, source, options from (
    select distinct on (i.kind, s.name) i.kind, s.name as source, i.options, i.id
      from import i
      left join source s on s.organization_id = i.organization_id and s.id = i.source_id
     where i.organization_id = $1 and coalesce((i.options->>'dryRun')::boolean, false) = false
       and (i.source_id is null and i.state = 'done' and i.options ? 'map'
            or i.source_id is not null and i.state in ('done', 'undone') and i.kind = 'events' and i.options ?| '{map,kinds}')
     order by i.kind, s.name, i.id desc
    ) as latest order by id desc
    `,
    [organizationId],
  );
  return rows.map(({ kind, source, options }) => ({ kind, source, ...readingOver(emptyReading, options) }));
}

export async function findProfile(db: DataSource, organizationId: string, name: string): Promise<ImportProfile | null> {
  const [row] = await rowsOf<ImportProfile>(
    db,
    `select ${columns} from import_profile where organization_id = $1 and name = $2`,
    [organizationId, name],
  );
  return row ?? null;
}

/** The profile to read a file of that format by; a built-in one says nothing until one of its name is saved. Throws UnusableProfile. */
export async function profileFor(
  db: DataSource,
  organizationId: string,
  name: string,
  kind: string,
): Promise<ImportProfile> {
  const builtIn = builtInProfiles.find((profile) => profile.name === name);
  const found = (await findProfile(db, organizationId, name)) ?? (builtIn ? { ...emptyReading, ...builtIn } : null);
  if (found === null) throw new UnusableProfile('unknown_profile');
  if (found.kind !== kind) throw new UnusableProfile('profile_of_other_kind');
  return found;
}

/** In the place of the one of that name, if there is one. */
export async function saveProfile(db: DataSource, organizationId: string, profile: ImportProfile): Promise<void> {
  const { name, kind, map, kinds, fixed, counts, encoding, dateFormat, zone, grain, ids } = profile;
  await execute(
    db,
    `
    insert into import_profile (organization_id, name, kind, map, kinds, fixed, counts, encoding, date_format, zone, grain, ids)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    on conflict (organization_id, name) do update
      set kind = excluded.kind, map = excluded.map, kinds = excluded.kinds, fixed = excluded.fixed,
          counts = excluded.counts, encoding = excluded.encoding, date_format = excluded.date_format,
          zone = excluded.zone, grain = excluded.grain, ids = excluded.ids, changed_at = now()
    `,
    [organizationId, name, kind, map, kinds, fixed, counts, encoding, dateFormat, zone, grain, ids],
  );
}

/** False where there is none of that name. */
export async function removeProfile(db: DataSource, organizationId: string, name: string): Promise<boolean> {
  const removed = await execute(db, `delete from import_profile where organization_id = $1 and name = $2`, [
    organizationId,
    name,
  ]);
  return removed > 0;
}
