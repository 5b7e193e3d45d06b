import { type QueryRunner } from 'typeorm';
import { insertFresh, insertIncoming, noteAlso, readStored } from './event.sql.js';
import { type EventOutcome, type EventRow } from './event-row.js';
import { copyIncoming } from './incoming.js';
import { errorCode } from './repeatable.js';

/** An event that another transaction stored was removed before it could be read: the caller's turn comes again. */
class EventVanished extends Error {
  readonly code = '40001';
}

interface Stored {
  position: number;
  digest: string;
  import_id: number | null;
}

/** Share of the last batch of an organisation that was known already: the next one is likely to be alike. */
const knownShares = new Map<string, number>();

/** Stores the rows at these positions, sets their outcomes, and returns the digests that the ledger held before. */
export async function putIncoming(
  runner: QueryRunner,
  organizationId: string,
  rows: readonly (EventRow | null)[],
  positions: readonly number[],
  outcomes: EventOutcome[],
  isDry: boolean,
): Promise<Map<number, string>> {
  await copyIncoming(runner, rows, positions);
  const stored = isDry
    ? await find(runner, organizationId, null)
    : await insert(runner, organizationId, positions.length);
  const digests = new Map<number, string>();
  const also: number[] = [];
  for (const { position, digest, import_id: importId } of stored) {
    digests.set(position, digest);
    const isSame = digest === rows[position]?.digest;
    outcomes[position] = isSame ? 'duplicate' : 'conflict';
    if (isSame && importId !== rows[position]?.importId) also.push(position);
  }
  if (!isDry && also.length > 0) await runner.query(noteAlso, [organizationId, also]);
  return digests;
}

/** Three ways to the same end, of which the last batch tells the fastest. Returns what was stored before. */
async function insert(runner: QueryRunner, organizationId: string, count: number): Promise<Stored[]> {
  const share = knownShares.get(organizationId) ?? 0;
  let stored: Stored[] = [];
  if (share > 0.5) {
    stored = await find(runner, organizationId, null);
    if (stored.length < count) stored = stored.concat(await insertRest(runner, organizationId, stored));
  } else if (share > 0 || !(await insertAllFresh(runner, organizationId))) {
    stored = await insertRest(runner, organizationId, []);
  }
  if (knownShares.size > 10_000) knownShares.clear();
  knownShares.set(organizationId, stored.length / count);
  return stored;
}

async function insertAllFresh(runner: QueryRunner, organizationId: string): Promise<boolean> {
  await runner.query('savepoint fresh');
  try {
    await runner.query(insertFresh, [organizationId]);
  } catch (error) {
    if (errorCode(error) !== '23505') throw error;
    await runner.query('rollback to savepoint fresh');
    return false;
  }
  await runner.query('release savepoint fresh');
  return true;
}

async function insertRest(runner: QueryRunner, organizationId: string, found: readonly Stored[]): Promise<Stored[]> {
  const except = found.length === 0 ? null : found.map((row) => row.position);
  const left = (await runner.query(insertIncoming, [organizationId, except])) as { position: number }[];
  if (left.length === 0) return [];
  const stored = await find(
    runner,
    organizationId,
    left.map((row) => row.position),
  );
  if (stored.length < left.length) throw new EventVanished('An event was removed while it was sent again.');
  return stored;
}

async function find(runner: QueryRunner, organizationId: string, positions: number[] | null): Promise<Stored[]> {
  return (await runner.query(readStored, [organizationId, positions])) as Stored[];
}
