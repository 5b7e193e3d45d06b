import { Controller, Get } from '@nestjs/common';
import { type Cascade } from '#contract/cascade.js';
import { type Preparation } from '#contract/preparation.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { CascadePage } from './cascade-page.js';
import { PreparationPage } from './preparation-page.js';

/** What is declared of the project itself: the choice, the sites, and who supports whom. */
@Controller('v1/organizations/:org')
export class PreparationController {
  constructor(
    private readonly preparations: PreparationPage,
    private readonly cascades: CascadePage,
  ) {}

  @Get('rollout/preparation')
  @Allow('preparation')
  preparation(@Organization() { id }: OrganizationInPath): Promise<Preparation> {
    return this.preparations.of(id);
  }

  @Get('communities/cascade')
  @Allow('reading')
  cascade(@Organization() { id }: OrganizationInPath): Promise<Cascade> {
    return this.cascades.read(id, new Date().toISOString().slice(0, 10));
  }
}
