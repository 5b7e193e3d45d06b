import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { withinOrganization } from '../wall/within-organization.js';
import { lastShown, PublicationRepository } from './publication.repository.js';

export interface Freshness {
  slug: string;
  publishedAt: Date;
  /** Midnight, UTC, after the last day that was counted. */
  dayEnd: Date;
}

/** Of each organisation that has published anything: as of when its pages speak. One after the other: nobody waits for it. */
export async function freshness(read: DataSource): Promise<Freshness[]> {
  const organizations = await rowsOf<{ id: string; slug: string }>(
    read,
    `select id, slug from organization where not seeding order by slug`,
  );
  const repository = new PublicationRepository(read);
  const found: Freshness[] = [];
  for (const { id, slug } of organizations) {
    const shown = lastShown(await withinOrganization(id, () => repository.weeks(id)));
    if (!shown) continue;
    const dayEnd = new Date(Date.parse(`${shown.through}T00:00:00Z`) + 86_400_000);
    found.push({ slug, publishedAt: shown.publishedAt, dayEnd });
  }
  return found;
}
