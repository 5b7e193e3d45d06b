import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type EventKind, kindIndex } from '#domain/events/kind.js';
import { markDays } from '../activity/dirty.js';
import { execute, rowsOf } from '../database.js';
import {
  alsoBrought,
  countUndo,
  daysBrought,
  deleteEvents,
  forgetAlso,
  lowerDeclared,
  transferEvents,
} from './undo.sql.js';

/** An import, by the source whose events it brought. */
export interface Brought {
  organizationId: string;
  sourceId: number;
  importId: number;
}

const key = ({ organizationId, sourceId, importId }: Brought) => [organizationId, sourceId, importId];

/** UTC days that still hold something of the import, the first first. */
export async function daysBroughtBy(tx: EntityManager, brought: Brought): Promise<Day[]> {
  const rows = await rowsOf<{ day: Day }>(tx, daysBrought, key(brought));
  return rows.map(({ day }) => day);
}

/** What groups and exchanges are counted from, wherever it was done. */
const sharedKinds: readonly EventKind[] = [
  ...(['post', 'comment', 'reaction', 'resolved', 'group_created', 'group_joined', 'group_left'] as const),
];

/**
 * Takes the import out of these days: what another brought too becomes theirs, the rest goes and its days are marked,
 * in the caller's transaction, which holds the lock of sealing. Safe to repeat. `shared`: days that lose something that
 * groups or exchanges were counted from, the first first.
 */
export async function takeOut(
  tx: EntityManager,
  brought: Brought,
  days: readonly Day[],
): Promise<{ removed: number; transferred: number; shared: Day[] }> {
  const [given] = await rowsOf<{ events: number }>(tx, transferEvents, [...key(brought), days]);
  const gone = await rowsOf<{ day: Day; events: number; shared: boolean }>(tx, deleteEvents, [
    ...[...key(brought), days],
    sharedKinds.map(kindIndex),
  ]);
  await execute(tx, forgetAlso, [...key(brought), days]);
  await markDays(
    tx,
    brought.organizationId,
    gone.map(({ day }) => day),
  );
  return {
    removed: gone.reduce((sum, { events }) => sum + events, 0),
    transferred: given?.events ?? 0,
    shared: gone.flatMap(({ day, shared }) => (shared ? [day] : [])),
  };
}

/** Who else brought how many of its events: other imports, and live sources together as 0. */
export async function alsoBroughtBy(
  db: DataSource,
  brought: Brought,
  [first, last]: readonly [Day, Day],
): Promise<{ importId: number; events: number }[]> {
  return rowsOf(db, alsoBrought, [...key(brought), first, last]);
}

/**
 * What an undo would take out, and what of the import would stay because somebody else brought it too; along with it go
 * these other imports.
 */
export async function undoCounts(
  db: DataSource,
  brought: Brought,
  [first, last]: readonly [Day, Day],
  along: readonly number[] = [],
): Promise<{ leaving: number; staying: number }> {
  const given = [...key(brought), first, last, along];
  const [counts] = await rowsOf<{ leaving: number; staying: number }>(db, countUndo, given);
  return counts ?? { leaving: 0, staying: 0 };
}

/**
 * Takes back the day up to which the data were declared complete, where this import declared it. Weeks that are closed
 * are records, and so is their day: then it stays.
 */
export async function takeBackDeclared(tx: EntityManager, organizationId: string, importId: number): Promise<void> {
  await execute(tx, lowerDeclared, [organizationId, importId]);
}
