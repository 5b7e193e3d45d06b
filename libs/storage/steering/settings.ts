import { type DataSource } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { rowsOf } from '../database.js';

/** What an organisation sets of its own; what is absent stays as it is. */
export interface NewSettings {
  houseWords?: Readonly<Record<string, string>> | undefined;
  /** Null takes the definition back. */
  active?: object | null | undefined;
}

export interface SettingsRow {
  houseWords: Record<string, string>;
  active: unknown;
}

/** Sets them, with who did and which of them in the audit log. Returns what holds now. */
export async function saveSettings(
  db: DataSource,
  organizationId: string,
  accountId: string | null,
  { houseWords, active }: NewSettings,
): Promise<SettingsRow> {
  const set = [...(houseWords ? ['house_words'] : []), ...(active === undefined ? [] : ['active_definition'])];
  return db.transaction(async (tx) => {
    const [row] = await rowsOf<SettingsRow>(
      tx,
      `with set as (
         update organization
            set house_words = coalesce($2::jsonb, house_words),
                active_definition = case when $4 then $3::jsonb else active_definition end
          where id = $1
         returning house_words, active_definition
       )
       select house_words as "houseWords", active_definition as active from set`,
      [
        organizationId,
        houseWords ? JSON.stringify(houseWords) : null,
        active ? JSON.stringify(active) : null,
        active !== undefined,
      ],
    );
    const note = { organizationId, accountId, action: 'settings_changed', detail: { settings: set } };
    if (set.length > 0) await noteAudit(tx, note);
    return row!;
  });
}
