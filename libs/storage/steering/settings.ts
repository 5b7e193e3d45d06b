import { type DataSource } from 'typeorm';
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
  const [row] = await rowsOf<SettingsRow>(
    db,
    `
    with set as (
      update organization
         set house_words = coalesce($3::jsonb, house_words),
             active_definition = case when $5 then $4::jsonb else active_definition end
       where id = $1
      returning house_words, active_definition
    ), trace as (
      insert into audit (organization_id, account_id, action, detail)
      select $1, $2::uuid, 'settings_changed', jsonb_build_object('settings', $6::text[]) where cardinality($6::text[]) > 0
    )
    select house_words as "houseWords", active_definition as active from set
    `,
    [
      organizationId,
      accountId,
      houseWords ? JSON.stringify(houseWords) : null,
      active ? JSON.stringify(active) : null,
      active !== undefined,
      set,
    ],
  );
  return row!;
}
