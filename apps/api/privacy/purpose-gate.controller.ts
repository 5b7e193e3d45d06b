import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import { EntityCountries, NewConsultation, NewCountry, NewOverride, type PurposeGate } from '#contract/purpose-gate.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { PurposeDesk } from './purpose-desk.js';

/** May the activity of real people come in: what the countries ask for, and what was recorded. */
@Controller('v1/organizations/:org/purpose-gate')
export class PurposeGateController {
  constructor(private readonly desk: PurposeDesk) {}

  @Get()
  @Allow('privacy')
  read(@Organization() { id }: OrganizationInPath): Promise<PurposeGate> {
    return this.desk.read(id);
  }

  @Put('country')
  @Allow('purpose')
  country(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(NewCountry)) { country }: NewCountry,
  ): Promise<PurposeGate> {
    return this.desk.country({ organization, account }, country);
  }

  @Put('entities')
  @Allow('purpose')
  entities(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(EntityCountries)) given: EntityCountries,
  ): Promise<PurposeGate> {
    return this.desk.entities({ organization, account }, given);
  }

  @Put('consultations')
  @Allow('purpose')
  record(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(NewConsultation)) given: NewConsultation,
  ): Promise<PurposeGate> {
    return this.desk.record({ organization, account }, given);
  }

  @Put('override')
  @Allow('override')
  override(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(NewOverride)) { reason }: NewOverride,
  ): Promise<PurposeGate> {
    return this.desk.override({ organization, account }, reason);
  }

  @Delete('override')
  @Allow('override')
  end(@Organization() organization: OrganizationInPath, @Account() account: SignedIn): Promise<PurposeGate> {
    return this.desk.override({ organization, account }, null);
  }
}
