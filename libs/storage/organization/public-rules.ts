import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { withinOrganization } from '../wall/within-organization.js';
import { type SmallestGroup, smallestGroupOf } from './smallest-group.js';

export interface PublicRules extends SmallestGroup {
  bands: boolean;
  rawMonths: number;
}

/** Null for a name that is no organisation of real people. */
export async function publicRulesOf(db: DataSource, slug: string): Promise<PublicRules | null> {
  const [row] = await rowsOf<{ id: string; bands: boolean; rawMonths: number }>(
    db,
    `select id, bands, raw_months as "rawMonths" from organization where slug = $1 and class = 'personal'`,
    [slug],
  );
  if (!row) return null;
  const { id, ...rules } = row;
  return { ...rules, ...(await withinOrganization(id, () => smallestGroupOf(db, id))) };
}
