import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { duePulls } from '../pull/pull-run.js';
import { hasWaitingUsers } from '../scim/waiting-users.js';

/** Work that the database says is left, whatever became of the queue. */
export interface LeftOver {
  /** Organisations with days whose events changed. */
  activity: string[];
  /** Organisations whose identity provider said what the directory has not. */
  directory: string[];
  /** Organisations with weeks whose activity or directory changed. */
  measures: string[];
  /** Files handed in and not read to their end, and imports being undone. */
  imports: { organizationId: string; importId: number }[];
  /** Sources whose next fetch is due, and that nobody fetches. */
  pulls: { organizationId: string; sourceId: number }[];
}

/** Cheap: it runs every few seconds. Imports without stored bytes belong to the command that reads them. */
export async function leftOver(work: DataSource): Promise<LeftOver> {
  const [activity, directory, measures, imports, pulls] = await Promise.all([
    rowsOf<{ id: string }>(work, marked('dirty_day')),
    rowsOf<{ id: string }>(
      work,
      `select id from organization where not seeding and exists (${hasWaitingUsers}) order by id`,
    ),
    rowsOf<{ id: string }>(work, marked('dirty_week')),
    rowsOf<{ organizationId: string; importId: number }>(
      work,
      `select organization_id as "organizationId", id as "importId"
         from import
        where state = 'undoing'
           or state in ('queued', 'running', 'cancelling')
              and exists (select 1 from import_chunk
                           where import_chunk.organization_id = import.organization_id and import_id = import.id)
        order by created_at`,
    ),
    duePulls(work),
  ]);
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return { activity: ids(activity), directory: ids(directory), measures: ids(measures), imports, pulls };
}

// Weeks after the last day that is known whole (or live) wait for more data, not for a worker.
const ready = {
  dirty_day: 'true',
  dirty_week: 'week_end < greatest(declared_through, live_through) + 7',
};

const marked = (table: keyof typeof ready) => `
  select id from organization
   where not seeding
     and exists (select 1 from ${table} where organization_id = organization.id and ${ready[table]})
   order by id`;

/** But for a demo that is still being generated. */
export async function everyOrganization(work: DataSource): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(work, `select id from organization where not seeding order by id`);
  return rows.map(({ id }) => id);
}
