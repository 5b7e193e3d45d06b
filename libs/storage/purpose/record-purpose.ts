import { type DataSource } from 'typeorm';
import { type Consultation } from '#domain/purpose/purpose-gate.js';
import { noteAudit } from '../audit/audit-log.js';

/** What somebody records for some countries at once; what is absent stays, null takes it back. */
export interface NewConsultation {
  countries: readonly string[];
  consultedOn?: string | null | undefined;
  informedOn?: string | null | undefined;
  document?: string | null | undefined;
}

/** Safe to repeat. A country with neither date is forgotten. Who recorded what goes to the audit log. */
export async function recordConsultation(
  db: DataSource,
  organizationId: string,
  accountId: string | null,
  { countries, ...given }: NewConsultation,
): Promise<void> {
  await db.transaction(async (tx) => {
    const known = await tx.query<Consultation[]>(
      `select country, consulted_on as "consultedOn", informed_on as "informedOn", document
         from consultation where organization_id = $1 for update`,
      [organizationId],
    );
    await tx.query(`delete from consultation where organization_id = $1 and country = any($2)`, [
      organizationId,
      countries,
    ]);
    for (const country of countries) {
      const now = { ...known.find((one) => one.country === country), ...said(given) };
      if (!now.consultedOn && !now.informedOn) continue;
      await tx.query(
        `insert into consultation (organization_id, country, consulted_on, informed_on, document, recorded_by)
         values ($1, $2, $3, $4, $5, $6)`,
        [organizationId, country, now.consultedOn, now.informedOn, now.document, accountId],
      );
    }
    const detail = { countries, ...said(given) };
    await noteAudit(tx, { organizationId, accountId, action: 'consultation_recorded', detail });
  });
}

const said = (given: object): Partial<Consultation> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** The country of the seat, ISO 3166-1; null takes it back. */
export async function setCountry(
  db: DataSource,
  organizationId: string,
  accountId: string | null,
  country: string | null,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`update organization set country = $2 where id = $1`, [organizationId, country]);
    await noteAudit(tx, { organizationId, accountId, action: 'country_set', detail: { country } });
  });
}

/**
 * In which country these entities are, and all below them that have no other. Public holidays follow: weeks that were
 * published already are counted again. Safe to repeat. Returns the keys that no entity has: then nothing is kept.
 */
export async function setEntityCountries(
  db: DataSource,
  organizationId: string,
  accountId: string | null,
  given: readonly { entity: string; country: string }[],
): Promise<string[]> {
  const columns = [given.map(({ entity }) => entity), given.map(({ country }) => country)];
  return db.transaction(async (tx) => {
    const unknown = await tx.query<{ key: string }[]>(
      `select given.key from unnest($2::text[]) as given (key)
        where not exists (select from entity e where e.organization_id = $1 and e.key = given.key)`,
      [organizationId, columns[0]],
    );
    if (unknown.length > 0) return unknown.map(({ key }) => key);
    await tx.query(
      `update entity e set country = given.country from unnest($2::text[], $3::text[]) as given (key, country)
        where e.organization_id = $1 and e.key = given.key`,
      [organizationId, ...columns],
    );
    await tx.query(
      `insert into dirty_week (organization_id, week_end) select $1, week_end from published_week where organization_id = $1`,
      [organizationId],
    );
    await noteAudit(tx, { organizationId, accountId, action: 'entity_countries_set', detail: { entities: given } });
    return [];
  });
}

/** Opens the gate without the dates, for a reason that stays in the audit log; null ends that. */
export async function overrideGate(
  db: DataSource,
  organizationId: string,
  accountId: string | null,
  reason: string | null,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`delete from gate_override where organization_id = $1`, [organizationId]);
    if (reason !== null)
      await tx.query(`insert into gate_override (organization_id, reason, decided_by) values ($1, $2, $3)`, [
        organizationId,
        reason,
        accountId,
      ]);
    const what =
      reason === null ? { action: 'gate_override_ended' } : { action: 'gate_overridden', detail: { reason } };
    await noteAudit(tx, { organizationId, accountId, ...what });
  });
}
