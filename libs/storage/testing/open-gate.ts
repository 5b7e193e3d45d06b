import { type DataSource } from 'typeorm';
import { countriesWithRule } from '#domain/purpose/consultation-rules.js';
import { recordConsultation, setCountry } from '../purpose/record-purpose.js';

/** Employees were consulted and told, in every country that tests speak of. */
export async function openGate(owner: DataSource, organizationId: string): Promise<void> {
  await setCountry(owner, organizationId, null, 'FR');
  const dates = { consultedOn: '2025-01-06', informedOn: '2025-01-13' };
  await recordConsultation(owner, organizationId, null, { countries: [...countriesWithRule, 'US'], ...dates });
}
