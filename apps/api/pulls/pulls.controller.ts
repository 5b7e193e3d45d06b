import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import {
  ChangedPull,
  NewPull,
  PausedPull,
  type PullCreated,
  type Pulls,
  type PullTest,
  TestedPull,
} from '#contract/pulls.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { ConnectionTest } from './connection-test.js';
import { PullDesk } from './pull-desk.js';
import { SourceNumber } from './source-number.js';

/** Sources that are fetched on a schedule. */
@Controller('v1/organizations/:org/pulls')
export class PullsController {
  constructor(
    private readonly desk: PullDesk,
    private readonly test: ConnectionTest,
  ) {}

  @Get()
  @Allow('pull')
  list(@Organization() { id }: OrganizationInPath): Promise<Pulls> {
    return this.desk.list(id);
  }

  @Post()
  @Allow('pull')
  create(
    @Organization() { id }: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(NewPull)) given: NewPull,
  ): Promise<PullCreated> {
    return this.desk.create(id, account.id, given);
  }

  @Post('test')
  @Allow('pull')
  @HttpCode(200)
  try(@Organization() { id }: OrganizationInPath, @Body(new Parse(TestedPull)) given: TestedPull): Promise<PullTest> {
    return this.test.of(id, given);
  }

  @Put(':source')
  @Allow('pull')
  @HttpCode(204)
  change(
    @Organization() { id }: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('source', new SourceNumber()) source: number,
    @Body(new Parse(ChangedPull)) given: ChangedPull,
  ): Promise<void> {
    return this.desk.change(id, account.id, source, given);
  }

  @Patch(':source')
  @Allow('pull')
  @HttpCode(204)
  pause(
    @Organization() { id }: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('source', new SourceNumber()) source: number,
    @Body(new Parse(PausedPull)) { paused }: PausedPull,
  ): Promise<void> {
    return this.desk.pause(id, account.id, source, paused);
  }

  @Post(':source/fetch')
  @Allow('pull')
  @HttpCode(202)
  fetch(
    @Organization() { id }: OrganizationInPath,
    @Param('source', new SourceNumber()) source: number,
  ): Promise<void> {
    return this.desk.hurry(id, source);
  }

  @Delete(':source')
  @Allow('pull')
  @HttpCode(204)
  delete(
    @Organization() { id }: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('source', new SourceNumber()) source: number,
  ): Promise<void> {
    return this.desk.delete(id, account.id, source);
  }
}
