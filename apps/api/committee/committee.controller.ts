import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import {
  CommitteeChange,
  type Committees,
  ItemChange,
  type Kept,
  NewCommittee,
  NewItem,
} from '#contract/committees.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { CommitteeDesk, unknownCommittee, unknownItem } from './committee-desk.js';
import { IdInPath } from '../http/id-in-path.js';

const committeeId = new IdInPath(unknownCommittee);
const itemId = new IdInPath(unknownItem);

/** Steering committees: what was decided, what became of it, what is asked now. */
@Controller('v1/organizations/:org')
export class CommitteeController {
  constructor(private readonly desk: CommitteeDesk) {}

  @Get('committees')
  @Allow('committee')
  list(@Organization() { id }: OrganizationInPath): Promise<Committees> {
    return this.desk.read(id);
  }

  @Post('committees')
  @Allow('declare')
  async add(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(NewCommittee)) committee: NewCommittee,
  ): Promise<Kept> {
    return { id: await this.desk.add(writer(organization, account), committee) };
  }

  @Patch('committees/:committee')
  @Allow('declare')
  async change(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('committee', committeeId) committee: string,
    @Body(new Parse(CommitteeChange)) change: CommitteeChange,
  ): Promise<Kept> {
    return { id: await this.desk.change(writer(organization, account), committee, change) };
  }

  @Post('committees/:committee/items')
  @Allow('declare')
  async addItem(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('committee', committeeId) committee: string,
    @Body(new Parse(NewItem)) item: NewItem,
  ): Promise<Kept> {
    return { id: await this.desk.addItem(writer(organization, account), committee, item) };
  }

  @Patch('committee-items/:item')
  @Allow('declare')
  async changeItem(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('item', itemId) item: string,
    @Body(new Parse(ItemChange)) change: ItemChange,
  ): Promise<Kept> {
    return { id: await this.desk.changeItem(writer(organization, account), item, change) };
  }
}

const writer = ({ id }: OrganizationInPath, account: SignedIn) => ({ organizationId: id, accountId: account.id });
