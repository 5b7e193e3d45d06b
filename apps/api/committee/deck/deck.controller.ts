import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { DeckQuery } from '#contract/committees.js';
import { Allow } from '../../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../../access/caller.js';
import { Costly } from '../../access/costly.js';
import { Parse } from '../../http/parse.js';
import { published } from '../../http/published.js';
import { unknownCommittee } from '../committee-desk.js';
import { IdInPath } from '../../http/id-in-path.js';
import { DeckDesk } from './deck-desk.js';

const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

@Controller('v1/organizations/:org/committees/:committee')
export class DeckController {
  constructor(private readonly desk: DeckDesk) {}

  @Get('deck')
  @Allow('committee')
  @Costly('written')
  async deck(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('committee', new IdInPath(unknownCommittee)) committee: string,
    @Query(new Parse(DeckQuery)) { week, language = account.language }: DeckQuery,
  ): Promise<StreamableFile> {
    const { file, day } = await published(this.desk.write(organization, account.id, { committee, week, language }));
    const disposition = `attachment; filename="${organization.slug}-copil-${day}-${language}.pptx"`;
    return new StreamableFile(file, { type, disposition });
  }
}
