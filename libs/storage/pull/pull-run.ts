import { type DataSource, type EntityManager } from 'typeorm';
import { type PullError, type PullKind } from '#domain/sources/pull.js';
import { execute, rowsOf } from '../database.js';

/** Somebody else fetches the source by now, or it was changed, paused or deleted: nothing more may be stored. */
export class TurnLost extends Error {
  override readonly name = 'TurnLost';
  readonly code = 'turn_lost';
}

/** The right to fetch a source, for some minutes from each page that was stored. */
export interface Turn {
  organizationId: string;
  sourceId: number;
  lease: number;
}

/** A source whose turn it is. `settings` and `cursor` are as they were stored. */
export interface TakenPull extends Turn {
  kind: PullKind;
  address: string;
  settings: Record<string, unknown>;
  secret: Buffer;
  cursor: Record<string, unknown>;
  failures: number;
  everyMinutes: number;
  /** Since the walk began that it goes on with. */
  counts: PullCounts;
}

/** Longer than any page takes; what a killed worker held is free after it. */
const held = `interval '5 minutes'`;
const isDue = `not paused and next_at <= $$ and (leased_until is null or leased_until <= $$)`;

/** Sources that are due, in the order in which they became so. */
export function duePulls(
  tx: EntityManager,
  organizationId: string,
  now = new Date(),
): Promise<{ organizationId: string; sourceId: number }[]> {
  return rowsOf(
    tx,
    `
    select organization_id as "organizationId", source_id as "sourceId" from pull_source
     where organization_id = $2 and ${isDue.replaceAll('$$', '$1::timestamptz')}
       and exists (select from organization where id = organization_id and not seeding)
     order by next_at
    `,
    [now, organizationId],
  );
}

/** A walk that was interrupted goes on, and its counts with it. */
const countsOfWalk = [
  ...['received', 'accepted', 'rejected'].map((column) => [column, '0']),
  ...['refusals', 'notes'].map((column) => [column, `'[]'`]),
]
  .map(([column, none]) => `${column} = case when cursor ->> 'walk' is null then ${none} else ${column} end`)
  .join(', ');

/** Takes the turn of a source that is due; null where it is not, or somebody has it. */
export async function takePull(
  work: DataSource,
  organizationId: string,
  sourceId: number,
  now: Date,
): Promise<TakenPull | null> {
  const [rows] = await work.query<[TakenPull[], number]>(
    `
    update pull_source
       set lease = lease + 1, leased_until = $3::timestamptz + ${held}, started_at = $3, ${countsOfWalk}
     where organization_id = $1 and source_id = $2 and ${isDue.replaceAll('$$', '$3::timestamptz')}
    returning organization_id as "organizationId", source_id as "sourceId", lease, kind, address, settings, secret, cursor,
              failures, every_minutes as "everyMinutes",
              json_build_object('received', received, 'accepted', accepted, 'rejected', rejected,
                                'refusals', refusals, 'notes', notes) as counts
    `,
    [organizationId, sourceId, now],
  );
  return rows[0] ?? null;
}

/** What became of a run so far. */
export interface PullCounts {
  received: number;
  accepted: number;
  rejected: number;
  /** Codes of what was refused, with how often. */
  refusals: { code: string; times: number }[];
  notes: string[];
}

/** Moves the cursor on, in the transaction that stores what was read. Throws TurnLost. */
export async function advancePull(
  tx: EntityManager,
  turn: Turn,
  cursor: object,
  counts: PullCounts,
  now: Date,
): Promise<void> {
  const { received, accepted, rejected, refusals, notes } = counts;
  await changeInTurn(
    tx,
    turn,
    `cursor = $4, received = $5, accepted = $6, rejected = $7, refusals = $8, notes = $9,
     leased_until = $10::timestamptz + ${held}`,
    [cursor, received, accepted, rejected, JSON.stringify(refusals), JSON.stringify(notes), now],
  );
}

/** The source was read to its end. Throws TurnLost. */
export async function finishPull(db: DataSource, turn: Turn, nextAt: Date, now: Date): Promise<void> {
  await changeInTurn(
    db,
    turn,
    `leased_until = null, next_at = $4, succeeded_at = $5, failures = 0, error_code = null, failed_at = null`,
    [nextAt, now],
  );
}

/** There is more to read, and others have their turn first. Throws TurnLost. */
export async function leavePull(db: DataSource, turn: Turn): Promise<void> {
  await changeInTurn(db, turn, `leased_until = null`, []);
}

/** Throws TurnLost. */
export async function failPull(
  db: DataSource,
  turn: Turn,
  { code, nextAt, now }: { code: PullError; nextAt: Date; now: Date },
): Promise<void> {
  await changeInTurn(
    db,
    turn,
    `leased_until = null, next_at = $4, failed_at = $5, failures = failures + 1, error_code = $6`,
    [nextAt, now, code],
  );
}

async function changeInTurn(
  db: DataSource | EntityManager,
  { organizationId, sourceId, lease }: Turn,
  change: string,
  values: readonly unknown[],
): Promise<void> {
  const changed = await execute(
    db,
    `update pull_source set ${change} where organization_id = $1 and source_id = $2 and lease = $3`,
    [organizationId, sourceId, lease, ...values],
  );
  if (changed === 0) throw new TurnLost('The source is not ours to fetch any more.');
}
