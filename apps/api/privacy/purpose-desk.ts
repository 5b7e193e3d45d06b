import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type EntityCountries, type NewConsultation, PurposeGate } from '#contract/purpose-gate.js';
import { readGate } from '#storage/purpose/purpose-gate.repository.js';
import { Problem } from '#runtime/problem.js';
import { overrideGate, recordConsultation, setCountry, setEntityCountries } from '#storage/purpose/record-purpose.js';
import { APP_DB } from '../databases.js';

/** Who asks, and of which organisation. */
interface By {
  organization: { id: string };
  account: { id: string };
}

/** Records what opens the purpose gate; each change answers with what holds now. */
@Injectable()
export class PurposeDesk {
  constructor(@Inject(APP_DB) private readonly database: DataSource) {}

  async read(organizationId: string): Promise<PurposeGate> {
    const { override, ...gate } = await readGate(this.database, organizationId);
    const decided = override && { ...override, decidedAt: override.decidedAt.toISOString() };
    return PurposeGate.parse({ ...gate, override: decided });
  }

  async record({ organization, account }: By, given: NewConsultation): Promise<PurposeGate> {
    await recordConsultation(this.database, organization.id, account.id, given);
    return this.read(organization.id);
  }

  async country({ organization, account }: By, country: string): Promise<PurposeGate> {
    await setCountry(this.database, organization.id, account.id, country);
    return this.read(organization.id);
  }

  async entities({ organization, account }: By, { entities }: EntityCountries): Promise<PurposeGate> {
    const [unknown] = await setEntityCountries(this.database, organization.id, account.id, entities);
    if (unknown !== undefined) throw new Problem('unknown_node', 404, `No entity has the key ${unknown}.`);
    return this.read(organization.id);
  }

  async override({ organization, account }: By, reason: string | null): Promise<PurposeGate> {
    await overrideGate(this.database, organization.id, account.id, reason);
    return this.read(organization.id);
  }
}
