import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type ChangedPull, missingOfPull, type NewPull, Pull, type PullCreated, type Pulls } from '#contract/pulls.js';
import { freshCursor, type PullSettings } from '#connectors/pull/pull-plan.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { pullJob } from '#runtime/jobs/jobs.js';
import { Problem } from '#runtime/problem.js';
import { SETTINGS, type Settings } from '#runtime/settings.js';
import {
  changePull,
  createPull,
  deletePull,
  findPull,
  hurryPull,
  type ListedPull,
  listPulls,
  pausePull,
} from '#storage/pull/pull-sources.js';
import { SourceNameTaken } from '#storage/source/sources.js';
import { APP_DB } from '../databases.js';
import { placeOf, requireSameRecipient, settingsOf } from './pull-access.js';
import { unknownPull } from './source-number.js';

/** Sees to the sources that are fetched; a worker fetches them. */
@Injectable()
export class PullDesk {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly jobs: JobQueue,
  ) {}

  async list(organizationId: string): Promise<Pulls> {
    const pulls = await listPulls(this.database, organizationId);
    return { pulls: pulls.map(answerOf) };
  }

  async create(organizationId: string, accountId: string, given: NewPull): Promise<PullCreated> {
    const { name, kind, secret, everyMinutes } = given;
    const draft = { address: placeOf(given.address), settings: settingsOf(given), everyMinutes };
    const asked = { ...draft, name, kind, secret, cursor: freshCursor, createdBy: accountId };
    try {
      const source = await createPull(this.database, organizationId, asked, this.settings.APP_SECRET);
      await this.request(organizationId, source);
      return { source };
    } catch (error) {
      if (error instanceof SourceNameTaken)
        throw new Problem(error.code, 409, 'There is a source of that name already.');
      throw error;
    }
  }

  async change(organizationId: string, accountId: string, source: number, given: ChangedPull): Promise<void> {
    const stored = await findPull(this.database, organizationId, source);
    if (!stored) throw unknownPull();
    const [missing] = missingOfPull(stored.kind, given);
    if (missing !== undefined)
      throw new Problem('invalid_request', 400, 'The request does not have the expected form.', {
        errors: [{ field: missing, code: 'custom', message: 'must be given for this network' }],
      });
    if (given.secret === undefined) requireSameRecipient(stored, given);
    const draft = { address: placeOf(given.address), settings: settingsOf(given), everyMinutes: given.everyMinutes };
    const cursor = readsAnew(stored, draft.address, given.since) ? freshCursor : null;
    const change = { ...draft, cursor, secret: given.secret ?? null, changedBy: accountId };
    await changePull(this.database, organizationId, source, change, this.settings.APP_SECRET);
    await this.request(organizationId, source);
  }

  async pause(organizationId: string, accountId: string, source: number, paused: boolean): Promise<void> {
    if (!(await pausePull(this.database, organizationId, source, paused, accountId))) throw unknownPull();
    if (!paused) await this.request(organizationId, source);
  }

  async hurry(organizationId: string, source: number): Promise<void> {
    if (!(await findPull(this.database, organizationId, source))) throw unknownPull();
    if (!(await hurryPull(this.database, organizationId, source)))
      throw new Problem('source_paused', 409, 'The source is paused: resume it first.');
    await this.request(organizationId, source);
  }

  async delete(organizationId: string, accountId: string, source: number): Promise<void> {
    if (!(await deletePull(this.database, organizationId, source, accountId))) throw unknownPull();
  }

  private request(organizationId: string, sourceId: number): Promise<boolean> {
    return this.jobs.request(pullJob, { organizationId, sourceId });
  }
}

/** Another place, or an earlier day: nothing of it was read yet. What is known already changes nothing. */
function readsAnew(stored: ListedPull, address: string, since: string): boolean {
  return address !== stored.address || since < (stored.settings as unknown as PullSettings).since;
}

function answerOf(pull: ListedPull): Pull {
  const { sourceId, settings, paused, isFetching, nextAt, startedAt, succeededAt, failedAt, ...rest } = pull;
  return Pull.parse({
    ...{ ...rest, ...settings, source: sourceId, paused, fetching: isFetching && !paused },
    next: nextAt.toISOString(),
    lastStart: startedAt?.toISOString() ?? null,
    lastSuccess: succeededAt?.toISOString() ?? null,
    lastFailure: failedAt?.toISOString() ?? null,
  });
}
