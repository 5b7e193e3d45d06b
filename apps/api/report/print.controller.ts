import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import {
  PrintedComparisonQuery,
  PrintedEntitiesQuery,
  PrintedExemplarityQuery,
  PrintedWeekQuery,
} from '#contract/report-pdf.js';
import { Allow } from '../access/allow.js';
import {
  Account,
  type OpenOther,
  type OpensToo,
  Organization,
  Others,
  type OrganizationInPath,
  type SignedIn,
  Too,
} from '../access/caller.js';
import { Costly } from '../access/costly.js';
import { Parse } from '../http/parse.js';
import { published } from '../http/published.js';
import { type PrintedBoard, PrintDesk } from './print-desk.js';

/** Boards as PDF, each open to whoever may read its page. */
@Controller('v1/organizations/:org')
export class PrintController {
  constructor(private readonly desk: PrintDesk) {}

  @Get('summary.pdf')
  @Allow('steering')
  @Costly('written')
  summary(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Too() opens: OpensToo,
    @Query(new Parse(PrintedWeekQuery)) query: PrintedWeekQuery,
  ): Promise<StreamableFile> {
    const asked = askedBy(account, organization, opens, query);
    return fileOf(asked, 'summary', this.desk.summary(asked));
  }

  @Get('rollout.pdf')
  @Allow('steering')
  @Costly('written')
  rollout(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Too() opens: OpensToo,
    @Query(new Parse(PrintedWeekQuery)) query: PrintedWeekQuery,
  ): Promise<StreamableFile> {
    const asked = askedBy(account, organization, opens, query);
    return fileOf(asked, 'rollout', this.desk.rollout(asked));
  }

  @Get('entities.pdf')
  @Allow('places')
  @Costly('written')
  entities(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Too() opens: OpensToo,
    @Query(new Parse(PrintedEntitiesQuery)) query: PrintedEntitiesQuery,
  ): Promise<StreamableFile> {
    const asked = askedBy(account, organization, opens, query);
    return fileOf(asked, 'entities', this.desk.entities(asked, query.scope));
  }

  @Get('exemplarity.pdf')
  @Allow('reading')
  @Costly('written')
  exemplarity(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Too() opens: OpensToo,
    @Query(new Parse(PrintedExemplarityQuery)) query: PrintedExemplarityQuery,
  ): Promise<StreamableFile> {
    const asked = askedBy(account, organization, opens, query);
    return fileOf(asked, 'exemplarity', this.desk.exemplarity(asked, query));
  }

  @Get('comparison.pdf')
  @Allow('reading')
  @Costly('written')
  comparison(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Too() opens: OpensToo,
    @Others() others: OpenOther,
    @Query(new Parse(PrintedComparisonQuery)) query: PrintedComparisonQuery,
  ): Promise<StreamableFile> {
    const asked = askedBy(account, organization, opens, query);
    return fileOf(asked, 'comparison', this.desk.comparison(asked, query, others));
  }
}

/** In the language of whoever asks, where they name none. */
const askedBy = (
  account: SignedIn,
  organization: OrganizationInPath,
  opens: OpensToo,
  { week, level, language = account.language }: PrintedWeekQuery,
) => ({ organization, accountId: account.id, opens, week, language, level });

async function fileOf(
  { organization: { slug }, language }: { organization: OrganizationInPath; language: string },
  what: string,
  printed: Promise<PrintedBoard>,
): Promise<StreamableFile> {
  const { file, week } = await published(printed);
  const disposition = `attachment; filename="${[slug, what, ...(week ? [week] : []), language].join('-')}.pdf"`;
  return new StreamableFile(file, { type: 'application/pdf', disposition });
}
