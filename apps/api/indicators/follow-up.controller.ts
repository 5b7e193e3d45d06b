import { Controller, Get, Query } from '@nestjs/common';
import { type FollowUp } from '#contract/follow-up.js';
import { WeekQuery } from '#contract/published.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { FollowUpPage } from '#pages/follow-up-page.js';
import { published } from '../http/published.js';

/** Whom to call: not kept, since a call that was just declared must show. */
@Controller('v1/organizations/:org')
export class FollowUpController {
  constructor(private readonly page: FollowUpPage) {}

  @Get('follow-up')
  @Allow('places')
  read(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(WeekQuery)) { week }: WeekQuery,
  ): Promise<FollowUp> {
    return published(this.page.read(organization, week));
  }
}
