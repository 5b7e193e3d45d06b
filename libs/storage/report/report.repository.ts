import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type ReportBoard } from '#domain/report/boards.js';
import { type Cadence } from '#domain/report/schedule.js';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';

export interface ReportFields {
  name: string;
  board: ReportBoard;
  cadence: Cadence;
  hour: number;
  timezone: string;
  language: 'fr' | 'en';
  /** Key of the only entity it tells of; null = the whole organisation. */
  scope: string | null;
  linkDays: number;
  recipients: string[];
}

export interface ReportRow extends ReportFields {
  id: string;
  madeBy: string | null;
  lastWeek: Day | null;
}

export interface IssueRow {
  report: string;
  id: string;
  weekEnd: Day;
  isTrial: boolean;
  drawnAt: Date;
  waiting: number;
  sent: number;
  failed: number;
  unsure: number;
  isOpen: boolean;
}

interface Writer {
  organizationId: string;
  accountId: string;
}

const columns = `id, name, board, cadence, at_hour as hour, timezone, language, scope_entity as scope, link_days as "linkDays",
  recipients, made_by as "madeBy", last_week as "lastWeek"`;

/** When reports go out and to whom, and what became of their issues. For the application's pool. */
export class ReportRepository {
  constructor(private readonly db: DataSource) {}

  list(organizationId: string): Promise<ReportRow[]> {
    return rowsOf(this.db, `select ${columns} from report where organization_id = $1 order by made_at, id`, [
      organizationId,
    ]);
  }

  /** Newest first, of all reports. */
  issues(organizationId: string): Promise<IssueRow[]> {
    const counted = (name: string, states: string) =>
      `count(m.id) filter (where m.state in (${states}))::integer as ${name}`;
    return rowsOf(
      this.db,
      `select i.report_id as report, i.id, i.week_end as "weekEnd", i.is_trial as "isTrial", i.drawn_at as "drawnAt",
              ${counted('waiting', `'waiting', 'sending'`)}, ${counted('sent', `'sent'`)},
              ${counted('failed', `'failed'`)}, ${counted('unsure', `'unsure'`)},
              coalesce(bool_or(m.ends_at > now() and m.state in ('sent', 'unsure')), false) as "isOpen"
         from report_issue i left join report_mail m using (organization_id, report_id)
        where i.organization_id = $1 and (m.issue_id = i.id or m.issue_id is null)
        group by i.organization_id, i.report_id, i.id order by i.week_end desc, i.drawn_at desc, i.id`,
      [organizationId],
    );
  }

  async pdf(organizationId: string, report: string, issue: string): Promise<{ pdf: Buffer; weekEnd: Day } | null> {
    const [row] = await rowsOf<{ pdf: Buffer; weekEnd: Day }>(
      this.db,
      `select pdf, week_end as "weekEnd" from report_issue where organization_id = $1 and report_id = $2 and id = $3`,
      [organizationId, report, issue],
    );
    return row ?? null;
  }

  /** `lastWeek`: what is published already is no news. */
  add({ organizationId, accountId }: Writer, fields: ReportFields, lastWeek: Day | null): Promise<string> {
    return this.db.transaction(async (tx) => {
      const [row] = await rowsOf<{ id: string }>(
        tx,
        `insert into report (organization_id, name, cadence, at_hour, timezone, language, scope_entity, link_days,
                             recipients, board, made_by, last_week)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
        [organizationId, ...valuesOf(fields), accountId, lastWeek],
      );
      await note(tx, { organizationId, accountId }, 'report_changed', {
        change: 'added',
        to: fields.recipients.length,
      });
      return row!.id;
    });
  }

  /** False where there is none. Whoever changes it answers for it from then on; links of those taken off end. */
  change({ organizationId, accountId }: Writer, id: string, fields: ReportFields): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const found = await execute(
        tx,
        `update report set name = $3, cadence = $4, at_hour = $5, timezone = $6, language = $7, scope_entity = $8,
                link_days = $9, recipients = $10, board = $11, made_by = $12 where organization_id = $1 and id = $2`,
        [organizationId, id, ...valuesOf(fields), accountId],
      );
      if (found === 0) return false;
      await execute(
        tx,
        `update report_mail set ends_at = least(ends_at, now()), state = case state when 'waiting' then 'failed' else state end,
                problem = case state when 'waiting' then 'taken_off' else problem end
          where organization_id = $1 and report_id = $2 and not email = any($3)
            and not exists (select from report_issue i where i.organization_id = $1 and i.id = issue_id and i.is_trial)`,
        [organizationId, id, fields.recipients],
      );
      const recipients = fields.recipients.length;
      await note(tx, { organizationId, accountId }, 'report_changed', { change: 'changed', recipients });
      return true;
    });
  }

  /** With its issues and links. False where there is none. */
  remove({ organizationId, accountId }: Writer, id: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const found = await execute(tx, `delete from report where organization_id = $1 and id = $2`, [
        organizationId,
        id,
      ]);
      if (found === 0) return false;
      await note(tx, { organizationId, accountId }, 'report_changed', { change: 'removed' });
      return true;
    });
  }

  /** Ends the links of one issue, and sends none that still wait. False where there is no such issue. */
  revoke({ organizationId, accountId }: Writer, report: string, issue: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const found = await execute(
        tx,
        `update report_mail set ends_at = least(ends_at, now()), state = case state when 'waiting' then 'failed' else state end,
                problem = case state when 'waiting' then 'revoked' else problem end
          where organization_id = $1 and report_id = $2 and issue_id = $3`,
        [organizationId, report, issue],
      );
      if (found === 0) return false;
      await note(tx, { organizationId, accountId }, 'report_changed', { change: 'revoked' });
      return true;
    });
  }
}

const valuesOf = ({ name, cadence, hour, timezone, language, scope, linkDays, recipients, board }: ReportFields) =>
  [name, cadence, hour, timezone, language, scope, linkDays, recipients, board] as const;

/** How many it is for, never whom. */
const note = (tx: EntityManager, { organizationId, accountId }: Writer, action: string, detail: object) =>
  noteAudit(tx, { organizationId, accountId, action, detail });

export async function entityExists(app: DataSource, organizationId: string, key: string): Promise<boolean> {
  const rows = await rowsOf(app, `select 1 from entity where organization_id = $1 and key = $2`, [organizationId, key]);
  return rows.length > 0;
}
