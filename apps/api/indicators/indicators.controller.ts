import { Controller, Get, Header, Query } from '@nestjs/common';
import { IndicatorQuery, type IndicatorRows } from '#contract/indicators.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { csvOf } from './csv.js';
import { IndicatorDesk } from './indicator-desk.js';
import { published } from '../http/published.js';

@Controller('v1/organizations/:org/indicators')
export class IndicatorsController {
  constructor(private readonly desk: IndicatorDesk) {}

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
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="indicators.csv"')
  async export(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(IndicatorQuery)) query: IndicatorQuery,
  ): Promise<string> {
    const { rows } = await published(this.desk.rows(organization, query));
    return csvOf(rows);
  }
}
