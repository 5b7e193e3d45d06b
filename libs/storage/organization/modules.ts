import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Module } from '#domain/declared/modules.js';
import { rowsOf } from '../database.js';

/**
 * Switches a module on, with the day on which it was declared, or off (null). Who did is in the audit log. Returns the
 * modules that are on; what a module counts begins with the next week that is counted.
 */
export async function declareModule(
  db: DataSource,
  organizationId: string,
  accountId: string | null,
  { module, declaredOn }: { module: Module; declaredOn: Day | null },
): Promise<Record<string, Day>> {
  const [row] = await rowsOf<{ modules: Record<string, Day> }>(
    db,
    `
    with set as (
      update organization
         set modules = case when $4::text is null then modules - $3::text
                            else modules || jsonb_build_object($3::text, $4::text) end
       where id = $1
      returning modules
    ), trace as (
      insert into audit (organization_id, account_id, action, detail)
      select $1, $2::uuid, 'module_declared', jsonb_build_object('module', $3::text, 'declaredOn', $4::text) from set
    )
    select modules from set
    `,
    [organizationId, accountId, module, declaredOn],
  );
  return row?.modules ?? {};
}
