import { type DataSource } from 'typeorm';
import { addDays, type Day, mondayOf } from '#domain/calendar/day.js';
import { surveyShares } from '#domain/declared/animation.js';
import { checkKeys, checkOf, signalsOf } from '#domain/diagnostic/catalogue.js';
import { type Declared, nameOf, type Published, type Scope } from '#domain/diagnostic/scope.js';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { latestRows, populationsRead, rowsOf, type Slice } from '#domain/indicators/rows.js';
import { type Board } from '#domain/rollout/board.js';
import { readFacts } from '../declared/fact.repository.js';
import { SurveyRepository } from '../declared/survey.repository.js';
import { DeclaredRepository } from '../steering/declared.repository.js';
import { BoardRepository, type BoardRead } from './board.repository.js';
import { latestCommunities } from './community.repository.js';
import { PublicationRepository, type PublishedWeek } from './publication.repository.js';
import { firstWeekKnown } from './weeks-waiting.js';

/** Every indicator that a check looks at. Retention is published apart. */
const keys: IndicatorKey[] = [
  ...new Set(checkKeys.flatMap((key) => signalsOf(checkOf(key)).flatMap(({ indicator }) => indicator ?? []))),
].filter((key) => key !== 'K11');

/** Weeks between an arrival and the last reading of those that are pooled. */
const cohortDays = 7 * 26;

export interface DiagnosticRead extends Published {
  freshness: PublishedWeek | null;
}

/** Reads what a diagnostic may look at: publications on one pool, declared facts and roles on another. */
export class DiagnosticReader {
  private readonly boards: BoardRepository;
  private readonly publications: PublicationRepository;
  private readonly surveys: SurveyRepository;
  private readonly roles: DeclaredRepository;

  constructor(
    private readonly read: DataSource,
    private readonly app: DataSource,
  ) {
    this.boards = new BoardRepository(read);
    this.publications = new PublicationRepository(read);
    this.surveys = new SurveyRepository(read);
    this.roles = new DeclaredRepository(app);
  }

  /** The newest figure of every indicator in the whole, in each wave and in the places named, at most four weeks old. */
  async published(
    organization: { id: string; k: number },
    places: readonly string[] | 'all',
    asked?: Day,
  ): Promise<DiagnosticRead> {
    const { board, freshness } = await this.board(organization, places, asked);
    const { week } = board;
    if (week === null) return { board, freshness, rows: [], cohorts: [], begins: null };
    const scopes: [Scope, Slice][] = [
      [{ kind: 'organisation' }, board.root],
      ...board.waves.map((wave): [Scope, Slice] => [{ kind: 'wave', key: wave.key }, board.slice(wave)]),
      ...placesIn(board, places).map((key): [Scope, Slice] => [{ kind: 'entity', key }, board.place(key)]),
    ];
    const slices = scopes.map(([scope, slice]) => ({ ...slice, slice: nameOf(scope) }));
    const rows = keys.flatMap((key) => rowsOf(board.publication, board.rules, key, slices, board.weeks));
    const cohorts = await this.publications.cohorts(organization.id, addDays(week, -cohortDays), week);
    const first = await firstWeekKnown(this.app, organization.id);
    return { board, freshness, rows: latestRows(rows, week), cohorts, begins: first && mondayOf(first) };
  }

  /** What was declared, as it stands: of a past week, what had been said by then. */
  async declared({ id, k }: { id: string; k: number }, board: Board, asked?: Day): Promise<Declared> {
    const day = dayOf(board);
    const [items, mandates, reports, actions, questions, answers, groups, attendanceListed, appointments] =
      await Promise.all([
        readFacts(this.read, id, 'governance'),
        this.roles.mandates(id, day),
        this.roles.sponsorReports(id, day),
        readFacts(this.read, id, 'actions'),
        this.surveys.questions(id),
        this.surveys.published(id),
        board.week === null ? [] : latestCommunities(this.read, id, board.week),
        this.roles.hasAttendance(id),
        readFacts(this.read, id, 'appointments'),
      ]);
    const everyone = board.week === null ? null : (board.publication.tree(board.week).root?.headcount ?? null);
    const surveys = surveyShares(questions, answers, { k, everyone }).filter(({ askedOn }) => askedOn <= day);
    const said = asked === undefined ? items : items.filter(({ statedOn }) => statedOn <= asked);
    return { items: said, mandates, reports, actions, surveys, groups, attendanceListed, appointments };
  }

  private async board(
    organization: { id: string; k: number },
    places: readonly string[] | 'all',
    asked: Day | undefined,
  ): Promise<BoardRead> {
    const waves = (await this.boards.wavesOfPeople(organization.id)).map((wave) => `wave-${wave}`);
    const days = keys.flatMap((key) => [indicatorOf(key).defaultWindow ?? 0, ...(indicatorOf(key).alsoWindows ?? [])]);
    return this.boards.read(organization, {
      ...{
        populations: [...new Set(['everyone', ...populationsRead(keys), ...waves])],
        days: [...new Set([0, ...days])],
        back: 4,
      },
      ...(asked === undefined ? {} : { week: asked }),
      ...(places === 'all' ? {} : { nodes: (draft: Board) => [...rootAndWaves(draft), ...places] }),
    });
  }
}

/** The Sunday shown; today before the first publication. */
export const dayOf = (board: Board): Day => board.week ?? new Date().toISOString().slice(0, 10);

function placesIn(board: Board, places: readonly string[] | 'all'): readonly string[] {
  if (places !== 'all' || board.week === null) return places === 'all' ? [] : places;
  return board.publication
    .tree(board.week)
    .places.filter(({ parent }) => parent !== null)
    .map(({ key }) => key);
}

const rootAndWaves = (board: Board): string[] =>
  board.weeks.flatMap((week) => [
    board.publication.tree(week).root?.key ?? '',
    ...board.waves.flatMap(({ key }) => board.cover(key, week).nodes),
  ]);
