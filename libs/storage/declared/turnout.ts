import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';

/** Participants of each action: the length of its list, else the declared number. Never who they were. */
export async function participantsByAction(db: DataSource, organizationId: string): Promise<Map<string, number>> {
  const rows = await rowsOf<{ key: string; people: number }>(
    db,
    `
    select a.key, coalesce(
             (select nullif(count(*), 0) from attendance t where t.organization_id = $1 and t.action_key = a.key),
             (select people from turnout t where t.organization_id = $1 and t.action_key = a.key and t.entity_key = ''),
             (select sum(people) from turnout t where t.organization_id = $1 and t.action_key = a.key)
           )::integer as people
      from action a where a.organization_id = $1
    `,
    [organizationId],
  );
  return new Map(rows.flatMap(({ key, people }) => (people === null ? [] : [[key, people] as const])));
}
