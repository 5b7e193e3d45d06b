import { type DataSource } from 'typeorm';
import { type ZoneThresholds, zoneThresholds } from '#domain/communities/community.js';
import { rowsOf } from '../database.js';

export interface VoiceSetting extends ZoneThresholds {
  /** Null for the defaults, which nobody set. */
  setAt: Date | null;
}

export interface VoiceSettingBy extends ZoneThresholds {
  setAt: Date;
  /** Null = on the command line, or an account that is gone. */
  by: string | null;
}

const columns = `s.first_replies as "firstReplies", s.voice, s.weeks, s.set_at as "setAt"`;

/** The thresholds that count now, on any pool that may read them. */
export async function voiceSetting(db: DataSource, organizationId: string): Promise<VoiceSetting> {
  const [row] = await rowsOf<VoiceSetting>(
    db,
    `select ${columns} from voice_setting s where s.organization_id = $1 order by s.id desc limit 1`,
    [organizationId],
  );
  return row ?? { ...zoneThresholds, setAt: null };
}

/** Newest first, with who set them. For the application's pool. */
export function voiceSettings(db: DataSource, organizationId: string): Promise<VoiceSettingBy[]> {
  return rowsOf(
    db,
    `select ${columns}, a.name as by from voice_setting s left join account a on a.id = s.account_id
      where s.organization_id = $1 order by s.id desc limit 20`,
    [organizationId],
  );
}

/** Added, never changed: what was said under the thresholds of then can be read again. Leaves a trace in the audit log. */
export async function setVoice(
  db: DataSource,
  organizationId: string,
  accountId: string | null,
  { firstReplies, voice, weeks }: ZoneThresholds,
): Promise<void> {
  await db.query(
    `with added as (
       insert into voice_setting (organization_id, account_id, first_replies, voice, weeks)
       values ($1, $2, $3, $4, $5) returning organization_id, account_id, first_replies, voice, weeks
     )
     insert into audit (organization_id, account_id, action, detail)
     select organization_id, account_id, 'voice_set',
            jsonb_build_object('firstReplies', first_replies, 'voice', voice, 'weeks', weeks) from added`,
    [organizationId, accountId, firstReplies, voice, weeks],
  );
}
