import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type CascadeMandate } from '#domain/rollout/cascade.js';
import { rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';

export interface MandateRow {
  role: 'ambassador' | 'sponsor' | 'community_manager';
  /** Null while the directory has not named the holder. */
  name: string | null;
  entity: string | null;
  entityName: string | null;
  /** Null = since always. */
  from: Day | null;
  /** First day without it; null = open. */
  to: Day | null;
}

interface ReportSum {
  people: number;
  posts: number;
  replies: number;
  feedback: number;
}

/** As it is kept: the name of the holder behind the key of the organisation. */
type Sealed<Row> = Omit<Row, 'name'> & { name: Buffer | null };

/** What names people: mandates and lists of people. For the application's pool only. */
export class DeclaredRepository {
  constructor(private readonly db: DataSource) {}

  /** Those that have begun by that day, the longest first. */
  async mandates(organizationId: string, day: Day): Promise<MandateRow[]> {
    const rows = await rowsOf<Sealed<MandateRow>>(
      this.db,
      `select m.role, p.sealed_name as name, m.entity_key as entity, e.name as "entityName",
              nullif(m.valid_from, '-infinity') as "from", nullif(m.valid_to, 'infinity') as "to"
         from mandate m
         join person p on p.organization_id = m.organization_id and p.ordinal = m.ordinal
         left join entity e on e.organization_id = m.organization_id and e.key = m.entity_key
        where m.organization_id = $1 and m.valid_from <= $2 and m.role <> 'relay'
        order by m.valid_from, e.name, m.ordinal`,
      [organizationId, day],
    );
    return byName(await this.opened(organizationId, rows), ({ from, entity }) => `${from}/${entity}`);
  }

  /** Voluntary reports of people who are sponsors that day, by the entity that they sponsor; nobody is named. */
  sponsorReports(
    organizationId: string,
    day: Day,
  ): Promise<{ entity: string | null; periodEnd: Day; posts: number; replies: number; launchSpeech: boolean }[]> {
    return rowsOf(
      this.db,
      `select m.entity_key as entity, r.period_end as "periodEnd", r.posts, r.replies, r.launch_speech as "launchSpeech"
         from voluntary_report r
         join mandate m on m.organization_id = r.organization_id and m.ordinal = r.ordinal and m.role = 'sponsor'
              and m.valid_from <= $2 and m.valid_to > $2
        where r.organization_id = $1 and r.role = 'sponsor' and r.period_end <= $2 and r.consent_on <= r.period_end
        order by r.period_end desc`,
      [organizationId, day],
    );
  }

  /** Who animates on that day: community managers, and volunteers among the relays. */
  async animation(organizationId: string, day: Day): Promise<CascadeMandate[]> {
    const rows = await rowsOf<Sealed<CascadeMandate>>(
      this.db,
      `select m.role, p.sealed_name as name, m.entity_key as entity, e.name as "entityName"
         from mandate m
         join person p on p.organization_id = m.organization_id and p.ordinal = m.ordinal
         left join entity e on e.organization_id = m.organization_id and e.key = m.entity_key
        where m.organization_id = $1 and m.valid_from <= $2 and m.valid_to > $2
          and m.role in ('community_manager', 'relay')
        order by m.ordinal`,
      [organizationId, day],
    );
    return this.opened(organizationId, rows);
  }

  /** What ambassadors in office report of their own 28 days that end at most four weeks before a day, summed. */
  async ambassadorReports(organizationId: string, day: Day): Promise<ReportSum | null> {
    const [row] = await rowsOf<ReportSum>(
      this.db,
      `select count(distinct r.ordinal)::integer as people, coalesce(sum(r.posts), 0)::integer as posts,
              coalesce(sum(r.replies), 0)::integer as replies, coalesce(sum(r.feedback), 0)::integer as feedback
         from (select distinct on (ordinal) * from voluntary_report
                where organization_id = $1 and role = 'ambassador' and period_end <= $2::date and period_end > $2::date - 28
                order by ordinal, period_end desc) as r
        where exists (select from mandate m where m.organization_id = $1 and m.ordinal = r.ordinal
                         and m.role = 'ambassador' and m.valid_from <= $2::date and $2::date < m.valid_to)`,
      [organizationId, day],
    );
    return row && row.people > 0 ? row : null;
  }

  /** Whether any action has a list of who took part; never who. */
  async hasAttendance(organizationId: string): Promise<boolean> {
    const rows = await rowsOf(this.db, `select action_key from attendance where organization_id = $1 limit 1`, [
      organizationId,
    ]);
    return rows.length > 0;
  }

  /** Volunteers of the newest relay plan who still are, by name and place. */
  async proposedRelays(organizationId: string): Promise<{ name: string | null; entity: string | null }[]> {
    const rows = await rowsOf<Sealed<{ name: string | null; entity: string | null }>>(
      this.db,
      `select distinct p.sealed_name as name, e.name as entity
         from relay_proposal r
         join person p on p.organization_id = r.organization_id and p.ordinal = r.ordinal
         join mandate m on m.organization_id = r.organization_id and m.ordinal = r.ordinal and m.role = 'relay'
              and m.valid_to = 'infinity'
         left join entity e on e.organization_id = m.organization_id and e.key = m.entity_key
        where r.organization_id = $1
          and r.week_end = (select max(week_end) from relay_proposal where organization_id = $1)
        order by 2`,
      [organizationId],
    );
    return byName(await this.opened(organizationId, rows), ({ entity }) => entity);
  }

  /** People on the lists of waves that day; waves of entities are absent. */
  async members(organizationId: string, day: Day): Promise<Map<string, number>> {
    const rows = await rowsOf<{ wave: string; people: number }>(
      this.db,
      `select wave_key as wave, count(*) as people from wave_member
        where organization_id = $1 and valid_from <= $2 and valid_to > $2 group by wave_key`,
      [organizationId, day],
    );
    return new Map(rows.map(({ wave, people }) => [wave, people]));
  }

  private async opened<Row extends { name: string | null }>(
    organizationId: string,
    rows: readonly Sealed<Row>[],
  ): Promise<Row[]> {
    const names = await namesOf(this.db, organizationId);
    return rows.map((row) => ({ ...row, name: row.name && names.open(row.name) }) as Row);
  }
}

/** Neighbours alike in one respect, in the order of their names: the database cannot tell it of what is sealed. */
function byName<Row extends { name: string | null }>(rows: readonly Row[], alike: (row: Row) => string | null): Row[] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0] && alike(last[0]) === alike(row)) last.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((group) => group.sort((one, other) => compare(one.name, other.name)));
}

/** Who has no name yet comes last. */
const compare = (one: string | null, other: string | null) =>
  one === null || other === null ? Number(one === null) - Number(other === null) : one.localeCompare(other);
