import { Controller, Get, Query } from '@nestjs/common';
import { type Ambassadors, AmbassadorsQuery } from '#contract/ambassadors.js';
import { type Organization as OrganizationAnswer } from '#contract/organization.js';
import { WeekQuery } from '#contract/published.js';
import { Allow } from '../access/allow.js';
import { type OpensToo, Organization, type OrganizationInPath, Too } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { AmbassadorsPage } from './ambassadors-page.js';
import { OrganizationPage } from '#pages/organization-page.js';
import { published } from '../http/published.js';

@Controller('v1/organizations/:org')
export class SteeringController {
  constructor(
    private readonly organizations: OrganizationPage,
    private readonly ambassadorsPage: AmbassadorsPage,
  ) {}

  @Get()
  @Allow('frame')
  organization(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(WeekQuery)) { week }: WeekQuery,
    @Too() opens: OpensToo,
  ): Promise<OrganizationAnswer> {
    return published(this.organizations.read(organization, opens, week));
  }

  @Get('ambassadors')
  @Allow('reading')
  ambassadors(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(AmbassadorsQuery)) query: AmbassadorsQuery,
  ): Promise<Ambassadors> {
    return published(this.ambassadorsPage.read(organization, query));
  }
}
