import { type DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { duePulls } from '../pull/pull-run.js';
import { hasWaitingUsers } from '../scim/waiting-users.js';
import { withinOrganization } from '../wall/within-organization.js';

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
  const left: LeftOver = { activity: [], directory: [], measures: [], imports: [], pulls: [] };
  const organizations = await rowsOf<{ id: string }>(work, `select id from organization order by id`);
  for (const { id } of organizations) {
    await withinOrganization(id, () => work.transaction((tx) => addLeftOf(tx, id, left)));
  }
  return left;
}

async function addLeftOf(tx: EntityManager, organizationId: string, left: LeftOver): Promise<void> {
  const [marks] = await rowsOf<Record<'activity' | 'directory' | 'measures', boolean>>(tx, marked, [organizationId]);
  for (const work of ['activity', 'directory', 'measures'] as const) if (marks?.[work]) left[work].push(organizationId);
  const imports = await rowsOf<{ importId: number }>(tx, unfinished, [organizationId]);
  left.imports.push(...imports.map(({ importId }) => ({ organizationId, importId })));
  left.pulls.push(...(await duePulls(tx, organizationId)));
}

// Weeks after the last day that is known whole (or live) wait for more data, and all weeks before the word that
// everything is in for that: not for a worker.
const marked = `
  select exists (select from dirty_day where organization_id = organization.id) as activity,
         exists (${hasWaitingUsers}) as directory,
         exists (select from dirty_week where organization_id = organization.id
                    and publishes_since is not null
                    and week_end < greatest(declared_through, live_through) + 7) as measures
    from organization where id = $1 and not seeding`;

const unfinished = `
  select id as "importId" from import
   where organization_id = $1
     and (state = 'undoing'
          or state in ('queued', 'running', 'cancelling')
             and exists (select 1 from import_chunk
                          where import_chunk.organization_id = import.organization_id and import_id = import.id))
   order by created_at`;

/** But for a demo that is still being generated. */
export async function everyOrganization(work: DataSource): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(work, `select id from organization where not seeding order by id`);
  return rows.map(({ id }) => id);
}
