import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';

export interface PublicRules {
  k: number;
  bands: boolean;
  rawMonths: number;
}

/** Null for a name that is no organisation of real people. */
export async function publicRulesOf(db: DataSource, slug: string): Promise<PublicRules | null> {
  const [row] = await rowsOf<PublicRules>(
    db,
    `select k, bands, raw_months as "rawMonths" from organization where slug = $1 and class = 'personal'`,
    [slug],
  );
  return row ?? null;
}
