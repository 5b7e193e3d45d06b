import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { NewSmallestGroup, SmallestGroup } from '#contract/smallest-group.js';
import { Problem } from '#runtime/problem.js';
import { raiseSmallestGroup, smallestGroupOf, SmallestGroupRefused } from '#storage/organization/smallest-group.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

/** How many people a figure is about at least. */
@Controller('v1/organizations/:org/smallest-group')
export class SmallestGroupController {
  constructor(@Inject(APP_DB) private readonly app: DataSource) {}

  @Get()
  @Allow('privacy')
  async read(@Organization() { id }: OrganizationInPath): Promise<SmallestGroup> {
    return SmallestGroup.parse(await smallestGroupOf(this.app, id));
  }

  @Put()
  @Allow('thresholds')
  async raise(
    @Organization() { id }: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(NewSmallestGroup)) { k }: NewSmallestGroup,
  ): Promise<SmallestGroup> {
    const raised = raiseSmallestGroup(this.app, id, account.id, k);
    return SmallestGroup.parse(
      await raised.catch((error: unknown) => {
        throw error instanceof SmallestGroupRefused ? new Problem(error.code, 422, error.message) : error;
      }),
    );
  }
}
