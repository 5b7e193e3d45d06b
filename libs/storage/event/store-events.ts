import { type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { markDays } from '../activity/dirty.js';
import { addToSourceHours, type SourceCount } from '../source/source-hour.js';
import { ensureMonths, forgetMonths } from './event-partitions.js';
import { keptRows } from './kept-rows.js';
import { type EventOutcome, type EventRow } from './event-row.js';
import { prepareIncoming } from './incoming.js';
import { putIncoming } from './put-incoming.js';
import { requireOpenGate } from '../purpose/purpose-gate.repository.js';
import { sealedBefore } from './sealed-before.js';
import { isRepeatable } from './repeatable.js';
import { namesOf } from '../vault/keyring.js';
import { withinOrganization } from '../wall/within-organization.js';

export interface StoreOptions {
  /** dry: says what would happen. strict: nothing is stored unless every event is accepted or known. */
  mode?: 'store' | 'strict' | 'dry';
  /** Written with the events, from what became of each; not in dry mode, nor when strict stores nothing. */
  count?: (outcomes: readonly EventOutcome[]) => SourceCount[];
  /** Written with the events as well; not in dry mode, nor when strict stores nothing. What it throws stores nothing. */
  alongside?: (tx: EntityManager, outcomes: readonly EventOutcome[]) => Promise<void>;
}

/**
 * Stores the events of one organisation, with their dirty marks and counters, in one transaction: when this returns,
 * they are on disk. Outcomes come in the order of the rows. Safe to repeat. Throws PurposeGateClosed, and stores nothing,
 * while real people have not been told.
 */
export async function storeEvents(
  database: DataSource,
  organizationId: string,
  rows: readonly EventRow[],
  options: StoreOptions = {},
): Promise<EventOutcome[]> {
  return withinOrganization(organizationId, async () => {
    // Before any connection is held: the first of an organisation may need one more.
    await namesOf(database, organizationId);
    for (let attempt = 1; ; attempt++) {
      const runner = database.createQueryRunner();
      try {
        return await storeOnce(runner, organizationId, rows, options);
      } catch (error) {
        if (attempt === 4 || !isRepeatable(error)) throw error;
        forgetMonths(database);
      } finally {
        await runner.release();
      }
    }
  });
}

async function storeOnce(
  runner: QueryRunner,
  organizationId: string,
  rows: readonly EventRow[],
  options: StoreOptions,
) {
  const mode = options.mode ?? 'store';
  await prepareIncoming(runner);
  if (mode !== 'dry') await ensureMonths(runner, await unsealedDays(runner, organizationId, rows));
  await runner.startTransaction();
  try {
    const outcomes = await storeWithin(runner, organizationId, rows, mode);
    const isRefused = mode === 'strict' && outcomes.some(isRefusal);
    if (mode === 'dry' || isRefused) {
      await runner.rollbackTransaction();
      return outcomes;
    }
    await addToSourceHours(runner.manager, organizationId, options.count?.(outcomes) ?? []);
    await options.alongside?.(runner.manager, outcomes);
    await runner.commitTransaction();
    return outcomes;
  } catch (error) {
    // The connection may be what failed; the first error is the one to tell.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

export function isRefusal(outcome: EventOutcome): boolean {
  return outcome === 'conflict' || outcome === 'sealed_day';
}

/** No partition comes back for a day that was sealed, nor for one out of reach. */
async function unsealedDays(
  runner: QueryRunner,
  organizationId: string,
  rows: readonly EventRow[],
): Promise<Set<string>> {
  const days = new Set(rows.map((row) => row.day));
  const sealed = await sealedBefore(runner, organizationId);
  for (const day of days) if (sealed !== null && day < sealed) days.delete(day);
  return days;
}

/** The same within a transaction of the caller, who has seen to the partitions. Throws PurposeGateClosed. */
export async function storeWithin(
  runner: QueryRunner,
  organizationId: string,
  given: readonly EventRow[],
  mode: 'store' | 'strict' | 'dry',
): Promise<EventOutcome[]> {
  if (mode !== 'dry' && given.length > 0) await requireOpenGate(runner, organizationId);
  const sealed = await sealedBefore(runner, organizationId);
  const rows = await keptRows(runner.manager, organizationId, given);
  const outcomes = new Array<EventOutcome>(rows.length);
  const firsts = new Map<string, number>();
  const repeats: [position: number, first: number][] = [];
  const fresh: number[] = [];
  for (const [position, row] of rows.entries()) {
    if (row === null) {
      outcomes[position] = 'left_out';
      continue;
    }
    if (sealed !== null && row.day < sealed) {
      outcomes[position] = 'sealed_day';
      continue;
    }
    const key = `${row.id}${row.day}${row.sourceId}`;
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, position);
      fresh.push(position);
      outcomes[position] = 'accepted';
    } else {
      repeats.push([position, first]);
    }
  }
  const digests =
    fresh.length === 0
      ? new Map<number, string>()
      : await putIncoming(runner, organizationId, rows, fresh, outcomes, mode === 'dry');
  for (const [position, first] of repeats) {
    const kept = digests.get(first) ?? rows[first]?.digest;
    outcomes[position] = kept === rows[position]?.digest ? 'duplicate' : 'conflict';
  }
  if (mode !== 'dry') {
    const days = new Set<string>();
    for (const position of fresh) if (outcomes[position] === 'accepted') days.add(rows[position]?.day ?? '');
    await markDays(runner.manager, organizationId, [...days]);
  }
  return outcomes;
}
