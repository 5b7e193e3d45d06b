import { Controller, Get, Inject, Query } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type AuditLog, AuditQuery } from '#contract/audit.js';
import { Disclosures } from '#contract/disclosures.js';
import { countAudit, readAudit } from '#storage/audit/audit-log.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

const limit = 100;

@Controller('v1')
export class AuditController {
  constructor(@Inject(APP_DB) private readonly database: DataSource) {}

  @Get('organizations/:org/audit')
  @Allow('audit')
  organization(
    @Organization() { id }: OrganizationInPath,
    @Query(new Parse(AuditQuery)) query: AuditQuery,
  ): Promise<AuditLog> {
    return this.read(id, query);
  }

  /** The ledger that everybody may read: counts alone. */
  @Get('organizations/:org/disclosures')
  @Allow('privacy')
  async disclosures(@Organization() { id }: OrganizationInPath): Promise<Disclosures> {
    const counted = await countAudit(this.database, id, ['exported', 'exact']);
    return Disclosures.parse({ disclosures: counted.map((one) => ({ ...one, last: one.last.toISOString() })) });
  }

  /** Sign-ins and accounts, which belong to no one organisation. */
  @Get('audit')
  @Allow('accounts')
  installation(@Query(new Parse(AuditQuery)) query: AuditQuery): Promise<AuditLog> {
    return this.read(null, query);
  }

  private async read(organizationId: string | null, { before }: AuditQuery): Promise<AuditLog> {
    const asked = { limit: limit + 1, ...(before === undefined ? {} : { before }) };
    const found = await readAudit(this.database, organizationId, asked);
    const entries = found.slice(0, limit).map((entry) => ({ ...entry, at: entry.at.toISOString() }));
    return { entries, more: found.length > limit };
  }
}
