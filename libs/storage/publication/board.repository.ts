import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type EventKind, eventKinds } from '#domain/events/kind.js';
import { type Base, baseOf } from '#domain/indicators/base.js';
import { Publication, Tree } from '#domain/indicators/publication.js';
import { Board } from '#domain/rollout/board.js';
import { entitiesOfScope, placesOfScope, wavesOfScope } from '#domain/rollout/scope.js';
import { isOfPeople, type Wave } from '#domain/rollout/wave.js';
import { rowsOf } from '../database.js';
import { SteeringRepository } from '../steering/steering.repository.js';
import { parentsOn, sitesIn } from './entity-links.js';
import { placesBounding } from './places-bounding.js';
import { lastShown, PublicationRepository, type PublishedWeek } from './publication.repository.js';
import { toldBySources } from '../source/source-evidence.js';

export interface BoardWanted {
  /** The Sunday to show; without it, the last closed week (else the running one). */
  week?: Day;
  /** First Sunday to read; without it, every week published. */
  from?: Day;
  /** How many weeks to read at most, the shown one included. */
  back?: number;
  populations: readonly string[];
  days: readonly number[];
  /** Places whose counts are read, from a board without counts; without it, all of them. */
  nodes?: (draft: Board) => readonly string[];
}

/** Of which organisation, and for whom: a reader of one entity gets the board of that entity and nothing around it. */
export interface BoardOf {
  id: string;
  k: number;
  /** Key of the entity that the reader may see; absent or null = the whole organisation. */
  scope?: string | null;
}

/** A board with the week that it shows; `freshness` is null before the first publication. */
export interface BoardRead {
  board: Board;
  freshness: PublishedWeek | null;
  weeks: PublishedWeek[];
  /** Entities of the scope on the last Sunday read; null = all of the organisation. */
  entities: ReadonlySet<string> | null;
}

/** A place was asked for by name that the reader may not see, or that does not exist: the answer is the same. */
export class OutsideScope extends Error {
  readonly code = 'outside_scope';
}

/** Nothing is published for that Sunday. */
export class WeekNotPublished extends Error {
  readonly code = 'week_not_published';
}

const keptTrees = 2000;

/** Lays waves over what is published, on a pool that may read publications. */
export class BoardRepository {
  private readonly published: PublicationRepository;
  private readonly steering: SteeringRepository;
  // Trees of closed weeks do not change: kept by the instant of their publication.
  private readonly trees = new Map<string, Tree>();

  constructor(private readonly db: DataSource) {
    this.published = new PublicationRepository(db);
    this.steering = new SteeringRepository(db);
  }

  async read(organization: BoardOf, wanted: BoardWanted): Promise<BoardRead> {
    const [weeks, waves] = await Promise.all([
      this.published.weeks(organization.id),
      this.steering.waves(organization.id),
    ]);
    const shown = shownWeek(weeks, wanted.week);
    const read = weeks
      .filter(({ weekEnd }) => shown && weekEnd <= shown.weekEnd && (!wanted.from || weekEnd >= wanted.from))
      .slice(0, wanted.back)
      .reverse();
    const [first, last] = [read[0]?.weekEnd, read.at(-1)?.weekEnd];
    const scope = organization.scope ?? null;
    if (!shown || !first || !last) {
      const none = scope === null ? null : new Set<string>();
      return { board: empty(organization.k, none ? [] : waves), freshness: shown, weeks, entities: none };
    }
    const [whole, links, base, told] = await Promise.all([
      this.treesOf(organization.id, read),
      this.steering.links(organization.id, first, last),
      this.baseOf(organization.id),
      toldBySources(this.db, organization.id),
    ]);
    const rules = { base, k: organization.k, ...(told ? { told, kindsIn: kindsIn(read) } : {}) };
    const sundays = read.map(({ weekEnd }) => weekEnd);
    const { trees, open, entities } = inScope(scope, whole, waves, parentsOn(links)(last));
    const laid = [open, sundays, parentsOn(links), sitesIn(links)] as const;
    const boardOf = (publication: Publication) => new Board(publication, rules, ...laid);
    const nodes = placesRead(scope, trees, wanted.nodes?.(boardOf(new Publication(trees, []))));
    const { populations, days } = wanted;
    const asked = { populations, days, from: first, to: last };
    const counts = await this.published.counts(organization.id, { ...asked, ...(nodes ? { nodes } : {}) });
    const below = placesBounding(trees, nodes ?? [], nodes && populations.includes(base) ? counts : [], base);
    const [from, to] = [below.weeks[0], below.weeks.at(-1)];
    if (from && to) {
      const bounding = { populations: ['everyone', base], days, from, to, nodes: below.nodes };
      counts.push(...(await this.published.counts(organization.id, bounding)));
    }
    return { board: boardOf(new Publication(trees, counts)), freshness: shown, weeks, entities };
  }

  /** Keys of the waves that are lists of people: each is a population of its own. */
  async wavesOfPeople(organizationId: string): Promise<string[]> {
    const waves = await this.steering.waves(organizationId);
    return waves.filter(isOfPeople).map(({ key }) => key);
  }

  private async treesOf(organizationId: string, weeks: readonly PublishedWeek[]): Promise<Map<Day, Tree>> {
    const keyOf = ({ weekEnd, publishedAt }: PublishedWeek) => `${organizationId}/${weekEnd}/${publishedAt.getTime()}`;
    const missing = weeks.filter((week) => !this.trees.has(keyOf(week)));
    const [first, last] = [missing[0], missing.at(-1)];
    const places =
      first && last
        ? await this.published.places(organizationId, first.weekEnd, last.weekEnd)
        : new Map<Day, never[]>();
    if (this.trees.size + missing.length > keptTrees) this.trees.clear();
    const found = new Map<Day, Tree>();
    for (const week of weeks) {
      const tree = this.trees.get(keyOf(week)) ?? new Tree(places.get(week.weekEnd) ?? []);
      this.trees.set(keyOf(week), tree);
      found.set(week.weekEnd, tree);
    }
    return found;
  }

  /** From the newest week, so that a curve never changes its base on the way. */
  private async baseOf(organizationId: string): Promise<Base> {
    const [row] = await rowsOf<{ counts: Partial<Record<'invited' | 'opened', [number, number]>> }>(
      this.db,
      `select c.counts
         from published_count c
         join published_node n on n.organization_id = c.organization_id and n.week_end = c.week_end and n.key = c.node
        where c.organization_id = $1 and c.population = 'everyone' and c.days = 0 and n.parent is null
        order by c.week_end desc limit 1`,
      [organizationId],
    );
    const interval = (ends?: [number, number]) => (ends ? { low: ends[0], high: ends[1] } : null);
    return baseOf(interval(row?.counts.invited), interval(row?.counts.opened));
  }
}

/** The one place where a reader's scope is applied: trees, waves and counts of a scope hold nothing else. */
function inScope(
  scope: string | null,
  trees: ReadonlyMap<Day, Tree>,
  waves: readonly Wave[],
  parents: ReadonlyMap<string, string | null>,
) {
  if (scope === null) return { trees, open: waves, entities: null };
  const own = [...trees].map(([day, { places }]) => [day, new Tree(placesOfScope(places, scope))] as const);
  const entities = entitiesOfScope(parents, scope);
  return { trees: new Map(own), open: wavesOfScope(waves, parents, scope), entities };
}

/** Places whose counts are read: without a scope as asked, with one those of the scope. */
function placesRead(
  scope: string | null,
  trees: ReadonlyMap<Day, Tree>,
  asked: readonly string[] | undefined,
): readonly string[] | undefined {
  if (scope === null) return asked;
  const own = new Set([...trees.values()].flatMap(({ places }) => places.map(({ key }) => key)));
  // An empty key is a week in which the whole has no place.
  if (asked?.some((key) => key !== '' && !own.has(key))) throw new OutsideScope('That is outside your entity.');
  return asked ?? [...own];
}

/** Week by week, as far as it is known. */
const kindsIn = (weeks: readonly PublishedWeek[]): Map<Day, EventKind[]> =>
  new Map(
    weeks.flatMap(({ weekEnd, kinds }): [Day, EventKind[]][] =>
      kinds ? [[weekEnd, kinds.flatMap((kind) => eventKinds[kind] ?? [])]] : [],
    ),
  );

function shownWeek(weeks: readonly PublishedWeek[], asked?: Day): PublishedWeek | null {
  if (asked === undefined) return lastShown(weeks);
  const found = weeks.find(({ weekEnd }) => weekEnd === asked);
  if (!found) throw new WeekNotPublished(`Nothing is published for the week that ends on ${asked}.`);
  return found;
}

function empty(k: number, waves: ConstructorParameters<typeof Board>[2]): Board {
  return new Board(new Publication(new Map(), []), { base: 'headcount', k }, waves, [], () => new Map<string, null>());
}
