import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { execute } from '../database.js';

/**
 * People whom no directory knows, once everything that they did is forgotten: with their milestones, the groups that
 * they were seen in and the names that they went by. `before`: from when on activity is kept. Whoever is on a list that
 * somebody declared stays, as do accounts that nobody has seen acting. Returns how many people.
 */
export async function forgetStrangers(tx: EntityManager, organizationId: string, before: Day): Promise<number> {
  await tx.query(`create temp table stranger on commit drop as ${strangers}`, [organizationId, before]);
  for (const table of ['milestone', 'group_change'])
    await tx.query(`delete from ${table} t using stranger s where t.organization_id = $1 and t.ordinal = s.ordinal`, [
      organizationId,
    ]);
  const gone = await execute(
    tx,
    `delete from person p using stranger s where p.organization_id = $1 and p.ordinal = s.ordinal`,
    [organizationId],
  );
  await tx.query(`drop table stranger`);
  return gone;
}

// Events that are left have their day in the activity, but for those of the day that is being built.
const strangers = `
  with acted as materialized (
    select segment, bit_or(people) as people from activity_day where organization_id = $1 group by segment
  )
  select p.ordinal
    from person p
    left join acted a on a.segment = p.ordinal / 8192
   where p.organization_id = $1 and not p.declared and not p.adopted
     and (a.people is null or get_bit(a.people, p.ordinal % 8192) = 0)
     and exists (select from milestone m where m.organization_id = $1 and m.ordinal = p.ordinal)
     and not exists (select from milestone m where m.organization_id = $1 and m.ordinal = p.ordinal and m.day >= $2::date)
     and ${[
       'assignment',
       'activity_week',
       'wave_member',
       'mandate',
       'attendance',
       'voluntary_report',
       'relay_proposal',
       'message_seen',
     ]
       .map((table) => `not exists (select from ${table} t where t.organization_id = $1 and t.ordinal = p.ordinal)`)
       .join(' and ')}
     and not exists (select from activity_tie t
                      where t.organization_id = $1 and (t.source = p.ordinal or t.target = p.ordinal))`;
