import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Language } from '#contract/access.js';
import { type ComparisonQuery } from '#contract/comparison.js';
import { type ExemplarityQuery } from '#contract/exemplarity.js';
import { type PublishedWeek } from '#contract/published.js';
import { type Day } from '#domain/calendar/day.js';
import { type OpensMarks, OrganizationPage } from '#pages/organization-page.js';
import { SummarySheet } from '#pages/summary-sheet.js';
import { placeName } from '#domain/sentences/place-name.js';
import { reportPdf } from '#report/pdf/report-pdf.js';
import { type Level, type Printing, reportOf } from '#report/printed.js';
import { type ReportPart } from '#report/report.js';
import { comparisonPart } from '#report/comparison-part.js';
import { exemplarityPart } from '#report/exemplarity-part.js';
import { rolloutPart } from '#report/rollout-part.js';
import { summaryPart } from '#report/summary-part.js';
import { noteAlone } from '#storage/audit/audit-log.js';
import { type OpenOther, type OrganizationInPath } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { ComparisonAnswer, ExemplarityAnswer, RolloutAnswer } from '../http/page-answers.js';

export interface Asked {
  organization: OrganizationInPath;
  accountId: string;
  opens: OpensMarks;
  week: Day | undefined;
  language: Language;
  level: Level;
}

export interface PrintedBoard {
  file: Buffer;
  /** Sunday that it tells; null before the first publication. */
  week: Day | null;
}

/** Prints boards from what their pages answer. */
@Injectable()
export class PrintDesk {
  constructor(
    private readonly sheets: SummarySheet,
    private readonly organizations: OrganizationPage,
    private readonly rollouts: RolloutAnswer,
    private readonly exemplarities: ExemplarityAnswer,
    private readonly comparisons: ComparisonAnswer,
    @Inject(APP_DB) private readonly app: DataSource,
  ) {}

  async summary(asked: Asked): Promise<PrintedBoard> {
    const { organization, opens, week } = asked;
    const { place, ...facts } = await this.sheets.read(organization, opens, week);
    const { freshness } = facts.summary;
    return this.print(asked, 'summary', { freshness, place, part: (printing) => summaryPart(facts, printing) });
  }

  async rollout(asked: Asked): Promise<PrintedBoard> {
    const { organization, week } = asked;
    const rollout = await this.rollouts.read(organization, week);
    const { annotations, place } = await this.frame(asked);
    const part = (printing: Printing) => rolloutPart({ rollout, annotations }, printing);
    return this.print(asked, 'rollout', { freshness: rollout.freshness, place, part });
  }

  async exemplarity(asked: Asked, query: ExemplarityQuery): Promise<PrintedBoard> {
    const exemplarity = await this.exemplarities.read(asked.organization, query);
    const { houseWords, nodes } = await this.frame(asked);
    const { node, freshness } = exemplarity;
    const place = nodes.find(({ key, parent }) => key === node && parent !== null);
    const part = (printing: Printing) => exemplarityPart({ exemplarity, houseWords }, printing);
    return this.print(asked, 'exemplarity', {
      ...{ freshness, part },
      place: place ? placeName(place, asked.language) : null,
    });
  }

  async comparison(asked: Asked, query: ComparisonQuery, open: OpenOther): Promise<PrintedBoard> {
    const comparison = await this.comparisons.read(asked.organization, query, open);
    const part = (printing: Printing) => comparisonPart(comparison, printing);
    return this.print(asked, 'comparison', { freshness: comparison.freshness, place: null, part });
  }

  /** The frame of the page, and the entity whose board it is; null = the whole organisation. */
  private async frame({ organization, opens, week }: Asked) {
    const frame = await this.organizations.read(organization, opens, week);
    return { ...frame, place: organization.scope === null ? null : (frame.nodes[0]?.name ?? organization.scope) };
  }

  private async print(
    { organization, accountId, language, level }: Asked,
    what: string,
    told: { freshness: PublishedWeek | null; place: string | null; part: (printing: Printing) => ReportPart },
  ): Promise<PrintedBoard> {
    const { name, class: kind } = organization;
    const by = { language, level, organization: { name, isInvented: kind === 'synthetic' }, place: told.place };
    const report = reportOf(by, told.freshness, [told.part(by)]);
    const detail = { what: `board-${what}`, format: 'pdf' };
    await noteAlone(this.app, { organizationId: organization.id, accountId, action: 'exported', detail });
    const file = await reportPdf(report, { onOne: what === 'summary' });
    return { file, week: told.freshness?.weekEnd ?? null };
  }
}
