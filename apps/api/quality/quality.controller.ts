import { Controller, Get } from '@nestjs/common';
import { type Quality } from '#contract/quality.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { QualityPage } from './quality-page.js';

@Controller('v1/organizations/:org/quality')
export class QualityController {
  constructor(private readonly page: QualityPage) {}

  @Get()
  @Allow('reading')
  read(@Organization() organization: OrganizationInPath): Promise<Quality> {
    return this.page.read(organization, new Date());
  }
}
