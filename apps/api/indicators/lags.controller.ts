import { Controller, Get, Query } from '@nestjs/common';
import { type Lags, LagsQuery } from '#contract/lags.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { LagsPage } from './lags-page.js';
import { published } from '../http/published.js';

/** How long things take. Published apart from the weeks, so never kept by their stamp. */
@Controller('v1/organizations/:org')
export class LagsController {
  constructor(private readonly lags: LagsPage) {}

  @Get('lags')
  @Allow('reading')
  read(@Organization() organization: OrganizationInPath, @Query(new Parse(LagsQuery)) query: LagsQuery): Promise<Lags> {
    return published(this.lags.read(organization, query));
  }
}
