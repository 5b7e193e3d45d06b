import { z } from 'zod';

/** Answer of `GET /v1/jobs`: what failed as often as it is tried, and that nobody has done since. */
export const DeadJobs = z.object({
  jobs: z.array(
    z.object({
      kind: z.string(),
      /** Slug; null = of the installation, or of one that is gone. */
      organization: z.string().nullable(),
      /** Number of the import that is read. */
      importId: z.int().nullable(),
      attempts: z.int(),
      failedAt: z.iso.datetime(),
      /** Name and code of the error. */
      reason: z.string(),
    }),
  ),
});
export type DeadJobs = z.infer<typeof DeadJobs>;

/** Answer of `POST /v1/jobs/replay`. */
export const JobsReplayed = z.object({ asked: z.int() });
export type JobsReplayed = z.infer<typeof JobsReplayed>;
