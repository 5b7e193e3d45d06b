import { type DataSource } from 'typeorm';
import { type ZoneThresholds, zoneThresholds } from '#domain/communities/community.js';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';

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
  await db.transaction(async (tx) => {
    await execute(
      tx,
      `insert into voice_setting (organization_id, account_id, first_replies, voice, weeks) values ($1, $2, $3, $4, $5)`,
      [organizationId, accountId, firstReplies, voice, weeks],
    );
    await noteAudit(tx, { organizationId, accountId, action: 'voice_set', detail: { firstReplies, voice, weeks } });
  });
}
