import { Controller, Get, Header, Inject, StreamableFile } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { listEntities } from '#storage/directory/entity-list.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { entitiesCsv, wavesCsv } from './template-csv.js';

const asCsv = (text: string) => new StreamableFile(Buffer.from(text), { type: 'text/csv; charset=utf-8' });

/** Files to begin with, with what the organisation already knows filled in. */
@Controller('v1/organizations/:org/import-templates')
export class TemplatesController {
  constructor(@Inject(APP_DB) private readonly database: DataSource) {}

  @Get('entities.csv')
  @Allow('import')
  @Header('content-disposition', 'attachment; filename="entities.csv"')
  async entities(@Organization() { id }: OrganizationInPath): Promise<StreamableFile> {
    return asCsv(entitiesCsv(await listEntities(this.database, id)));
  }

  @Get('waves.csv')
  @Allow('import')
  @Header('content-disposition', 'attachment; filename="waves.csv"')
  async waves(@Organization() { id }: OrganizationInPath, @Account() { language }: SignedIn): Promise<StreamableFile> {
    const today = new Date().toISOString().slice(0, 10);
    return asCsv(wavesCsv(await listEntities(this.database, id), today, language));
  }
}
