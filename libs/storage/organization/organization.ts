import { type DataSource, type EntityManager } from 'typeorm';
import { type Module } from '#domain/declared/modules.js';
import { rowsOf } from '../database.js';

/** What counting and publishing need to know about an organisation. Days are local, null = never. */
export interface OrganizationFacts {
  id: string;
  slug: string;
  class: 'synthetic' | 'public' | 'personal';
  timezone: string;
  k: number;
  bands: boolean;
  declaredThrough: string | null;
  liveThrough: string | null;
  sealedBefore: string | null;
  /** For how long raw events are kept, where they are about real people. */
  rawMonths: number;
  /** Module → day on which it was declared. */
  modules: Record<string, string>;
}

/** Personal data are counted by a module only once it was declared (rules 4.7); off means not computed. */
export function isOn(organization: OrganizationFacts, module: Module): boolean {
  return organization.class !== 'personal' || organization.modules[module] !== undefined;
}

const columns = `id, slug, class, timezone, k, bands, declared_through as "declaredThrough",
                 live_through as "liveThrough", sealed_before as "sealedBefore", raw_months as "rawMonths", modules`;

export class UnknownOrganization extends Error {
  readonly code = 'unknown_organization';
}

export async function organizationById(db: EntityManager | DataSource, id: string): Promise<OrganizationFacts> {
  const [row] = await rowsOf<OrganizationFacts>(db, `select ${columns} from organization where id = $1`, [id]);
  if (!row) throw new UnknownOrganization('no organisation has this id');
  return row;
}

export async function organizationBySlug(db: EntityManager | DataSource, slug: string): Promise<OrganizationFacts> {
  const [row] = await rowsOf<OrganizationFacts>(db, `select ${columns} from organization where slug = $1`, [slug]);
  if (!row) throw new UnknownOrganization(`no organisation is called "${slug}"`);
  return row;
}

/** The last local day that counts may speak of (rules 2.3); null before any complete or live data. */
export function horizonOf(organization: OrganizationFacts): string | null {
  const days = [organization.declaredThrough, organization.liveThrough].filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}
