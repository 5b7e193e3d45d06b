import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Module } from '#domain/declared/modules.js';
import { noteAudit } from '../audit/audit-log.js';
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
  return db.transaction(async (tx) => {
    const [row] = await rowsOf<{ modules: Record<string, Day> }>(
      tx,
      `with set as (
         update organization
            set modules = case when $3::text is null then modules - $2::text
                               else modules || jsonb_build_object($2::text, $3::text) end
          where id = $1
         returning modules
       )
       select modules from set`,
      [organizationId, module, declaredOn],
    );
    if (!row) return {};
    await noteAudit(tx, { organizationId, accountId, action: 'module_declared', detail: { module, declaredOn } });
    return row.modules;
  });
}
