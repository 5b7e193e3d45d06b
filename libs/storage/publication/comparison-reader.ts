import { type DataSource } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { type Window } from '#domain/calendar/windows.js';
import { type Change, changeOf } from '#domain/comparison/change.js';
import { clustersOf, clusterWeek, type SideClusters } from '#domain/comparison/clusters.js';
import { compare, type Compared, entitiesOf } from '#domain/comparison/compare.js';
import { defaultSides } from '#domain/comparison/default-sides.js';
import { type FunnelPlot, funnelPlot, noFunnel } from '#domain/comparison/funnel-plot.js';
import { type Alignment, alignmentOf, lastPair, seriesOf } from '#domain/comparison/series.js';
import { mayBeShorter, orSevenDays } from '#domain/comparison/settle.js';
import { type Side, type SideName, sideOn } from '#domain/comparison/side.js';
import { unitOf } from '#domain/comparison/units.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { populationsRead, windowOf } from '#domain/indicators/rows.js';
import { type Board } from '#domain/rollout/board.js';
import { type Shock } from '#domain/declared/action.js';
import { readFacts } from '../declared/fact.repository.js';
import { withinOrganization } from '../wall/within-organization.js';
import { BoardRepository, type BoardWanted } from './board.repository.js';
import { type PublishedWeek } from './publication.repository.js';

/** An organisation that may be read, named where it is itself a side. */
export interface ComparedOrganization {
  id: string;
  slug: string;
  name: string;
  k: number;
}

export interface ComparisonWanted {
  indicator: IndicatorKey;
  window?: Window | undefined;
  week?: Day | undefined;
  align: Alignment;
  /** Without it, the pilot and the first wave of the rollout with which it has a week in common. */
  sides?: readonly SideName[] | undefined;
  /** A Sunday: also how much more the first side changed since then than the second. */
  since?: Day | undefined;
}

export interface ComparisonRead {
  compared: Compared;
  change: Change | null;
  window: Window | null;
  freshness: PublishedWeek | null;
}

/** Reads what a comparison needs of publications and declared shocks, on a pool that may. */
export class ComparisonReader {
  private readonly boards: BoardRepository;

  constructor(private readonly db: DataSource) {
    this.boards = new BoardRepository(db);
  }

  /**
   * `others`: further organisations that the caller may read, by slug. The measure over 7 days is advised only where it
   * has been read and can be compared.
   */
  async read(
    organization: ComparedOrganization,
    wanted: ComparisonWanted,
    others: ReadonlyMap<string, ComparedOrganization> = new Map(),
  ): Promise<ComparisonRead> {
    const found = await this.readOver(organization, wanted, others);
    const { compared, window } = found;
    if (!mayBeShorter(wanted.indicator, window, compared.settle)) return found;
    const sides = compared.series.map(({ side }) => side);
    const shorter = await this.readOver(organization, { ...wanted, sides, window: 7, since: undefined }, others);
    return { ...found, compared: { ...compared, settle: orSevenDays(compared.settle, shorter.compared.latest) } };
  }

  private async readOver(
    organization: ComparedOrganization,
    wanted: ComparisonWanted,
    others: ReadonlyMap<string, ComparedOrganization>,
  ): Promise<ComparisonRead> {
    const window = windowOf(wanted.indicator, wanted.window);
    const counted = { days: [0, window ?? 0], populations: await this.populations(organization, wanted) };
    const at = wanted.week === undefined ? {} : { week: wanted.week };
    const names = wanted.sides;
    const nodes = (draft: Board) => placesRead(draft, names ?? []);
    const { board, freshness } = await this.boards.read(organization, { ...counted, ...at, nodes });
    const sides: Side[] = [];
    for (const name of names ?? defaultSides(board, wanted.indicator, wanted.window, wanted.align)) {
      const other = name.kind === 'organisation' ? (others.get(name.key) ?? null) : organization;
      const one = other === organization ? board : other && (await this.board(other, { ...counted, nodes })).board;
      const side = one && sideOn(one, name, name.kind === 'organisation' ? other?.name : undefined);
      if (side) sides.push(side);
    }
    const align = alignmentOf(sides.slice(0, 2), wanted.align);
    const series = sides.map((side) => seriesOf(side, wanted.indicator, wanted.window));
    const read = this.clusterReader(organization, others, counted, wanted.indicator, window);
    const shocks = await this.shocks(sides.map(({ key }) => others.get(key)?.id ?? organization.id));
    const [first, second] = series;
    const pair = first && second ? lastPair(first, second, align) : null;
    if (!first || !second || !pair)
      return { compared: compare(series, align, null, shocks), change: null, window, freshness };
    const both = async (one: Day, other: Day) => [await read(first.side, one), await read(second.side, other)] as const;
    const [one, other] = pair;
    const clusters = await both(one.weekEnd, other.weekEnd);
    const compared = compare(series, align, clusters, shocks);
    if (wanted.since === undefined) return { compared, change: null, window, freshness };
    const times = { before: await both(wanted.since, wanted.since), after: await both(one.weekEnd, one.weekEnd) };
    const changed = (side: Side) => ({ launch: side.launch, entities: entitiesOf(side) });
    const changing = [changed(first.side), changed(second.side)] as const;
    const change = changeOf({ from: wanted.since, to: one.weekEnd }, times, changing, shocks);
    return { compared, change, window, freshness };
  }

  /** All entities of an organisation against each other, on the last Sunday on which small ones publish. */
  async funnel(
    organization: ComparedOrganization,
    { indicator, window: asked, week }: Pick<ComparisonWanted, 'indicator' | 'window' | 'week'>,
  ): Promise<FunnelPlot & { window: Window | null; weekEnd: Day | null; freshness: PublishedWeek | null }> {
    const window = windowOf(indicator, asked);
    const populations = await this.populations(organization, { indicator });
    const wanted: BoardWanted = {
      populations,
      days: [0, window ?? 0],
      back: 4,
      ...(week === undefined ? {} : { week }),
    };
    const { board, freshness } = await this.boards.read(organization, wanted);
    const weekEnd = board.week && clusterWeek(board.weeks, board.week, window);
    const plot = weekEnd === null ? null : funnelPlot(board, indicator, weekEnd, window);
    return {
      ...(plot ?? noFunnel),
      window,
      weekEnd,
      freshness,
    };
  }

  /** Each side within its own organisation. */
  private board(organization: ComparedOrganization, wanted: BoardWanted) {
    return withinOrganization(organization.id, () => this.boards.read(organization, wanted));
  }

  private async shocks(organizations: readonly string[]): Promise<Shock[]> {
    const read = [...new Set(organizations)].map((id) =>
      withinOrganization(id, () => readFacts(this.db, id, 'shocks')),
    );
    return (await Promise.all(read)).flat();
  }

  private clusterReader(
    organization: ComparedOrganization,
    others: ReadonlyMap<string, ComparedOrganization>,
    counted: Pick<BoardWanted, 'days' | 'populations'>,
    indicator: IndicatorKey,
    window: Window | null,
  ): (side: Side, weekEnd: Day) => Promise<SideClusters> {
    return async (side, weekEnd) => {
      const week = clusterWeek(side.board.weeks, weekEnd, window);
      const whose = side.kind === 'organisation' ? (others.get(side.key) ?? organization) : organization;
      const { board } = await this.board(whose, { ...counted, week, from: addDays(week, -6) });
      const then = sideOn(board, side, side.name);
      return then
        ? clustersOf(then, indicator, week, window)
        : { byPlace: new Map(), weekEnd: week, hidden: 0, unit: unitOf(side) };
    };
  }

  private async populations(
    organization: ComparedOrganization,
    { indicator, sides = [] }: Pick<ComparisonWanted, 'indicator' | 'sides'>,
  ): Promise<string[]> {
    const people = (await this.boards.wavesOfPeople(organization.id)).map((wave) => `wave-${wave}`);
    const asked = sides.flatMap(({ kind, key }) => (kind === 'population' ? [key] : []));
    const own = populationsRead([indicator]);
    return [...new Set(['everyone', ...own, ...people, ...asked, ...(asked.includes('others') ? ['managers'] : [])])];
  }
}

/** The root, what waves are made of in any week, and the places that are sides themselves. */
function placesRead(board: Board, sides: readonly SideName[]): string[] {
  const places = board.weeks.flatMap((week) => {
    const tree = board.publication.tree(week);
    const rollout = sides.some(({ kind }) => kind === 'rollout') ? board.rollout.places(week) : [];
    return [tree.root?.key ?? '', ...rollout, ...board.waves.flatMap(({ key }) => board.cover(key, week).nodes)];
  });
  return [...new Set([...places, ...sides.flatMap(({ kind, key }) => (kind === 'entity' ? [key] : []))])];
}
