import { Body, Controller, Inject, Patch } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { NewSettings, Settings } from '#contract/organization.js';
import { saveSettings } from '#storage/steering/settings.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

/** The words of the house, and what it calls active. */
@Controller('v1/organizations/:org')
export class SettingsController {
  constructor(@Inject(APP_DB) private readonly app: DataSource) {}

  @Patch('settings')
  @Allow('declare')
  async change(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(NewSettings)) settings: NewSettings,
  ): Promise<Settings> {
    return Settings.parse(await saveSettings(this.app, organization.id, account.id, settings));
  }
}
