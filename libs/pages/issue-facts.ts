import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { whatChanged } from '#domain/rollout/what-changed.js';
import { type Sentence } from '#domain/sentences/sentence.js';
import { type BoardOf, BoardRepository } from '#storage/publication/board.repository.js';
import { FollowUpPage } from './follow-up-page.js';
import { KeptAnswers } from './kept-answers.js';
import { OrganizationPage } from './organization-page.js';
import { placesOfWaves } from './rollout-page.js';
import { SummaryPage } from './summary-page.js';
import { SummarySheet, type SummarySheetRead } from './summary-sheet.js';

export interface IssueFactsRead extends SummarySheetRead {
  changed: { since: Day; sentences: Sentence[] } | null;
}

/** Reads what an issue says: Synthèse of a week, and what became of its numbers since another. */
export class IssueFactsReader {
  private readonly boards: BoardRepository;
  private readonly sheets: SummarySheet;

  constructor(read: DataSource, app: DataSource) {
    const [boards, kept] = [new BoardRepository(read), new KeptAnswers(read)];
    const summaries = new SummaryPage(boards, new FollowUpPage(boards, kept, read), kept, read, app);
    this.sheets = new SummarySheet(summaries, new OrganizationPage(read, app), kept, app);
    this.boards = boards;
  }

  /** `since` null: nothing was told before. Marks and decisions are those of the whole organisation alone. */
  async read(organization: BoardOf, week: Day, since: Day | null): Promise<IssueFactsRead> {
    const sheet = await this.sheets.read(organization, () => organization.scope == null, week);
    if (since === null || since >= week) return { ...sheet, changed: null };
    const { board } = await this.boards.read(organization, {
      ...{ week, from: since, populations: ['everyone', 'unassigned', 'invited'], days: [0, 28] },
      nodes: (draft) => [
        ...placesOfWaves(draft),
        ...draft.weeks.flatMap((sunday) => {
          const { root, places } = draft.publication.tree(sunday);
          return places.flatMap(({ key, parent }) => (parent === root?.key || key === root?.key ? [key] : []));
        }),
      ],
    });
    return { ...sheet, changed: { since, sentences: whatChanged(board, since, week) } };
  }
}
