import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type OrganizationFacts } from '../organization/organization.js';
import { rowsOf } from '../database.js';

/** The instant at which a week ends on a Sunday has ended in the zones of the organisation and of all its entities. */
export async function weekIsOver(db: EntityManager, organization: OrganizationFacts, sunday: Day): Promise<Date> {
  const [row] = await rowsOf<{ over: Date }>(
    db,
    `select max(($2::date + 1)::timestamp at time zone zone) as over
       from (select $3::text as zone
              union
             select timezone from entity where organization_id = $1 and timezone is not null) as zones`,
    [organization.id, sunday, organization.timezone],
  );
  return row!.over;
}

/** For late arrivals: what a phone sends when it is back. */
const grace = 86_400_000;

/** From when a week of real people may be published and closed (rules 4.5). */
export async function mayCloseFrom(db: EntityManager, organization: OrganizationFacts, sunday: Day): Promise<Date> {
  return new Date((await weekIsOver(db, organization, sunday)).getTime() + grace);
}
