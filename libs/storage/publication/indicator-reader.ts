import { setImmediate } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { type Window } from '#domain/calendar/windows.js';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import {
  type IndicatorRow,
  latestRows,
  populationOf,
  rowsOf,
  type Slice,
  waitingIn,
  windowOf,
} from '#domain/indicators/rows.js';
import { type Board } from '#domain/rollout/board.js';
import { type BoardOf, BoardRepository } from './board.repository.js';
import { type CohortRow, cohortRows } from './cohort-rows.js';
import { lagRows } from './lag-rows.js';
import { lastShown, PublicationRepository, type PublishedWeek } from './publication.repository.js';

/** Which published numbers are asked for. */
export interface IndicatorQuery {
  keys: readonly IndicatorKey[];
  by: 'organisation' | 'entity' | 'wave' | 'level';
  /** Without it, each indicator's own default. Ignored by states. */
  window?: Window | undefined;
  /** Both included. Without `from`, only the week of `to`; without `to`, the last closed week. */
  from?: Day | undefined;
  to?: Day | undefined;
  nodes?: readonly string[] | undefined;
  population: string;
  /** Per slice only the newest row, looked for up to four weeks back. */
  latest: boolean;
}

export interface IndicatorAnswer {
  rows: (IndicatorRow | CohortRow)[];
  /** Slices without a row on a Sunday that was read, since small places speak at block ends. */
  waiting: { slice: string; weekEnd: Day }[];
  /** The week that was read last; null before the first publication. */
  freshness: PublishedWeek | null;
}

/** Turns a query into the populations, windows and places to read, and reads them on a pool that may. */
export class IndicatorReader {
  private readonly boards: BoardRepository;
  private readonly publications: PublicationRepository;

  constructor(private readonly db: DataSource) {
    this.boards = new BoardRepository(db);
    this.publications = new PublicationRepository(db);
  }

  async rows(organization: BoardOf & { slug: string }, query: IndicatorQuery): Promise<IndicatorAnswer> {
    const weeks = await this.publications.weeks(organization.id);
    // Any day of a range will do; without one, the last closed week.
    const { to } = query;
    const until = to ? weeks.find(({ weekEnd }) => weekEnd <= to) : lastShown(weeks);
    if (!until) return { rows: [], waiting: [], freshness: null };
    const week = until.weekEnd;
    const from = query.latest ? addDays(week, -21) : (query.from ?? week);
    const levels = query.by === 'level' ? await this.publications.levels(organization.id, week) : [];
    const wanted = { week, from, days: daysOf(query), ...placesRead(query) };
    const { board } = await this.boards.read(organization, {
      ...wanted,
      populations: await this.populations(organization.id, query, levels),
    });
    const slices = slicesOf(board, organization.scope ?? organization.slug, query, levels);
    const found = await this.rowsOf(board, slices, query);
    const rows: IndicatorAnswer['rows'] = query.latest ? latestRows(found, week) : found;
    rows.push(...(await lagRows(this.db, organization.id, board, slices, { ...query, from, to: week })));
    // Retention is published for everyone together.
    if (query.keys.includes('K11') && query.by === 'organisation' && !isScoped(organization)) {
      rows.push(...cohortRows(await this.publications.cohorts(organization.id, from, week), organization));
    }
    const waiting = query.latest ? [] : waitingIn(found, query.keys, slices, board.weeks);
    return { rows, waiting, freshness: until };
  }

  /** A year of every place is half a second of reckoning: others are answered in between. */
  private async rowsOf({ publication, rules, weeks }: Board, slices: readonly Slice[], query: IndicatorQuery) {
    const rows: IndicatorRow[] = [];
    let since = performance.now();
    for (const key of query.keys) {
      for (const slice of slices) {
        rows.push(...rowsOf(publication, rules, key, [slice], weeks, query.window));
        if (performance.now() - since < longest) continue;
        await setImmediate();
        since = performance.now();
      }
    }
    return rows;
  }

  private async populations(
    organizationId: string,
    query: IndicatorQuery,
    levels: readonly string[],
  ): Promise<string[]> {
    const waves = query.by === 'wave' ? await this.boards.wavesOfPeople(organizationId) : [];
    const own = query.keys.map((key) => populationOf(key, query.population));
    const beside = query.keys.flatMap((key) => indicatorOf(key).beside ?? []);
    // Those who manage nobody may have to be reckoned from the two others.
    const others = query.population === 'others' ? ['everyone', 'managers'] : [];
    return [...new Set([...own, ...beside, ...others, ...levels, ...waves.map((wave) => `wave-${wave}`)])];
  }
}

/** Milliseconds for which nobody else is answered. */
const longest = 5;

const isScoped = ({ scope = null }: BoardOf): boolean => scope !== null;

function daysOf({ keys, window }: IndicatorQuery): number[] {
  const also = keys.flatMap((key) => indicatorOf(key).alsoWindows ?? []);
  return [...new Set([0, ...keys.map((key) => windowOf(key, window) ?? 0), ...also])];
}

/** Of a few places only their own counts are loaded. */
function placesRead({ by, nodes }: IndicatorQuery): { nodes?: () => readonly string[] } {
  return by === 'entity' && nodes ? { nodes: () => nodes } : {};
}

function slicesOf(
  board: Board,
  slug: string,
  { by, nodes, population }: IndicatorQuery,
  levels: readonly string[],
): Slice[] {
  const of = (slice: Slice): Slice => (population === 'everyone' ? slice : { ...slice, population });
  switch (by) {
    case 'organisation':
      return [of({ ...board.root, slice: slug })];
    case 'entity':
      return (nodes ?? placesOf(board)).map((key) => of(board.place(key)));
    case 'wave':
      return board.waves.map((wave) => of(board.slice(wave)));
    case 'level':
      // The plan is that of everyone: no level has one.
      return levels.map((level) => ({ slice: level, population: level, places: board.root.places }));
  }
}

/** Places of the newest tree first, in its order; then those that are gone. */
function placesOf(board: Board): string[] {
  const newest = [...board.weeks].reverse();
  return [...new Set(newest.flatMap((week: Day) => board.publication.tree(week).places.map(({ key }) => key)))];
}
