import { auditHeadsPath } from '#runtime/settings.js';
import { migrations } from '#migrations/all.js';
import { AuditHeads, contradictedHeads } from '#storage/audit/audit-heads.js';
import { verifyAudit } from '#storage/audit/verify-audit.js';
import { rowsOf } from '#storage/database.js';
import { lastShown, PublicationRepository, type PublishedWeek } from '#storage/publication/publication.repository.js';
import { backupState } from './embedded/backup/backup-state.js';
import { hasWorker, type Installation } from './installation.js';
import { queueOf } from './jobs.command.js';
import { answer } from './output.js';

interface Finding {
  name: string;
  ok: boolean;
  detail: string;
}

/** Looks at everything that must be right; exit code 1 when something is not. */
export async function doctor(
  installation: Installation,
  options: { auditHeads?: string; json?: boolean },
): Promise<number> {
  const findings = [
    { name: 'node', ok: true, detail: process.version },
    ...(await database(installation)),
    await auditLog(installation),
    await auditEnds(installation, options.auditHeads),
    await queue(installation),
    ...(await backups(installation)),
    ...(await pulls(installation)),
    ...(await freshness(installation)),
  ];
  answer(options.json, findings, () => findings.map(findingLine));
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

export const findingLine = ({ name, ok, detail }: Finding): string =>
  `${ok ? 'ok ' : 'BAD'}  ${name.padEnd(14)} ${detail}`;

async function database(installation: Installation): Promise<Finding[]> {
  const owner = await installation.as('owner');
  const [server] = await rowsOf<{ version: string; fsync: string; commit: string }>(
    owner,
    `select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  const applied = await rowsOf<{ name: string }>(owner, `select name from migration`);
  const missing = migrations.length - applied.length;
  const work = await installation.as('work');
  return [
    { name: 'postgresql', ok: true, detail: `${server?.version}${installation.embedded ? ' (embedded)' : ''}` },
    { name: 'fsync', ok: server?.fsync === 'on', detail: server?.fsync ?? '' },
    { name: 'commit', ok: server?.commit !== 'off', detail: `synchronous_commit ${server?.commit}` },
    {
      name: 'migrations',
      ok: missing === 0,
      detail: missing === 0 ? `${applied.length} applied` : `${missing} to apply`,
    },
    {
      name: 'worker',
      ok: true,
      detail: (await hasWorker(work)) ? 'connected' : 'none: commands do the work themselves',
    },
  ];
}

/** Whether anything was changed in what is kept of who did what. */
export async function auditLog(installation: Pick<Installation, 'as'>): Promise<Finding> {
  const { entries, broken } = await verifyAudit(await installation.as('owner'));
  const places = broken.map(({ organizationId, position }) => `${organizationId} from entry ${position}`);
  const detail = broken.length > 0 ? `changed: ${places.join(', ')}` : `${entries} entries, none changed`;
  return { name: 'audit log', ok: broken.length === 0, detail };
}

/** Whether the log still says what it said on the days whose ends were kept: who wrote all of it anew changed these too. */
export async function auditEnds(
  installation: Pick<Installation, 'as' | 'settings'>,
  given: string | undefined,
): Promise<Finding> {
  const name = 'audit ends';
  const path = given ?? auditHeadsPath(installation.settings);
  const heads = await new AuditHeads(path).read().catch((error: Error) => error.message);
  if (typeof heads === 'string') return { name, ok: false, detail: `cannot be read in ${path}: ${heads}` };
  const wrong = await contradictedHeads(await installation.as('owner'), heads);
  const places = wrong.map(({ chain, position, at }) => `${chain} up to entry ${position} of ${at.slice(0, 10)}`);
  const days = new Set(heads.map(({ at }) => at.slice(0, 10))).size;
  const held = days === 0 ? `none kept in ${path} yet` : `as kept on ${days} ${days === 1 ? 'day' : 'days'} in ${path}`;
  const detail = wrong.length > 0 ? `not as kept in ${path}: ${places.join(', ')}` : held;
  // A file that somebody names must prove something.
  return { name, ok: wrong.length === 0 && (given === undefined || days > 0), detail };
}

async function queue({ settings }: Installation): Promise<Finding> {
  const jobs = queueOf(settings);
  try {
    await jobs.reachable();
    const counts = Object.entries(await jobs.counts());
    const failed = counts
      .filter(([, { failed: number = 0 }]) => number > 0)
      .map(([name, { failed: number }]) => `${name} ${number} dead (essor jobs)`);
    return {
      name: 'queue',
      ok: failed.length === 0,
      detail: failed.length ? failed.join(', ') : settings.REDIS_URL === undefined ? 'PostgreSQL' : 'Redis',
    };
  } catch (error) {
    return { name: 'queue', ok: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    await jobs.close();
  }
}

/** Own servers are backed up by their own means, of which nothing is known here. */
async function backups(installation: Installation): Promise<Finding[]> {
  if (!installation.embedded) return [];
  const runs = await hasWorker(await installation.as('work'));
  return [{ name: 'backup', ...(await backupState(installation.dataDir, { now: new Date(), runs })) }];
}

/** Nothing is said where nothing is fetched on a schedule. */
async function pulls(installation: Installation): Promise<Finding[]> {
  const rows = await rowsOf<{ slug: string; name: string; error: string | null }>(
    await installation.as('owner'),
    `select o.slug, s.name, case when not p.paused then p.error_code end as error
       from pull_source p join source s on s.organization_id = p.organization_id and s.id = p.source_id
       join organization o on o.id = p.organization_id
      order by o.slug, s.name`,
  );
  if (rows.length === 0) return [];
  const failing = rows.flatMap(({ slug, name, error }) => (error === null ? [] : [`${slug}/${name}: ${error}`]));
  return [{ name: 'fetched', ok: failing.length === 0, detail: failing.join(', ') || `${rows.length} networks` }];
}

async function freshness(installation: Installation): Promise<Finding[]> {
  const owner = await installation.as('owner');
  const rows = await rowsOf<{ id: string; slug: string; waiting: number; awaitsWord: boolean }>(
    owner,
    `select o.id, o.slug, o.publishes_since is null as "awaitsWord", (select count(*)::integer from dirty_day d where d.organization_id = o.id) as waiting
       from organization o order by o.slug`,
  );
  const published = new PublicationRepository(owner);
  return Promise.all(
    rows.map(async ({ id, slug, waiting, awaitsWord }) => ({
      name: slug,
      ok: true,
      detail: freshnessText(await published.weeks(id), waiting, awaitsWord),
    })),
  );
}

/** As of when pages speak, in the words of the dashboard: the closed week first, the running one beside it. */
export function freshnessText(weeks: readonly PublishedWeek[], waiting: number, awaitsWord = false): string {
  const [shown, newest] = [lastShown(weeks), weeks[0]];
  if (!shown || !newest)
    return [
      `nothing published yet${awaitsWord ? ': everything is in once `essor org publish` says so' : ''}`,
      ...(waiting > 0 ? [`${waiting} marks waiting`] : []),
    ].join(', ');
  const since = `up to ${shown.through}, computed ${shown.publishedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const running = newest.weekEnd > shown.weekEnd && `running week up to ${newest.through}`;
  return [since, running, waiting > 0 && `${waiting} marks waiting`].filter(Boolean).join(', ');
}
