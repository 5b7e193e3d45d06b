import { type DataSource } from 'typeorm';
import { type PullError, pauseAfter } from '#domain/sources/pull.js';
import { type Network } from '#connectors/pull/network.js';
import { openSource, pullPlans } from '#connectors/pull/plans.js';
import { type PullContext, type PullCursor, type PullSettings } from '#connectors/pull/pull-plan.js';
import { PullProblem } from '#connectors/pull/pull-problem.js';
import { failPull, finishPull, leavePull, type TakenPull, takePull, TurnLost } from '#storage/pull/pull-run.js';
import { PurposeGateClosed, requireOpenGate } from '#storage/purpose/purpose-gate.repository.js';
import { openSecret } from '#storage/pull/sealed-secret.js';
import { declareRead, PageSink } from './page-sink.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/** A long history is read in runs of so many pages, so that no worker is held for hours. */
const pagesAtMost = 300;

export interface PullSurroundings {
  appSecret: string;
  network: Network;
  clock: () => Date;
  /** Ends between two pages where it is aborted. */
  signal?: AbortSignal;
  pagesAtMost?: number;
}

/** idle: it was not its turn. partly: there is more to read, at once. */
export type PullOutcome = 'done' | 'partly' | 'failed' | 'idle';

/**
 * Fetches a source from where it stands, page by page: what a page brought, and how far the reading is, are stored together,
 * so that whoever goes on after a failure asks for that page again and loses nothing. Safe to repeat, also at once.
 */
export async function runPull(
  work: DataSource,
  { organizationId, sourceId }: { organizationId: string; sourceId: number },
  around: PullSurroundings,
): Promise<PullOutcome> {
  return withinOrganization(organizationId, async () => {
    const taken = await takePull(work, organizationId, sourceId, around.clock());
    if (!taken) return 'idle';
    try {
      await requireOpenGate(work, organizationId);
      return await fetchPages(work, taken, around);
    } catch (error) {
      if (error instanceof TurnLost) return 'idle';
      if (around.signal?.aborted) return await leaveTurn(work, taken);
      const problem = problemOf(error);
      await fail(work, taken, problem.code, problem.askedFor, around.clock());
      if (problem.code === 'pull_failed') throw error;
      return 'failed';
    }
  });
}

function problemOf(error: unknown): PullProblem {
  if (error instanceof PullProblem) return error;
  return new PullProblem(error instanceof PurposeGateClosed ? 'purpose_gate_closed' : 'pull_failed');
}

async function fetchPages(work: DataSource, taken: TakenPull, around: PullSurroundings): Promise<PullOutcome> {
  const secret = openSecret(around.appSecret, taken, taken.secret);
  if (secret === null) throw new PullProblem('secret_unreadable');
  const settings = taken.settings as unknown as PullSettings;
  const sink = new PageSink(work, taken, around.clock);
  const context: PullContext = {
    reader: openSource(around.network, { ...taken, settings, secret }, around.clock),
    ...{ settings, now: around.clock(), onNote: (code) => sink.note(code) },
  };
  const begun = taken.cursor as unknown as PullCursor;
  let pages = 0;
  let last = begun;
  for await (const page of pullPlans[taken.kind].pages(context, begun)) {
    await sink.store(page);
    last = page.cursor;
    if (around.signal?.aborted) return leaveTurn(work, taken);
    if (++pages >= (around.pagesAtMost ?? pagesAtMost) && last.walk !== null) {
      await leavePull(work, taken);
      return 'partly';
    }
  }
  if (last.through !== null) await declareRead(work, taken.organizationId, last.through);
  const now = around.clock();
  await finishPull(work, taken, new Date(now.getTime() + taken.everyMinutes * 60_000), now);
  return 'done';
}

/** The process ends: the next one goes on. */
async function leaveTurn(work: DataSource, taken: TakenPull): Promise<PullOutcome> {
  await leavePull(work, taken);
  return 'partly';
}

async function fail(work: DataSource, taken: TakenPull, code: PullError, askedFor: number | null, now: Date) {
  const nextAt = new Date(now.getTime() + pauseAfter(code, taken.failures + 1, askedFor) * 1000);
  try {
    await failPull(work, taken, { code, nextAt, now });
  } catch (error) {
    if (!(error instanceof TurnLost)) throw error;
  }
}
