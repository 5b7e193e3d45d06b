import { Body, Controller, Get, Put } from '@nestjs/common';
import { type Groups, KindChanges, type KindsChanged } from '#contract/groups.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { GroupKinds } from './group-kinds.js';

/** For whoever hands the file of groups in: also groups that are too small to be named elsewhere. */
@Controller('v1/organizations/:org/groups')
export class GroupsController {
  constructor(private readonly kinds: GroupKinds) {}

  @Get()
  @Allow('declare')
  list(@Organization() organization: OrganizationInPath): Promise<Groups> {
    return this.kinds.list(organization.id);
  }

  @Put('kinds')
  @Allow('declare')
  async change(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(KindChanges)) body: KindChanges,
  ): Promise<KindsChanged> {
    return { changed: await this.kinds.change(organization.id, account.id, body) };
  }
}
