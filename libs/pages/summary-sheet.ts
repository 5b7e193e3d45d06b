import { type DataSource } from 'typeorm';
import { type Annotation, type Wave } from '#contract/organization.js';
import { type Summary } from '#contract/summary.js';
import { type Day } from '#domain/calendar/day.js';
import { nextCommittee } from '#domain/committee/committee.js';
import { type BoardOf } from '#storage/publication/board.repository.js';
import { CommitteeRepository } from '#storage/steering/committee.repository.js';
import { type KeptAnswers } from './kept-answers.js';
import { type OpensMarks, type OrganizationPage } from './organization-page.js';
import { type SummaryPage } from './summary-page.js';

/** Synthèse with what stands around it: the dated facts of its chart, the next opening, and what a committee is asked. */
export interface SummarySheetRead {
  summary: Summary;
  waves: readonly Wave[];
  annotations: readonly Annotation[];
  asked: readonly { text: string; heldOn: Day }[];
  /** The only entity that it speaks of; null = the whole organisation. */
  place: string | null;
}

/** Reads what Synthèse is printed from, for whoever may see it: the page's answer and, of the newest week, what a committee is asked. */
export class SummarySheet {
  private readonly committees: CommitteeRepository;

  constructor(
    private readonly summaries: SummaryPage,
    private readonly organizations: OrganizationPage,
    private readonly kept: KeptAnswers,
    app: DataSource,
  ) {
    this.committees = new CommitteeRepository(app);
  }

  async read(organization: BoardOf, opens: OpensMarks, week?: Day): Promise<SummarySheetRead> {
    const read = () => this.summaries.read(organization, week);
    const summary = await this.kept.answer(organization, 'summary', { week }, read);
    const { waves, annotations, nodes, weeks } = await this.organizations.read(organization, opens, week);
    const place = organization.scope == null ? null : (nodes[0]?.name ?? organization.scope);
    // What is asked today has nothing to do with a week of the past.
    const newest = weeks.find(({ provisional }) => !provisional)?.weekEnd;
    const isPast = week !== undefined && newest !== undefined && week < newest;
    return { summary, waves, annotations, asked: isPast ? [] : await this.asked(organization, opens), place };
  }

  /** Decisions that the next committee is to take, for whoever reads committees. */
  private async asked({ id, scope }: BoardOf, opens: OpensMarks): Promise<SummarySheetRead['asked']> {
    if (scope != null || !opens('committee')) return [];
    const next = nextCommittee(await this.committees.list(id), new Date().toISOString().slice(0, 10));
    if (!next) return [];
    return next.items.flatMap(({ state, text }) => (state === 'asked' ? [{ text, heldOn: next.heldOn }] : []));
  }
}
