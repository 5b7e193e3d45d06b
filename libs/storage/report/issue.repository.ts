import { createHash, randomBytes } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { triedAgainAt } from '#domain/report/schedule.js';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';
import { withinOrganization } from '../wall/within-organization.js';

export interface NewIssue {
  organizationId: string;
  report: string;
  weekEnd: Day;
  isTrial: boolean;
  said: object;
  pdf: Buffer;
  recipients: readonly string[];
  linkDays: number;
  /** Who asked for it; null = it was due. */
  accountId: string | null;
}

export interface ClaimedMail {
  report: string;
  issue: string;
  id: string;
  email: string;
  attempts: number;
  endsAt: Date;
  said: unknown;
  isTrial: boolean;
  /** For the mail alone: kept as a hash. */
  token: string;
}

const hashed = (token: string) => createHash('sha256').update(token).digest();

/** After so long without an answer, whoever was sending is gone: what became of the mail is not known. */
const patience = '10 minutes';

/** Freezes issues and hands out their mails, each to one worker and at most once. For the application's pool. */
export class IssueRepository {
  constructor(private readonly db: DataSource) {}

  /** Null where that week was told already: somebody else was faster. */
  add(issue: NewIssue, now: Date): Promise<string | null> {
    const { organizationId, report, weekEnd, isTrial, said, pdf, recipients, linkDays, accountId } = issue;
    return this.db.transaction(async (tx) => {
      const [row] = await rowsOf<{ id: string }>(
        tx,
        `insert into report_issue (organization_id, report_id, week_end, is_trial, said, pdf, drawn_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (organization_id, report_id, week_end) where not is_trial do nothing returning id`,
        [organizationId, report, weekEnd, isTrial, JSON.stringify(said), pdf, now],
      );
      if (!row) return null;
      const ends = new Date(now.getTime() + linkDays * 86_400_000);
      await execute(
        tx,
        `insert into report_mail (organization_id, report_id, issue_id, email, state, next_at, ends_at)
         select $1, $2, $3, email, 'waiting', $5, $6 from unnest($4::text[]) as email`,
        [organizationId, report, row.id, recipients, now, ends],
      );
      if (!isTrial)
        await execute(tx, `update report set last_week = $3 where organization_id = $1 and id = $2`, [
          ...[organizationId, report, weekEnd],
        ]);
      const detail = { change: isTrial ? 'trial' : 'drawn', week: weekEnd, recipients: recipients.length };
      await noteAudit(tx, { organizationId, accountId, action: 'report_issued', detail });
      return row.id;
    });
  }

  /** The next mail that is to go, marked before it goes: a second worker finds another one. */
  claim(organizationId: string, now: Date): Promise<ClaimedMail | null> {
    return this.db.transaction(async (tx) => {
      const [mail] = await rowsOf<Omit<ClaimedMail, 'token'>>(
        tx,
        `select m.report_id as report, m.issue_id as issue, m.id, m.email, m.attempts, m.ends_at as "endsAt", i.said, i.is_trial as "isTrial"
           from report_mail m
           join report_issue i on i.organization_id = m.organization_id and i.report_id = m.report_id and i.id = m.issue_id
          where m.organization_id = $1 and m.state = 'waiting' and m.next_at <= $2 and m.email is not null
          order by m.next_at, m.id limit 1 for update of m skip locked`,
        [organizationId, now],
      );
      if (!mail) return null;
      const token = randomBytes(32).toString('base64url');
      await execute(
        tx,
        `update report_mail set state = 'sending', attempts = attempts + 1, next_at = $3, token_hash = $4, problem = null
          where organization_id = $1 and id = $2`,
        [organizationId, mail.id, now, hashed(token)],
      );
      return { ...mail, attempts: mail.attempts + 1, token };
    });
  }

  /** It went: links of earlier issues to the same address end. */
  sent(organizationId: string, { report, issue, id, email, attempts }: ClaimedMail, now: Date): Promise<void> {
    return this.db.transaction(async (tx) => {
      await execute(tx, `update report_mail set state = 'sent', sent_at = $3 where organization_id = $1 and id = $2`, [
        organizationId,
        id,
        now,
      ]);
      await execute(
        tx,
        `update report_mail m set ends_at = least(m.ends_at, $5)
           from report_issue i, report_issue own
          where m.organization_id = $1 and m.report_id = $2 and m.email = $4 and m.issue_id <> $3
            and i.organization_id = $1 and i.id = m.issue_id and own.organization_id = $1 and own.id = $3
            and not own.is_trial and i.week_end < own.week_end`,
        [organizationId, report, issue, email, now],
      );
      await noteAudit(tx, { organizationId, accountId: null, action: 'report_sent', detail: { attempts } });
    });
  }

  /** Tried again later, or never: `refused` is final, and so is a mail that may have arrived. */
  async notSent(
    organizationId: string,
    { id, attempts }: ClaimedMail,
    { state, problem }: { state: 'refused' | 'later' | 'unsure'; problem: string },
    now: Date,
  ): Promise<void> {
    const again = state === 'later' ? triedAgainAt(attempts, now) : null;
    const becomes = state === 'unsure' ? 'unsure' : again ? 'waiting' : 'failed';
    await execute(
      this.db,
      `update report_mail set state = $3, next_at = coalesce($4, next_at), problem = $5
        where organization_id = $1 and id = $2 and state = 'sending'`,
      [organizationId, id, becomes, again, problem],
    );
  }

  /** What was being sent when its worker ended is not sent again; addresses are forgotten a month after their link. */
  async tidy(organizationId: string, now: Date): Promise<void> {
    await execute(
      this.db,
      `update report_mail set state = 'unsure', problem = 'interrupted'
        where organization_id = $1 and state = 'sending' and next_at < $2::timestamptz - interval '${patience}'`,
      [organizationId, now],
    );
    await execute(
      this.db,
      `update report_mail set email = null, token_hash = null
        where organization_id = $1 and ends_at < $2::timestamptz - interval '30 days' and email is not null`,
      [organizationId, now],
    );
  }
}

export interface OpenIssue {
  organizationId: string;
  said: unknown;
  pdf: Buffer;
  weekEnd: Day;
  endsAt: Date;
}

/** What a link opens; null alike where there is none and where it has ended. Noted, without whose link it was. */
export async function openIssue(app: DataSource, token: string, what: 'page' | 'pdf'): Promise<OpenIssue | null> {
  const [mail] = await rowsOf<{ organizationId: string; report: string; issue: string; endsAt: Date }>(
    app,
    `select organization_id as "organizationId", report_id as report, issue_id as issue, ends_at as "endsAt"
       from report_mail where token_hash = $1 and ends_at > now() and state in ('sent', 'unsure')`,
    [hashed(token)],
  );
  if (!mail) return null;
  const { organizationId, report, issue, endsAt } = mail;
  return withinOrganization(organizationId, () =>
    app.transaction(async (tx) => {
      const [row] = await rowsOf<Pick<OpenIssue, 'said' | 'pdf' | 'weekEnd'>>(
        tx,
        `select said, pdf, week_end as "weekEnd" from report_issue where organization_id = $1 and report_id = $2 and id = $3`,
        [organizationId, report, issue],
      );
      if (!row) return null;
      const detail = { what, week: row.weekEnd };
      await noteAudit(tx, { organizationId, accountId: null, action: 'report_opened', detail });
      return { organizationId, endsAt, ...row };
    }),
  );
}
