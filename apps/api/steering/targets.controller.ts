import { Controller, Get, Query } from '@nestjs/common';
import { WeekQuery } from '#contract/published.js';
import { type Targets } from '#contract/targets.js';
import { Allow } from '../access/allow.js';
import { type OpensToo, Organization, type OrganizationInPath, Too } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { published } from '../http/published.js';
import { TargetsPage } from './targets-page.js';

@Controller('v1/organizations/:org/targets')
export class TargetsController {
  constructor(private readonly page: TargetsPage) {}

  @Get()
  @Allow('steering')
  targets(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(WeekQuery)) { week }: WeekQuery,
    @Too() opens: OpensToo,
  ): Promise<Targets> {
    return published(this.page.read(organization, opens('places'), week));
  }
}
