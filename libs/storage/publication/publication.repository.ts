import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type CountRow, type Place } from '#domain/indicators/publication.js';
import { toldApart } from '#domain/indicators/told-apart.js';
import { byLevel } from '#domain/indicators/levels.js';
import { rowsOf } from '../database.js';

export interface PublishedWeek {
  weekEnd: Day;
  /** Last local day that was counted. */
  through: Day;
  provisional: boolean;
  publishedAt: Date;
  /** Numbers of the kinds of events that sources had told by then; null: not recorded. */
  kinds?: readonly number[] | null;
  /** When an import was undone that its counts still hold, and that its ties and groups do; null = none. */
  undoneAt?: Date | null;
  groupsUndoneAt?: Date | null;
}

/** The week that is shown when none is asked for: the last closed one, else the running one. `weeks`: newest first. */
export const lastShown = (weeks: readonly PublishedWeek[]): PublishedWeek | null =>
  weeks.find(({ provisional }) => !provisional) ?? weeks[0] ?? null;

export interface CountsWanted {
  populations: readonly string[];
  /** Windows; 0 = state. */
  days: readonly number[];
  from: Day;
  to: Day;
  /** Without it, every place. */
  nodes?: readonly string[];
}

export interface Cohort {
  /** Monday of the first week of arrival, and of the last joined to it. */
  cohort: Day;
  cohortEnd: Day;
  /** Weeks since the last: everybody counted has been there that long, whoever came in a week joined to it longer. */
  lag: number;
  people: [number, number];
  active: [number, number];
}

/** Reads what is published, on any pool that may: no raw count, no person. */
export class PublicationRepository {
  constructor(private readonly db: DataSource) {}

  /** Newest first. */
  weeks(organizationId: string): Promise<PublishedWeek[]> {
    return rowsOf(
      this.db,
      `select week_end as "weekEnd", through, provisional, published_at as "publishedAt", kinds,
              undone_at as "undoneAt", groups_undone_at as "groupsUndoneAt"
         from published_week where organization_id = $1 order by week_end desc`,
      [organizationId],
    );
  }

  /** The trees of the weeks between two Sundays, each with parents before children, under names that tell them apart. */
  async places(organizationId: string, from: Day, to: Day): Promise<Map<Day, Place[]>> {
    const rows = await rowsOf<Place & { weekEnd: Day }>(this.db, selectPlaces, [organizationId, from, to]);
    const trees = new Map<Day, Place[]>();
    for (const { weekEnd, ...place } of rows) {
      const tree = trees.get(weekEnd);
      if (tree) tree.push(place);
      else trees.set(weekEnd, [place]);
    }
    for (const [weekEnd, tree] of trees) trees.set(weekEnd, toldApart(tree));
    return trees;
  }

  counts(organizationId: string, { populations, days, from, to, nodes }: CountsWanted): Promise<CountRow[]> {
    return rowsOf(
      this.db,
      `select population, days, node, week_end as "weekEnd", counts
         from published_count
        where organization_id = $1 and population = any($2) and days = any($3) and week_end between $4 and $5
              and ($6::text[] is null or node = any($6))`,
      [organizationId, populations, days, from, to, nodes ?? null],
    );
  }

  /** Populations of managers by level that a week publishes, from the top; small levels are joined: `level-0+level-1`; `level-none` is last. */
  async levels(organizationId: string, weekEnd: Day): Promise<string[]> {
    const rows = await rowsOf<{ population: string }>(
      this.db,
      `select distinct population
         from published_count
        where organization_id = $1 and week_end = $2 and days = 0 and population like 'level-%'`,
      [organizationId, weekEnd],
    );
    return rows.map(({ population }) => population).sort(byLevel);
  }

  /** Weeks since arrival, by cohort; `from` and `to` bound the Sunday that is read, not the arrival. */
  cohorts(organizationId: string, from: Day, to: Day): Promise<Cohort[]> {
    return rowsOf(
      this.db,
      `select cohort, cohort_end as "cohortEnd", lag - (cohort_end - cohort) / 7 as lag, people, active
         from published_cohort
        where organization_id = $1 and cohort + lag * 7 + 6 between $2::date and $3::date
        order by cohort, lag`,
      [organizationId, from, to],
    );
  }
}

// Places joined by the mask bear the name of their parent's entity and the names of those they join.
const selectPlaces = `
  select n.week_end as "weekEnd", n.key, n.parent, n.kind, n.entity, n.entities, n.headcount, n.country,
         coalesce(n.name, p.name, o.name) as name,
         array(select coalesce(e.name, m.key)
                 from unnest(n.members) with ordinality as m(key, position)
                 left join entity e on e.organization_id = $1 and e.key = m.key
                order by m.position) as members
    from published_node n
    join organization o on o.id = $1
    left join published_node p on p.organization_id = $1 and p.week_end = n.week_end and p.key = n.parent
   where n.organization_id = $1 and n.week_end between $2 and $3
   order by n.week_end, n.position`;
