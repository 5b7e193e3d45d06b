import { type DataSource } from 'typeorm';
import { countriesWithRule } from '#domain/purpose/consultation-rules.js';

/**
 * Employees were consulted and told, in every country that tests speak of; where entities have no country, it is open by
 * decision. Leaves no trace in the audit log.
 */
export async function openGate(owner: DataSource, organizationId: string): Promise<void> {
  await owner.query(`update organization set country = 'FR' where id = $1`, [organizationId]);
  await owner.query(
    `insert into consultation (organization_id, country, consulted_on, informed_on)
     select $1, unnest($2::text[]), '2025-01-06', '2025-01-13'`,
    [organizationId, [...countriesWithRule, 'US']],
  );
  await owner.query(
    `insert into gate_override (organization_id, reason) values ($1, 'The entities of this test are in no country.')`,
    [organizationId],
  );
}
