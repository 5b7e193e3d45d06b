import { type Command } from 'commander';
import { type DeadJob } from '#runtime/jobs/dead-jobs.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { createLogger } from '#runtime/logger.js';
import { type Settings } from '#runtime/settings.js';
import { doorUrl } from '#storage/access/door.js';
import { rowsOf } from '#storage/database.js';
import { reopenFailed } from '#storage/import/import-run.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { type Installation } from './installation.js';
import { note } from './note.js';
import { answer } from './output.js';

interface Options {
  org?: string;
  kind?: string;
  json?: boolean;
}

type On = (
  command: (installation: Installation, options: Options) => Promise<number>,
) => (options: Options) => Promise<void>;

/** `essor jobs` and `essor jobs replay`: what failed for good, and once more. */
export function addJobs(program: Command, on: On): void {
  const jobs = program.command('jobs').description('jobs that failed for good; exit code 1 when there are any');
  const which = (command: Command) =>
    command
      .option('--org <slug>', 'only of this organisation')
      .option('--kind <kind>', 'only of this kind, such as import')
      .option('--json', 'machine-readable answer');
  which(jobs.command('list', { isDefault: true }).description('which, since when and why')).action(on(list));
  which(jobs.command('replay').description('asks for them once more')).action(on(replay));
}

/** The queue of this installation, to be closed. */
export const queueOf = (settings: Settings): JobQueue =>
  new JobQueue(
    settings.REDIS_URL === undefined ? { postgresUrl: doorUrl(settings, 'jobs') } : { redisUrl: settings.REDIS_URL },
    createLogger({ LOG_LEVEL: 'silent' }, 'command'),
  );

/** Whether one of them is meant. */
async function chosen(installation: Installation, { org, kind }: Options): Promise<(dead: DeadJob) => boolean> {
  const id = org === undefined ? null : (await organizationBySlug(await installation.as('owner'), org)).id;
  return (dead) => (id === null || dead.organizationId === id) && (kind === undefined || dead.kind === kind);
}

async function list(installation: Installation, options: Options): Promise<number> {
  const isMeant = await chosen(installation, options);
  const queue = queueOf(installation.settings);
  try {
    const dead = (await queue.dead()).filter(isMeant);
    const organizations = await rowsOf<{ id: string; slug: string }>(
      await installation.as('owner'),
      `select id, slug from organization`,
    );
    const slugs = new Map(organizations.map(({ id, slug }) => [id, slug]));
    const told = dead.map(({ identity: _, organizationId, ...rest }) => ({
      ...rest,
      organization: organizationId === null ? null : (slugs.get(organizationId) ?? organizationId),
    }));
    answer(options.json, told, () => (told.length === 0 ? ['no job is dead'] : told.map(line)));
    return dead.length === 0 ? 0 : 1;
  } finally {
    await queue.close();
  }
}

const line = (
  dead: Pick<DeadJob, 'kind' | 'importId' | 'attempts' | 'failedAt' | 'reason'> & { organization: string | null },
) =>
  [
    dead.failedAt.toISOString().slice(0, 16).replace('T', ' '),
    dead.importId === null ? dead.kind : `${dead.kind} ${dead.importId}`,
    dead.organization ?? '-',
    `${dead.attempts} attempts`,
    dead.reason,
  ].join('  ');

async function replay(installation: Installation, options: Options): Promise<number> {
  const isMeant = await chosen(installation, options);
  const owner = await installation.as('owner');
  const queue = queueOf(installation.settings);
  try {
    const asked = await queue.replay(isMeant, async ({ organizationId, importId }) => {
      if (organizationId !== null && importId !== null)
        await withinOrganization(organizationId, () => reopenFailed(owner, organizationId, importId));
    });
    if (asked > 0) await owner.transaction((tx) => note(tx, null, 'jobs_replayed', { jobs: asked }));
    answer(options.json, { asked }, () => [`${asked} asked for once more`]);
    return 0;
  } finally {
    await queue.close();
  }
}
