import { type DataSource } from 'typeorm';
import { reporters } from '#domain/access/roles.js';
import { type Day } from '#domain/calendar/day.js';
import { type ReportBoard } from '#domain/report/boards.js';
import { issueOf } from '#report/issue.js';
import { reportPdf } from '#report/pdf/report-pdf.js';
import { type Report } from '#report/report.js';
import { AccountRepository, type OrganizationOpened } from '#storage/access/account.repository.js';
import { type ReportRow } from '#storage/report/report.repository.js';
import { changedSince } from './changed-since.js';
import { PrintedBoards } from './printed-boards.js';

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

/** What the issue of a report is drawn from: publications, and what was declared. */
export interface IssueDoors {
  read: DataSource;
  app: DataSource;
}

/** Rates move there; other boards tell of other things. */
const tellsChange = (board: ReportBoard) => board === 'summary' || board === 'rollout';

/** Its board of that week, in the language of the report, with what changed since another. */
export async function drawIssue(
  { read, app }: IssueDoors,
  organization: OrganizationOpened,
  { board, language }: Pick<ReportRow, 'board' | 'language'>,
  { week, since }: { week: Day; since: Day | null },
): Promise<DrawnIssue> {
  const { place, ...told } = await new PrintedBoards(read, app).read(board, organization, week);
  const changed = tellsChange(board) ? await changedSince(read, organization, week, since) : null;
  const isInvented = organization.class === 'synthetic';
  const printing = { language, level: 'simple', place, organization: { name: organization.name, isInvented } } as const;
  const said = issueOf({ ...told, changed }, printing);
  return { said, pdf: await reportPdf(said, { onOne: board === 'summary' }) };
}
