import { Body, Controller, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { RecordRequest, type RightsDone, RightsRequest } from '#contract/rights.js';
import { Allow } from '../../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../../access/caller.js';
import { Parse } from '../../http/parse.js';
import { RightsDesk } from './rights-desk.js';

const types = { json: 'application/json', pdf: 'application/pdf' };

/** Articles 15, 17 and 21 of the GDPR. Each request is in the audit log, without the name. */
@Controller('v1/organizations/:org/rights')
export class RightsController {
  constructor(private readonly desk: RightsDesk) {}

  @Post('requests')
  @HttpCode(200)
  @Allow('rights')
  answer(
    @Organization() { id: organizationId }: OrganizationInPath,
    @Account() { id: accountId }: SignedIn,
    @Body(new Parse(RightsRequest)) asked: RightsRequest,
  ): Promise<RightsDone> {
    return this.desk.answer({ organizationId, accountId, identifier: asked.identifier }, asked);
  }

  @Post('record')
  @HttpCode(200)
  @Allow('rights')
  async record(
    @Organization() { id: organizationId, slug }: OrganizationInPath,
    @Account() { id: accountId, language: own }: SignedIn,
    @Body(new Parse(RecordRequest)) { identifier, format, language = own }: RecordRequest,
  ): Promise<StreamableFile> {
    const file = await this.desk.record({ organizationId, accountId, identifier }, { format, language });
    return new StreamableFile(file, {
      type: types[format],
      disposition: `attachment; filename="${slug}-person.${format}"`,
    });
  }
}
