import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { NewView, type View, type Views } from '#contract/views.js';
import { Problem } from '#runtime/problem.js';
import { forgetView, savedViews, saveView, TooManyViews } from '#storage/access/saved-view.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

/** Views of one's own: addresses, which show what their reader may see. */
@Controller('v1/organizations/:org/views')
export class ViewsController {
  constructor(@Inject(APP_DB) private readonly db: DataSource) {}

  @Get()
  @Allow('frame')
  async all(@Organization() { id }: OrganizationInPath, @Account() account: SignedIn): Promise<Views> {
    return { views: await savedViews(this.db, { organizationId: id, accountId: account.id }) };
  }

  @Post()
  @Allow('frame')
  save(
    @Organization() { id }: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(NewView)) view: NewView,
  ): Promise<View> {
    return saveView(this.db, { organizationId: id, accountId: account.id }, view).catch((error: unknown) => {
      throw error instanceof TooManyViews ? new Problem(error.code, 409, error.message) : error;
    });
  }

  @Delete(':view')
  @Allow('frame')
  @HttpCode(204)
  async forget(
    @Organization() { id }: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('view', new Parse(z.uuid())) view: string,
  ): Promise<void> {
    if (!(await forgetView(this.db, { organizationId: id, accountId: account.id }, view)))
      throw new Problem('unknown_view', 404, 'There is no such view of yours.');
  }
}
