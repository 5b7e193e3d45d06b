import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { DossierName, DossierQuery } from '#contract/dossier.js';
import { Allow } from '../../access/allow.js';
import { Costly } from '../../access/costly.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../../access/caller.js';
import { Parse } from '../../http/parse.js';
import { DossierDesk } from './dossier-desk.js';

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

@Controller('v1/organizations/:org/dossiers')
export class DossierController {
  constructor(private readonly desk: DossierDesk) {}

  @Get(':dossier')
  @Allow('dossier')
  @Costly('written')
  async write(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('dossier', new Parse(DossierName)) name: DossierName,
    @Query(new Parse(DossierQuery)) { format, language = account.language }: DossierQuery,
  ): Promise<StreamableFile> {
    const file = await this.desk.write(organization, account.id, name, { format, language });
    const disposition = `attachment; filename="${organization.slug}-${name}-${language}.${format}"`;
    return new StreamableFile(file, { type: types[format], disposition });
  }
}
