import { type DataSource } from 'typeorm';
import { ComparisonQuery } from '#contract/comparison.js';
import { IndicatorQuery } from '#contract/indicators.js';
import { type PublishedWeek } from '#contract/published.js';
import { type Day } from '#domain/calendar/day.js';
import { type ReportBoard } from '#domain/report/boards.js';
import { comparisonPart } from '#report/comparison-part.js';
import { entitiesPart, entityKeys } from '#report/entities-part.js';
import { exemplarityPart } from '#report/exemplarity-part.js';
import { type Printing } from '#report/printed.js';
import { type ReportPart } from '#report/report.js';
import { rolloutPart } from '#report/rollout-part.js';
import { summaryPart } from '#report/summary-part.js';
import { type OrganizationOpened } from '#storage/access/account.repository.js';
import { BoardRepository } from '#storage/publication/board.repository.js';
import { ComparisonReader } from '#storage/publication/comparison-reader.js';
import { IndicatorReader } from '#storage/publication/indicator-reader.js';
import { PublicationRepository } from '#storage/publication/publication.repository.js';
import { comparisonOnWire } from './comparison-on-wire.js';
import { ExemplarityPage } from './exemplarity-page.js';
import { FollowUpPage } from './follow-up-page.js';
import { freshnessOf } from './freshness.js';
import { KeptAnswers } from './kept-answers.js';
import { OrganizationPage } from './organization-page.js';
import { RolloutPage } from './rollout-page.js';
import { SummaryPage } from './summary-page.js';
import { SummarySheet } from './summary-sheet.js';

/** A board of a week, ready to be put into words. */
interface BoardRead {
  freshness: PublishedWeek | null;
  /** The only entity that it speaks of; null = the whole organisation. */
  place: string | null;
  part: (printing: Printing) => ReportPart;
}

/** Days that Comparaisons is read over when it is opened. */
const comparedDays = 28;

/** Reads boards as their pages open, where no page and no request is. Marks are told of the whole organisation alone. */
export class PrintedBoards {
  private readonly boards: BoardRepository;
  private readonly sheets: SummarySheet;
  private readonly organizations: OrganizationPage;

  constructor(
    private readonly db: DataSource,
    app: DataSource,
  ) {
    const [boards, kept] = [new BoardRepository(db), new KeptAnswers(db)];
    const summaries = new SummaryPage(boards, new FollowUpPage(boards, kept, db), kept, db, app);
    this.organizations = new OrganizationPage(db, app);
    this.sheets = new SummarySheet(summaries, this.organizations, kept, app);
    this.boards = boards;
  }

  read(board: ReportBoard, organization: OrganizationOpened, week: Day): Promise<BoardRead> {
    const readers: Record<ReportBoard, () => Promise<BoardRead>> = {
      summary: () => this.summary(organization, week),
      rollout: () => this.rollout(organization, week),
      entities: () => this.entities(organization, week),
      exemplarity: () => this.exemplarity(organization, week),
      comparison: () => this.comparison(organization, week),
    };
    return readers[board]();
  }

  private async summary(organization: OrganizationOpened, week: Day): Promise<BoardRead> {
    const { place, ...facts } = await this.sheets.read(organization, () => organization.scope === null, week);
    return { place, freshness: facts.summary.freshness, part: (printing) => summaryPart(facts, printing) };
  }

  private async rollout(organization: OrganizationOpened, week: Day): Promise<BoardRead> {
    const rollout = await new RolloutPage(this.boards).read(organization, week);
    const { annotations, place } = await this.frame(organization, week);
    const part = (printing: Printing) => rolloutPart({ rollout, annotations }, printing);
    return { place, freshness: rollout.freshness, part };
  }

  private async entities(organization: OrganizationOpened, week: Day): Promise<BoardRead> {
    const { place, ...frame } = await this.frame(organization, week);
    const query = IndicatorQuery.parse({ keys: [...entityKeys], by: 'entity', latest: 'true', to: week });
    const { rows, freshness } = await new IndicatorReader(this.db).rows(organization, query);
    const part = (printing: Printing) => entitiesPart({ organization: frame, rows }, printing);
    return { place, freshness: freshnessOf(freshness), part };
  }

  private async exemplarity(organization: OrganizationOpened, week: Day): Promise<BoardRead> {
    const page = new ExemplarityPage(this.boards, new PublicationRepository(this.db), this.db);
    const exemplarity = await page.read(organization, { week });
    const { houseWords } = await this.frame(organization, week);
    const part = (printing: Printing) => exemplarityPart({ exemplarity, houseWords }, printing);
    return { place: null, freshness: exemplarity.freshness, part };
  }

  private async comparison(organization: OrganizationOpened, week: Day): Promise<BoardRead> {
    const { compare: sides, ...query } = ComparisonQuery.parse({ week, window: comparedDays });
    const read = await new ComparisonReader(this.db).read(organization, { ...query, sides });
    const comparison = comparisonOnWire(query.indicator, read);
    const part = (printing: Printing) => comparisonPart(comparison, printing);
    return { place: null, freshness: comparison.freshness, part };
  }

  private async frame(organization: OrganizationOpened, week: Day) {
    const frame = await this.organizations.read(organization, () => organization.scope === null, week);
    return { ...frame, place: organization.scope === null ? null : (frame.nodes[0]?.name ?? organization.scope) };
  }
}
