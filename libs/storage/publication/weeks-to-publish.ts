import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';
import { bringsOf } from './brings-of.js';

/** Something of the week is still in the ledger. */
const isLeft = `
  exists (select from event e
           where e.organization_id = m.organization_id and e.day between m.week_end - 6 and m.week_end)`;

const isBroughtAgain = `
  exists (select from import i
           where i.organization_id = m.organization_id and i.state = 'done' and i.source_id is not null
             and i.finished_at > p.undone_at and ${bringsOf('m.week_end')})`;

/** A file of a source from which the week was not counted when it was told, and is by now. */
const isOfAnotherSource = `
  exists (select from import i
           where i.organization_id = m.organization_id and i.state = 'done' and i.source_id <> all(p.sources)
             and ${bringsOf('m.week_end')})
  and not exists (select from dirty_day d
                   where d.organization_id = m.organization_id and d.day between m.week_end - 7 and m.week_end + 1)
  and not exists (select from dirty_week d where d.organization_id = m.organization_id and d.week_end = m.week_end)`;

/**
 * Weeks counted since they were last published: open ones at once, closed ones once per four-week block (`block` is
 * the first day of the present one), a running week at most once a day (`today`). A closed week that an undone import
 * is behind: with the first file that brings something of it again, and never while nothing of it is left. One that
 * another source begins to tell of: at once, too.
 */
export async function weeksToPublish(
  db: EntityManager,
  organizationId: string,
  today: Day,
  block: Day,
): Promise<Day[]> {
  const rows = await rowsOf<{ sunday: Day }>(
    db,
    `select m.week_end as sunday
       from mask m
       left join published_week p on p.organization_id = m.organization_id and p.week_end = m.week_end
      where m.organization_id = $1 and m.counted_at is not null
        and (p.week_end is null
             or p.provisional and p.published_at < $2::date
             or not p.provisional and p.published_at < m.counted_at
                and (not m.closed
                     or p.undone_at is null and (p.published_at < $3::date or ${isOfAnotherSource})
                     or p.undone_at is not null and (p.published_at < $3::date and ${isLeft} or ${isBroughtAgain})))
      order by m.week_end desc`,
    [organizationId, today, block],
  );
  return rows.map((row) => row.sunday);
}

/**
 * Closed weeks that hold days from `first` to `last` in one of their windows say from now on that an import is in them
 * that was undone.
 */
export const tellUndone = (tx: EntityManager, organizationId: string, first: Day, last: Day): Promise<void> =>
  tell(tx, 'undone_at', [organizationId, first, last]);

/** The same of what they say of groups and exchanges. */
export const tellUndoneOfGroups = (tx: EntityManager, organizationId: string, first: Day, last: Day): Promise<void> =>
  tell(tx, 'groups_undone_at', [organizationId, first, last]);

/** In one of whose windows days from $2 to $3 stand. */
const holdsDays = `w.week_end >= $2::date - 1 and w.week_end < $3::date + 365`;

/** How many weeks told would keep their figures, and say so, where what was brought of these days is taken out. */
export async function closedWeeksAround(
  db: DataSource,
  organizationId: string,
  [first, last]: readonly [Day, Day],
): Promise<number> {
  const [told] = await rowsOf<{ weeks: number }>(
    db,
    `select count(*)::integer as weeks from published_week w join organization o on o.id = w.organization_id
      where w.organization_id = $1 and o.class = 'personal' and not w.provisional and ${holdsDays}`,
    [organizationId, first, last],
  );
  return told?.weeks ?? 0;
}

async function tell(
  tx: EntityManager,
  what: 'undone_at' | 'groups_undone_at',
  of: readonly [string, Day, Day],
): Promise<void> {
  await tx.query(
    `update published_week w set ${what} = now()
       from mask m
      where w.organization_id = $1 and m.organization_id = $1 and m.week_end = w.week_end and m.closed
        and ${holdsDays}`,
    [...of],
  );
}
