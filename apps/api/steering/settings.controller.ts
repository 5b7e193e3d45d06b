import { Body, Controller, Inject, Param, Patch, Put } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { DeclaredModules, NewModule } from '#contract/modules.js';
import { NewSettings, Settings } from '#contract/organization.js';
import { type Module, modules } from '#domain/declared/modules.js';
import { declareModule } from '#storage/organization/modules.js';
import { saveSettings } from '#storage/steering/settings.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

/** The words of the house, what it calls active, and the modules that it has declared. */
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

  @Put('modules/:module')
  @Allow('declare')
  async declare(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('module', new Parse(z.enum(modules))) module: Module,
    @Body(new Parse(NewModule)) { declaredOn }: NewModule,
  ): Promise<DeclaredModules> {
    const on = await declareModule(this.app, organization.id, account.id, { module, declaredOn });
    return DeclaredModules.parse({ modules: on });
  }
}
