import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Language } from '#contract/access.js';
import { type ComparisonQuery } from '#contract/comparison.js';
import { type ExemplarityQuery } from '#contract/exemplarity.js';
import { IndicatorQuery } from '#contract/indicators.js';
import { type TreeNode } from '#contract/organization.js';
import { type PublishedWeek } from '#contract/published.js';
import { type Day } from '#domain/calendar/day.js';
import { type OpensMarks, OrganizationPage } from '#pages/organization-page.js';
import { SummarySheet } from '#pages/summary-sheet.js';
import { placeName } from '#domain/sentences/place-name.js';
import { reportPdf } from '#report/pdf/report-pdf.js';
import { type Level, type Printing, reportOf } from '#report/printed.js';
import { type ReportPart } from '#report/report.js';
import { comparisonPart } from '#report/comparison-part.js';
import { entitiesPart, entityKeys } from '#report/entities-part.js';
import { exemplarityPart } from '#report/exemplarity-part.js';
import { rolloutPart } from '#report/rollout-part.js';
import { summaryPart } from '#report/summary-part.js';
import { Problem } from '#runtime/problem.js';
import { noteAlone } from '#storage/audit/audit-log.js';
import { type OpenOther, type OrganizationInPath } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { ComparisonAnswer, ExemplarityAnswer, IndicatorsAnswer, RolloutAnswer } from '../http/page-answers.js';

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

/** The boards that are printed beside Synthèse. */
@Injectable()
export class BoardAnswers {
  constructor(
    readonly rollouts: RolloutAnswer,
    readonly exemplarities: ExemplarityAnswer,
    readonly comparisons: ComparisonAnswer,
    readonly indicators: IndicatorsAnswer,
  ) {}
}

/** Prints boards from what their pages answer. */
@Injectable()
export class PrintDesk {
  constructor(
    private readonly sheets: SummarySheet,
    private readonly organizations: OrganizationPage,
    private readonly answers: BoardAnswers,
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
    const rollout = await this.answers.rollouts.read(organization, week);
    const { annotations, place } = await this.frame(asked);
    const part = (printing: Printing) => rolloutPart({ rollout, annotations }, printing);
    return this.print(asked, 'rollout', { freshness: rollout.freshness, place, part });
  }

  /** Of one place, what lies in it. */
  async entities(asked: Asked, scope: string | undefined): Promise<PrintedBoard> {
    const { organization, week } = asked;
    const { place, ...frame } = await this.frame(asked);
    const nodes = scope === undefined ? frame.nodes : subtreeOf(frame.nodes, scope);
    const query = IndicatorQuery.parse({ keys: [...entityKeys], by: 'entity', latest: 'true', to: week });
    const { rows, freshness } = await this.answers.indicators.rows(organization, query);
    const part = (printing: Printing) => entitiesPart({ organization: { ...frame, nodes }, rows }, printing);
    const named = scope === undefined || !nodes[0] ? place : placeName(nodes[0], asked.language);
    return this.print(asked, 'entities', { freshness, place: named, part });
  }

  async exemplarity(asked: Asked, query: ExemplarityQuery): Promise<PrintedBoard> {
    const exemplarity = await this.answers.exemplarities.read(asked.organization, query);
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
    const comparison = await this.answers.comparisons.read(asked.organization, query, open);
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

/** A place and everything below it; parents come before children. */
function subtreeOf(nodes: readonly TreeNode[], key: string): TreeNode[] {
  const inside = new Set([key]);
  for (const node of nodes) if (node.parent !== null && inside.has(node.parent)) inside.add(node.key);
  const found = nodes.filter((node) => inside.has(node.key));
  return found.length > 0 ? found : unknownNode();
}

function unknownNode(): never {
  throw new Problem('unknown_node', 404, 'This place is not published that week.');
}
