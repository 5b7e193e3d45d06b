import { type DataSource } from 'typeorm';
import { dueWeek } from '#domain/report/schedule.js';
import { issueMail } from '#report/issue-mail.js';
import { type Report } from '#report/report.js';
import { organizationById } from '#storage/organization/organization.js';
import { PublicationRepository } from '#storage/publication/publication.repository.js';
import { type ClaimedMail, IssueRepository } from '#storage/report/issue.repository.js';
import { ReportRepository, type ReportRow } from '#storage/report/report.repository.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { drawIssue, seenByMaker } from './draw-issue.js';

export interface ReportDoors {
  /** Accounts, reports and what was declared. */
  app: DataSource;
  /** Publications, and nothing that is not published. */
  read: DataSource;
}

/** What became of a mail, as the mailer of the process tells it. */
interface Postman {
  isOn: boolean;
  deliver(
    to: { name: string; email: string },
    mail: { subject: string; text: string; html: string },
  ): Promise<{ state: 'sent' } | { state: 'refused' | 'later' | 'unsure'; problem: string }>;
}

interface Sending {
  mailer: Postman;
  /** Where links lead; undefined = nowhere, hence nothing is sent. */
  publicUrl: string | undefined;
  now: () => Date;
}

/**
 * Draws the issues of an organisation that are due, and sends what waits. Safe to repeat, and to run twice at once: an
 * issue is drawn once, a mail is sent by whoever marked it first.
 */
export function sendReports(doors: ReportDoors, organizationId: string, sending: Sending): Promise<void> {
  return withinOrganization(organizationId, () => run(doors, organizationId, sending));
}

async function run(doors: ReportDoors, organizationId: string, { mailer, publicUrl, now }: Sending): Promise<void> {
  const issues = new IssueRepository(doors.app);
  await issues.tidy(organizationId, now());
  if (!mailer.isOn || publicUrl === undefined) return;
  const reports = await new ReportRepository(doors.app).list(organizationId);
  if (reports.length === 0) return;
  const weeks = (await new PublicationRepository(doors.read).weeks(organizationId)).filter(
    ({ provisional }) => !provisional,
  );
  for (const report of reports) {
    const week = dueWeek(report, weeks, report.lastWeek, now());
    if (week !== null && report.recipients.length > 0)
      await issue(doors, organizationId, report, { week, since: report.lastWeek, at: now() });
  }
  const byId = new Map(reports.map((report) => [report.id, report]));
  const origin = new URL(publicUrl).origin;
  for (let mail = await issues.claim(organizationId, now()); mail; mail = await issues.claim(organizationId, now()))
    await send({ issues, organizationId, mailer, now }, mail, mailOf(mail, byId.get(mail.report), origin));
}

async function issue(
  { app, read }: ReportDoors,
  organizationId: string,
  report: ReportRow,
  { week, since, at }: { week: string; since: string | null; at: Date },
): Promise<void> {
  const { slug } = await organizationById(app, organizationId);
  const organization = await seenByMaker(app, report, slug);
  if (!organization) return;
  const drawn = await drawIssue({ read, app }, organization, report, { week, since });
  const { id, recipients, linkDays } = report;
  const issues = new IssueRepository(app);
  const told = { organizationId, report: id, weekEnd: week, isTrial: false, recipients, linkDays, accountId: null };
  await issues.add({ ...told, ...drawn }, at);
}

function mailOf(mail: ClaimedMail, report: ReportRow | undefined, origin: string) {
  const said = mail.said as Report;
  return issueMail({
    ...{ report: said, endsAt: mail.endsAt, isTrial: mail.isTrial },
    ...{ name: report?.name ?? said.title, timezone: report?.timezone ?? 'UTC' },
    // Behind the #, which browsers send to no server: it is in no log and in no referrer.
    url: `${origin}/issue#${mail.token}`,
  });
}

async function send(
  {
    issues,
    organizationId,
    mailer,
    now,
  }: { issues: IssueRepository; organizationId: string } & Omit<Sending, 'publicUrl'>,
  claimed: ClaimedMail,
  mail: ReturnType<typeof issueMail>,
): Promise<void> {
  const delivery = await mailer.deliver({ name: '', email: claimed.email }, mail);
  if (delivery.state === 'sent') await issues.sent(organizationId, claimed, now());
  else await issues.notSent(organizationId, claimed, delivery, now());
}
