import { Controller, Get, Inject, Query } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { PublicRules, PublicRulesQuery } from '#contract/public-rules.js';
import { smallestGroup } from '#domain/mask/smallest-group.js';
import { retention } from '#domain/purpose/retention.js';
import { publicRulesOf } from '#storage/organization/public-rules.js';
import { Allow } from '../access/allow.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

/** What the page for every employee says: no figure, and nothing of an organisation but its own rules. */
@Controller('v1/public-rules')
export class PublicRulesController {
  private readonly usual = {
    k: smallestGroup.leastReal,
    closedWith: null,
    bands: true,
    rawMonths: retention.rawMonths,
  };

  constructor(@Inject(APP_DB) private readonly app: DataSource) {}

  @Get()
  @Allow('public')
  async read(@Query(new Parse(PublicRulesQuery)) { of }: PublicRulesQuery): Promise<PublicRules> {
    return PublicRules.parse((of !== undefined && (await publicRulesOf(this.app, of))) || this.usual);
  }
}
