import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { type DataSource } from 'typeorm';
import {
  type HeldSnapshot,
  type Import,
  ImportQuery,
  type ImportQueued,
  type Imports,
  largestFile,
  type UndoCounts,
  UndoQuery,
} from '#contract/imports.js';
import { Problem } from '#runtime/problem.js';
import { noteAlone } from '#storage/audit/audit-log.js';
import { readRejects, rejectsTell } from '#storage/import/import-rejects.js';
import { Allow } from '../access/allow.js';
import { Costly } from '../access/costly.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';
import { HandIn, tooLarge } from './hand-in.js';
import { dateFormatOf } from './import-answer.js';
import { ImportNumber } from './import-number.js';
import { KeptImports } from './kept-imports.js';
import { rejectsCsv } from './rejects-csv.js';

const listed = 100;

@Controller('v1/organizations/:org/imports')
export class ImportsController {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    private readonly handIn: HandIn,
    private readonly kept: KeptImports,
  ) {}

  @Get()
  @Allow('reading')
  list(@Organization() organization: OrganizationInPath): Promise<Imports> {
    return this.kept.list(organization.id, listed);
  }

  @Post()
  @Allow('import')
  @HttpCode(202)
  async take(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Query(new Parse(ImportQuery)) query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportQueued> {
    if (!(request.body instanceof Readable)) {
      throw new Problem(
        'unsupported_media_type',
        415,
        'Send the file as it is: text/csv, or application/octet-stream.',
      );
    }
    // Whoever says so beforehand is answered before it is sent.
    if (Number(request.headers['content-length']) > largestFile) throw tooLarge();
    const id = await this.handIn.take(organization.id, account.id, query, request.body);
    return { id, state: 'queued' };
  }

  @Get(':import')
  @Allow('reading')
  one(
    @Organization() organization: OrganizationInPath,
    @Param('import', new ImportNumber()) number: number,
  ): Promise<Import> {
    return this.kept.tell(organization.id, number);
  }

  @Post(':import/cancel')
  @Allow('import')
  @HttpCode(202)
  cancel(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('import', new ImportNumber()) number: number,
  ): Promise<Import> {
    return this.kept.cancel(organization.id, number, account.id);
  }

  @Get(':import/undo')
  @Allow('import')
  undoCounts(
    @Organization() organization: OrganizationInPath,
    @Param('import', new ImportNumber()) number: number,
  ): Promise<UndoCounts> {
    return this.kept.undoCounts(organization.id, number);
  }

  @Post(':import/undo')
  @Allow('import')
  @HttpCode(202)
  undo(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('import', new ImportNumber()) number: number,
    @Query(new Parse(UndoQuery)) { along }: UndoQuery,
  ): Promise<Import> {
    return this.kept.undo(organization.id, number, account.id, along);
  }

  @Get(':import/held')
  @Allow('import')
  held(
    @Organization() organization: OrganizationInPath,
    @Param('import', new ImportNumber()) number: number,
  ): Promise<HeldSnapshot> {
    return this.kept.held(organization.id, number);
  }

  @Post(':import/approve')
  @Allow('import')
  @HttpCode(202)
  approve(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('import', new ImportNumber()) number: number,
  ): Promise<Import> {
    return this.kept.decide(organization.id, number, 'approve', account.id);
  }

  @Post(':import/refuse')
  @Allow('import')
  @HttpCode(202)
  refuse(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('import', new ImportNumber()) number: number,
  ): Promise<Import> {
    return this.kept.decide(organization.id, number, 'refuse', account.id);
  }

  @Get(':import/rejects.csv')
  @Allow('import')
  @Costly('written')
  @Header('content-disposition', 'attachment; filename="rejects.csv"')
  async rejects(
    @Organization() organization: OrganizationInPath,
    @Account() { id: accountId, language }: SignedIn,
    @Param('import', new ImportNumber()) number: number,
  ): Promise<StreamableFile> {
    const found = await this.kept.find(organization.id, number);
    const { id } = found;
    const detail = { what: 'rejects', import: id };
    await noteAlone(this.database, { organizationId: organization.id, accountId, action: 'exported', detail });
    const format = dateFormatOf(found) ?? undefined;
    const tells = await rejectsTell(this.database, organization.id, id);
    const lines = rejectsCsv(readRejects(this.database, organization.id, id), { language, format, tells });
    return new StreamableFile(Readable.from(lines, { objectMode: false }), { type: 'text/csv; charset=utf-8' });
  }
}
