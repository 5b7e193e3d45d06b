import { Controller, Get, Query } from '@nestjs/common';
import { type Communities } from '#contract/communities.js';
import { WeekQuery } from '#contract/published.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { CommunitiesPage } from './communities-page.js';
import { KeptAnswers } from '#pages/kept-answers.js';
import { published } from '../http/published.js';

/** Which groups live. */
@Controller('v1/organizations/:org')
export class CommunitiesController {
  constructor(
    private readonly communities: CommunitiesPage,
    private readonly kept: KeptAnswers,
  ) {}

  @Get('communities')
  @Allow('reading')
  read(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(WeekQuery)) { week }: WeekQuery,
  ): Promise<Communities> {
    const { id } = organization;
    const read = () => this.communities.read(organization, week);
    return published(this.communities.withProcesses(id, this.kept.answer(organization, 'communities', { week }, read)));
  }
}
