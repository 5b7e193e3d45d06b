import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { actMask, acts } from '#domain/events/act.js';
import { type EventKind, eventKinds } from '#domain/events/kind.js';
import { execute, expectMany, rowsOf } from '../database.js';
import { isOn, type OrganizationFacts } from '../organization/organization.js';
import * as sql from './activity.sql.js';
import { markDays } from './dirty.js';
import * as milestones from './milestone.sql.js';
import { rebuildTies } from './tie.repository.js';
import * as weeks from './week.sql.js';

const code = (kind: EventKind) => eventKinds.indexOf(kind);
const bit = (act: (typeof acts)[number]) => 1 << acts.indexOf(act);

export interface DirtyMark {
  id: number;
  day: string;
}

/** Marks present now; only these ids may be deleted when their days have been rebuilt. */
export function dirtyMarks(tx: EntityManager, organizationId: string): Promise<DirtyMark[]> {
  return rowsOf(tx, `select id, day from dirty_day where organization_id = $1 order by id`, [organizationId]);
}

export async function clearMarks(tx: EntityManager, organizationId: string, ids: number[]): Promise<void> {
  await tx.query(`delete from dirty_day where organization_id = $1 and id = any($2::bigint[])`, [organizationId, ids]);
}

/** Gives an ordinal to whoever acted or was invited on these UTC days and is not known yet. */
export async function registerActors(tx: EntityManager, organizationId: string, days: string[]): Promise<void> {
  await expectMany(tx);
  await tx.query(sql.registerActors, [organizationId, days, code('invitation_sent')]);
}

/**
 * Rebuilds the local days [from, to) and their weeks from the ledger. Both ends are Mondays.
 * Returns the days whose bits changed, whose milestones moved, or after which live data now go on. Safe to repeat.
 */
export async function rebuildDays(
  tx: EntityManager,
  organization: OrganizationFacts,
  from: string,
  to: string,
): Promise<string[]> {
  const range = [organization.id, from, to];
  await tx.query(`set local work_mem = '128MB'`);
  await expectMany(tx);
  await tx.query(sql.createPersonHour, [
    ...range,
    organization.timezone,
    eventKinds.map((_, index) => index),
    eventKinds.map(actMask),
    code('reaction'),
    code('reaction_removed'),
    code('post'),
    code('comment'),
    bit('act'),
    bit('active'),
    bit('engaged'),
    bit('login'),
    bit('interactive'),
  ]);
  await tx.query(sql.createPersonDay);
  await tx.query(sql.createInvited, [...range, organization.timezone, code('invitation_sent')]);
  await tx.query(sql.createDayBits(acts.length));
  const changed = (await rowsOf<{ day: string }>(tx, sql.changedDays, range)).map((row) => row.day);
  await tx.query(sql.clearDays, [organization.id, changed]);
  await tx.query(sql.fillDays, [organization.id, changed]);
  const counted = await rebuildWeeks(tx, organization, from, to);
  const moved = await rebuildMilestones(tx, organization.id, from, to);
  const advanced = await advanceLive(tx, organization, from, to);
  const tied = await rebuildTies(tx, organization, from, to);
  await tx.query(`drop table person_hour, person_day, person_week, entity_hour, invited, day_bits, firsts`);
  return [...new Set([...changed, ...counted, ...moved, ...advanced, ...tied])].sort();
}

/** Clears and fills the weeks that are not as they were; returns their Mondays. */
async function rebuildWeeks(tx: EntityManager, organization: OrganizationFacts, from: Day, to: Day): Promise<Day[]> {
  const organizationId = organization.id;
  await tx.query(weeks.createPersonWeek, [bit('login'), bit('active')]);
  await tx.query(weeks.createEntityHour, [bit('active'), isOn(organization, 'rhythm')]);
  const changed: Day[] = [];
  for (const kept of weeks.weekly) {
    const mondays = (await rowsOf<{ day: Day }>(tx, weeks.changedWeeks(kept), [organizationId, from, to])).map(
      ({ day }) => day,
    );
    await tx.query(weeks.clearWeeks(kept), [organizationId, mondays]);
    await tx.query(weeks.fillWeeks(kept), [organizationId, mondays]);
    changed.push(...mondays);
  }
  return changed;
}

/** The week of the former last day may have become whole without anybody doing anything in it. */
async function advanceLive(
  tx: EntityManager,
  { id, timezone }: OrganizationFacts,
  from: string,
  to: string,
): Promise<string[]> {
  const [rows] = await tx.query<[{ before: string | null }[], number]>(sql.advanceLive, [id, from, to, timezone]);
  return rows.flatMap(({ before }) => (before === null ? [] : [before]));
}

async function rebuildMilestones(
  tx: EntityManager,
  organizationId: string,
  from: string,
  to: string,
): Promise<string[]> {
  await tx.query(milestones.createFirsts);
  // The driver answers DELETE … RETURNING with the rows and their number.
  const [lost] = await tx.query<[{ ordinal: number; kind: string }[], number]>(milestones.forgetLost, [
    organizationId,
    from,
    to,
  ]);
  const kept = await execute(tx, milestones.keepEarliest, [organizationId, from, to]);
  await findAgain(tx, organizationId, lost, to);
  return lost.length + kept > 0 ? [from] : [];
}

const actOfMilestone: Record<string, number> = {
  activated: acts.indexOf('active'),
  connected: acts.indexOf('login'),
  engaged: acts.indexOf('engaged'),
};

/** A lost milestone is found again by rebuilding the next day that can hold it. */
async function findAgain(
  tx: EntityManager,
  organizationId: string,
  lost: { ordinal: number; kind: string }[],
  after: string,
): Promise<void> {
  const days: string[] = [];
  for (const [kind, act] of Object.entries(actOfMilestone)) {
    const people = lost.filter((row) => row.kind === kind).map((row) => row.ordinal);
    if (people.length === 0) continue;
    const rows = await rowsOf<{ day: string }>(tx, milestones.nextDayWithAct, [organizationId, people, act, after]);
    days.push(...rows.map((row) => row.day));
  }
  const uninvited = lost.filter((row) => row.kind === 'invited').map((row) => row.ordinal);
  if (uninvited.length > 0) {
    const rows = await rowsOf<{ day: string }>(
      tx,
      `select min(e.day) as day
         from event e join person_alias a on a.organization_id = $1 and a.alias = e.target
        where e.organization_id = $1 and e.day >= $3::date and e.kind = $4 and a.ordinal = any($2::integer[])
        group by a.ordinal`,
      [organizationId, uninvited, after, code('invitation_sent')],
    );
    days.push(...rows.map((row) => row.day));
  }
  await markDays(tx, organizationId, [...new Set(days)]);
}
