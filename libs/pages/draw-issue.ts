import { type DataSource } from 'typeorm';
import { reporters } from '#domain/access/roles.js';
import { type Day } from '#domain/calendar/day.js';
import { type IssueFactsReader } from './issue-facts.js';
import { issueOf } from '#report/issue.js';
import { reportPdf } from '#report/pdf/report-pdf.js';
import { type Report } from '#report/report.js';
import { AccountRepository, type OrganizationOpened } from '#storage/access/account.repository.js';
import { type ReportRow } from '#storage/report/report.repository.js';

/** The organisation as the maker of a report sees it; null where they no longer see what it tells, or may make none. */
export async function seenByMaker(
  app: DataSource,
  { madeBy, scope }: Pick<ReportRow, 'madeBy' | 'scope'>,
  slug: string,
): Promise<(OrganizationOpened & { scope: string | null }) | null> {
  const accounts = new AccountRepository(app);
  const maker = madeBy === null ? null : await accounts.active(madeBy);
  const seen = maker && (await accounts.opened(maker, slug));
  if (!seen || !reporters.includes(seen.role) || (seen.scope !== null && seen.scope !== scope)) return null;
  return { ...seen, scope };
}

export interface DrawnIssue {
  said: Report;
  pdf: Buffer;
}

/** Synthèse of that week, in the language of the report, with what changed since another. */
export async function drawIssue(
  reader: IssueFactsReader,
  organization: OrganizationOpened,
  { language }: Pick<ReportRow, 'language'>,
  { week, since }: { week: Day; since: Day | null },
): Promise<DrawnIssue> {
  const { place, ...facts } = await reader.read(organization, week, since);
  const isInvented = organization.class === 'synthetic';
  const printing = { language, level: 'simple', place, organization: { name: organization.name, isInvented } } as const;
  const said = issueOf(facts, printing);
  return { said, pdf: await reportPdf(said, { onOne: true }) };
}
