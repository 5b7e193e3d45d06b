import { type DataSource, type EntityManager } from 'typeorm';
import { isTimezone } from '#domain/calendar/timezone.js';
import { smallestGroup } from '#domain/mask/smallest-group.js';
import { rowsOf, secretOf } from '../database.js';
import { keepKey } from '../vault/keyring.js';
import { enterOrganization } from '../wall/within-organization.js';

export type OrganizationClass = 'synthetic' | 'public' | 'personal';

export interface NewOrganization {
  slug: string;
  name: string;
  class: OrganizationClass;
  timezone: string;
  /** Fewest people that a figure may be about. */
  k?: number;
  bands?: boolean;
  /** Of real people: nothing is published until somebody says that everything is in. */
  awaitsWord?: boolean;
}

export type OrganizationRefusal =
  | 'bad_slug'
  | 'slug_taken'
  | 'bad_timezone'
  | 'k_too_small'
  | 'k_too_large'
  | 'bands_required'
  | 'bad_class';

export class OrganizationRefused extends Error {
  override readonly name = 'OrganizationRefused';

  constructor(
    readonly code: OrganizationRefusal,
    message: string,
  ) {
    super(message);
  }
}

/** Returns the id. Throws OrganizationRefused; real people are never published below ten, nor without bands. */
export async function createOrganization(
  db: DataSource | EntityManager,
  organization: NewOrganization,
): Promise<string> {
  const { slug, name, class: kind, timezone, k = 10, bands = true } = organization;
  const awaitsWord = kind === 'personal' && organization.awaitsWord === true;
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug)) {
    throw new OrganizationRefused('bad_slug', 'A slug is made of small letters, digits and hyphens, 63 at most.');
  }
  if (!['synthetic', 'public', 'personal'].includes(kind)) {
    throw new OrganizationRefused('bad_class', 'The class is synthetic, public or personal.');
  }
  if (!Number.isInteger(k) || k < 1 || (kind === 'personal' && k < smallestGroup.leastReal)) {
    throw new OrganizationRefused('k_too_small', 'k is at least 1, and at least 10 where the people are real.');
  }
  if (k > smallestGroup.most) throw new OrganizationRefused('k_too_large', `k is at most ${smallestGroup.most}.`);
  if (kind === 'personal' && !bands) {
    throw new OrganizationRefused('bands_required', 'Bands stay on where the people are real.');
  }
  if (!isTimezone(timezone))
    throw new OrganizationRefused('bad_timezone', `${timezone} is not the name of a time zone, such as Europe/Paris.`);
  return db.transaction(async (tx) => {
    const [row] = await rowsOf<{ id: string }>(
      tx,
      `
    insert into organization (slug, name, class, timezone, k, bands, publishes_since)
    values ($1, $2, $3, $4, $5, $6, case when not $7 then now() end)
    on conflict (slug) do nothing returning id
    `,
      [slug, name, kind, timezone, k, bands, awaitsWord],
    );
    if (!row) throw new OrganizationRefused('slug_taken', `There is an organisation named ${slug} already.`);
    await enterOrganization(tx, row.id);
    await keepKey(tx, row.id, secretOf(tx.connection));
    return row.id;
  });
}
