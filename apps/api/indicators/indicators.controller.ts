import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { IndicatorQuery, type IndicatorRows } from '#contract/indicators.js';
import { noteAlone } from '#storage/audit/audit-log.js';
import { Allow } from '../access/allow.js';
import { Costly } from '../access/costly.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';
import { csvOf } from './csv.js';
import { IndicatorDesk } from './indicator-desk.js';
import { published } from '../http/published.js';

@Controller('v1/organizations/:org/indicators')
export class IndicatorsController {
  constructor(
    private readonly desk: IndicatorDesk,
    @Inject(APP_DB) private readonly app: DataSource,
  ) {}

  @Get()
  @Allow('places')
  rows(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(IndicatorQuery)) query: IndicatorQuery,
  ): Promise<IndicatorRows> {
    return published(this.desk.rows(organization, query));
  }

  @Get('export.csv')
  @Allow('places_export')
  @Costly('written')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="indicators.csv"')
  async export(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Query(new Parse(IndicatorQuery)) query: IndicatorQuery,
  ): Promise<string> {
    const { rows } = await published(this.desk.rows(organization, query));
    const detail = { what: 'indicators', rows: rows.length };
    await noteAlone(this.app, { organizationId: organization.id, accountId: account.id, action: 'exported', detail });
    return csvOf(rows);
  }
}
