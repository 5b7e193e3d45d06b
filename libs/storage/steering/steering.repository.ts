import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Wave } from '#domain/rollout/wave.js';
import { rowsOf } from '../database.js';

/** An entity below another from a day (included) to a day (excluded); null = always, or still. */
export interface EntityLink {
  entity: string;
  parent: string | null;
  from: Day | null;
  to: Day | null;
  /** The word of the directory for what it is. */
  kind: string | null;
}

export interface OrganizationCard {
  slug: string;
  name: string;
  class: 'synthetic' | 'public' | 'personal';
  timezone: string;
  k: number;
  bands: boolean;
  modules: Record<string, unknown>;
  houseWords: Record<string, unknown>;
  /** What the house calls active, as it was set; null = no definition of its own. */
  active: unknown;
}

/** Reads what an organisation declared, on any pool that may: both the reading role and the application's. */
export class SteeringRepository {
  constructor(private readonly db: DataSource) {}

  async card(organizationId: string): Promise<OrganizationCard | null> {
    const [row] = await rowsOf<OrganizationCard>(
      this.db,
      `select slug, name, class, timezone, k, bands, modules, house_words as "houseWords",
              active_definition as active from organization where id = $1`,
      [organizationId],
    );
    return row ?? null;
  }

  /** Names of all entities by key. */
  async entityNames(organizationId: string): Promise<Map<string, string>> {
    const rows = await rowsOf<{ key: string; name: string }>(
      this.db,
      `select key, name from entity where organization_id = $1`,
      [organizationId],
    );
    return new Map(rows.map(({ key, name }) => [key, name]));
  }

  waves(organizationId: string): Promise<Wave[]> {
    return rowsOf(
      this.db,
      `select key, name, kind, planned_start as "plannedStart", planned_end as "plannedEnd",
              actual_start as "actualStart", actual_end as "actualEnd", target, curve,
              array(select e.entity_key from wave_entity e
                     where e.organization_id = $1 and e.wave_key = w.key order by 1) as entities
         from wave w where organization_id = $1`,
      [organizationId],
    );
  }

  /** Every link that held at some time between two days. */
  links(organizationId: string, from: Day, to: Day): Promise<EntityLink[]> {
    return rowsOf(
      this.db,
      `select p.entity_key as entity, p.parent_key as parent,
              nullif(p.valid_from, '-infinity') as "from", nullif(p.valid_to, 'infinity') as "to", e.kind
         from entity_parent p
         left join entity e on e.organization_id = $1 and e.key = p.entity_key
        where p.organization_id = $1 and p.valid_from <= $3 and p.valid_to > $2`,
      [organizationId, from, to],
    );
  }
}
