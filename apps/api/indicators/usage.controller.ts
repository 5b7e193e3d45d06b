import { Controller, Get, Query } from '@nestjs/common';
import { type Usage, UsageQuery } from '#contract/usage.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { KeptAnswers } from '#pages/kept-answers.js';
import { published } from '../http/published.js';
import { UsagePage } from './usage-page.js';

@Controller('v1/organizations/:org')
export class UsageController {
  constructor(
    private readonly usages: UsagePage,
    private readonly kept: KeptAnswers,
  ) {}

  @Get('usage')
  @Allow('reading')
  usage(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(UsageQuery)) query: UsageQuery,
  ): Promise<Usage> {
    return published(this.kept.answer(organization, 'usage', query, () => this.usages.read(organization, query)));
  }
}
