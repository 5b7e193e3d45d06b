import { z } from 'zod';
import { type AnyJob, defineJob } from './define-job.js';

const organization = z.strictObject({ organizationId: z.uuid() });
const perOrganization = ({ organizationId }: z.infer<typeof organization>) => organizationId;

/** Reads one file that was handed in. */
export const importJob = defineJob({
  name: 'import',
  payload: z.strictObject({ organizationId: z.uuid(), importId: z.int().nonnegative() }),
  identity: ({ organizationId, importId }) => `${organizationId}/${importId}`,
});

/** Fetches one source from where it stands. A failure is kept with the source, which says when it is tried again. */
export const pullJob = defineJob({
  name: 'pull',
  payload: z.strictObject({ organizationId: z.uuid(), sourceId: z.int().positive() }),
  identity: ({ organizationId, sourceId }) => `${organizationId}/${sourceId}`,
  options: { concurrency: 2, attempts: 1 },
});

/** Takes into the directory what an identity provider said. Thousands of requests are a few runs. */
export const directoryJob = defineJob({
  name: 'directory',
  payload: organization,
  identity: perOrganization,
  options: { delay: 3000 },
});

/** Rebuilds the days and weeks whose events changed. A batch a second is one run, not ten. */
export const activityJob = defineJob({
  name: 'activity',
  payload: organization,
  identity: perOrganization,
  options: { delay: 1000 },
});

/** Counts people per cell, week and window where activity changed. */
export const measuresJob = defineJob({ name: 'measures', payload: organization, identity: perOrganization });

/** Masks and publishes the weeks that may be. */
export const publicationJob = defineJob({ name: 'publication', payload: organization, identity: perOrganization });

/** Moves the sealed floor and drops what is too old. */
export const retentionJob = defineJob({ name: 'retention', payload: organization, identity: perOrganization });

/** Looks for ids that stand on several days; what else there is to know of the data is counted with its days. */
export const qualityJob = defineJob({ name: 'quality', payload: organization, identity: perOrganization });

/** Draws the reports that are due, and sends what waits; mails that could not be handed over say when they are tried again. */
export const reportJob = defineJob({ name: 'report', payload: organization, identity: perOrganization });

/** Asks again for all work that the database says is left: a lost queue only delays. */
export const sweepJob = defineJob({ name: 'sweep', payload: z.strictObject({}), identity: () => 'all' });

/** At boot each has exactly one processor in the worker, or the worker refuses to start. */
export const jobs: readonly AnyJob[] = [
  importJob,
  pullJob,
  directoryJob,
  activityJob,
  measuresJob,
  publicationJob,
  retentionJob,
  qualityJob,
  reportJob,
  sweepJob,
];

/** Milliseconds between two sweeps. */
export const sweepEvery = 10_000;
