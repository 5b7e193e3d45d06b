import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type NewReport, type Reports } from '#contract/reports.js';
import { drawIssue, seenByMaker } from '#pages/draw-issue.js';
import { isOfPlaces } from '#domain/report/boards.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { reportJob } from '#runtime/jobs/jobs.js';
import { Problem } from '#runtime/problem.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { PublicationRepository } from '#storage/publication/publication.repository.js';
import { IssueRepository } from '#storage/report/issue.repository.js';
import { entityExists, ReportRepository, type ReportRow } from '#storage/report/report.repository.js';
import { type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB, READ_DB } from '../databases.js';

/** How long the link of a trial opens, in days. */
const trialDays = 7;

/** Reports by mail: whoever may see one entity only sets up, sees and changes those of that entity. */
@Injectable()
export class ReportsDesk {
  private readonly reports: ReportRepository;

  constructor(
    @Inject(APP_DB) private readonly app: DataSource,
    @Inject(READ_DB) private readonly read: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly queue: JobQueue,
  ) {
    this.reports = new ReportRepository(app);
  }

  async list(organization: OrganizationInPath): Promise<Reports> {
    const [rows, issues] = await Promise.all([this.own(organization), this.reports.issues(organization.id)]);
    const held = await Promise.all(rows.map((row) => seenByMaker(this.app, row, organization.slug)));
    return {
      missing: this.missing(),
      reports: rows.map(({ madeBy: _, ...row }, place) => ({
        ...row,
        isHeld: held[place] === null,
        issues: issues
          .filter(({ report }) => report === row.id)
          .map(({ report: _of, waiting, sent, failed, unsure, drawnAt, ...issue }) => ({
            ...{ ...issue, drawnAt: drawnAt.toISOString() },
            mails: { waiting, sent, failed, unsure },
          })),
      })),
    };
  }

  async add(organization: OrganizationInPath, { id }: SignedIn, report: NewReport): Promise<string> {
    const fields = await this.scoped(organization, report);
    const weeks = await new PublicationRepository(this.read).weeks(organization.id);
    const last = weeks.find(({ provisional }) => !provisional)?.weekEnd ?? null;
    return this.reports.add({ organizationId: organization.id, accountId: id }, fields, last);
  }

  async change(organization: OrganizationInPath, { id }: SignedIn, report: string, to: NewReport): Promise<void> {
    await this.one(organization, report);
    const fields = await this.scoped(organization, to);
    await this.reports.change({ organizationId: organization.id, accountId: id }, report, fields);
  }

  async remove(organization: OrganizationInPath, { id }: SignedIn, report: string): Promise<void> {
    await this.one(organization, report);
    await this.reports.remove({ organizationId: organization.id, accountId: id }, report);
  }

  async revoke(organization: OrganizationInPath, { id }: SignedIn, report: string, issue: string): Promise<void> {
    await this.one(organization, report);
    const by = { organizationId: organization.id, accountId: id };
    if (!(await this.reports.revoke(by, report, issue))) unknownIssue();
  }

  async pdf(organization: OrganizationInPath, report: string, issue: string) {
    await this.one(organization, report);
    return (await this.reports.pdf(organization.id, report, issue)) ?? unknownIssue();
  }

  /** To whoever asks, as it would go today; links of others go on. */
  async tryOut(organization: OrganizationInPath, { id, email }: SignedIn, report: string): Promise<void> {
    if (this.missing().length > 0) throw new Problem('no_mail', 409, 'This installation sends no mail.');
    const row = await this.one(organization, report);
    const weeks = await new PublicationRepository(this.read).weeks(organization.id);
    const week = weeks.find(({ provisional }) => !provisional)?.weekEnd;
    if (week === undefined) throw new Problem('week_not_published', 404, 'Nothing is published yet.');
    // What its reader sees here, never more than the report tells.
    const seen = await seenByMaker(this.app, { madeBy: id, scope: row.scope }, organization.slug);
    if (!seen) throw new Problem('outside_scope', 403, 'That is outside your entity.');
    const before = weeks.filter(({ provisional, weekEnd }) => !provisional && weekEnd < week);
    const since = row.lastWeek !== null && row.lastWeek < week ? row.lastWeek : (before[3]?.weekEnd ?? null);
    const drawn = await drawIssue({ read: this.read, app: this.app }, seen, row, { week, since });
    const trial = { isTrial: true, weekEnd: week, recipients: [email], linkDays: trialDays, accountId: id };
    const issue = { organizationId: organization.id, report, ...trial, ...drawn };
    await new IssueRepository(this.app).add(issue, new Date());
    await this.queue.addAgain(reportJob, { organizationId: organization.id });
  }

  private missing(): Reports['missing'] {
    return (['SMTP_URL', 'PUBLIC_URL'] as const).filter((name) => this.settings[name] === undefined);
  }

  private async own({ id, scope }: OrganizationInPath): Promise<ReportRow[]> {
    return (await this.reports.list(id)).filter((row) => scope === null || row.scope === scope);
  }

  private async one(organization: OrganizationInPath, report: string): Promise<ReportRow> {
    const rows = await this.own(organization);
    return rows.find(({ id }) => id === report) ?? unknownReport();
  }

  private async scoped({ id, scope }: OrganizationInPath, report: NewReport): Promise<NewReport> {
    const own = report.scope ?? scope;
    if (scope !== null && own !== scope) throw new Problem('outside_scope', 403, 'That is outside your entity.');
    if (own !== null && !isOfPlaces(report.board))
      throw new Problem('board_of_whole', 422, 'This board is told of the whole organisation only.');
    if (own !== null && !(await entityExists(this.app, id, own)))
      throw new Problem('unknown_entity', 404, 'There is no such entity.');
    return { ...report, scope: own };
  }
}

export function unknownReport(): never {
  throw new Problem('unknown_report', 404, 'There is no such report.');
}

export function unknownIssue(): never {
  throw new Problem('unknown_issue', 404, 'There is no such issue of this report.');
}
