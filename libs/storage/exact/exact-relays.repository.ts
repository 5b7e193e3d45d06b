import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';

/** One person in one week: what relays are known by. */
export interface WeekFact {
  person: number;
  week: Day;
  active: boolean;
  acted: boolean;
  groups: string[];
}

/** Weeks of everyone between two Mondays, read row by row. */
export async function weekFacts(tx: EntityManager, organizationId: string, from: Day, to: Day): Promise<WeekFact[]> {
  return rowsOf(
    tx,
    `select w.ordinal as person, w.week, w.active_days > 0 as active, w.acts >= 1 as acted,
            array(select g.group_key from activity_group_week g
                   where g.organization_id = $1 and g.ordinal = w.ordinal and g.week = w.week
                     and (g.posts > 0 or g.comments > 0 or g.reactions > 0)) as groups
       from activity_week w where w.organization_id = $1 and w.week between $2 and $3`,
    [organizationId, from, to],
  );
}

export interface Present {
  person: number;
  boss: number | null;
  /** A manager as the directory says, whoever reports to them. */
  declared: boolean;
  ambassador: boolean;
}

export async function peopleOn(tx: EntityManager, organizationId: string, day: Day): Promise<Present[]> {
  return rowsOf(
    tx,
    `select a.ordinal as person, a.manager_ordinal as boss, a.manages is true as declared,
            'ambassador' in (select m.role from mandate m where m.organization_id = $1 and m.ordinal = a.ordinal
                                and $2::date >= m.valid_from and $2::date < m.valid_to) as ambassador
       from assignment a, person p
      where a.organization_id = $1 and $2::date >= a.valid_from and $2::date < a.valid_to
        and p.organization_id = $1 and p.ordinal = a.ordinal and p.bot = false`,
    [organizationId, day],
  );
}
