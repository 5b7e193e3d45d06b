import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { KeptRaw, NewRetention } from '#contract/retention.js';
import { Problem } from '#runtime/problem.js';
import { chooseRawMonths, keptRaw, RetentionNotNeeded } from '#storage/retention/raw-months.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

/** For how long what comes from the network is kept. */
@Controller('v1/organizations/:org/retention')
export class RetentionController {
  constructor(@Inject(APP_DB) private readonly app: DataSource) {}

  @Get()
  @Allow('privacy')
  async read(@Organization() { id }: OrganizationInPath): Promise<KeptRaw> {
    return KeptRaw.parse(await keptRaw(this.app, id));
  }

  @Put()
  @Allow('thresholds')
  async choose(
    @Organization() { id }: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(NewRetention)) { rawMonths }: NewRetention,
  ): Promise<KeptRaw> {
    const chosen = chooseRawMonths(this.app, id, account.id, rawMonths);
    return KeptRaw.parse(
      await chosen.catch((error: unknown) => {
        throw error instanceof RetentionNotNeeded ? new Problem(error.code, 422, error.message) : error;
      }),
    );
  }
}
