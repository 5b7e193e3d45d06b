import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { type Import, ImportQuery, type ImportQueued, type Imports } from '#contract/imports.js';
import { Problem } from '#runtime/problem.js';
import { readRejects } from '#storage/import/import-rejects.js';
import { findImport, listImports, type StoredImport } from '#storage/import/imports.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';
import { HandIn } from './hand-in.js';
import { importAnswer } from './import-answer.js';
import { rejectsCsv } from './rejects-csv.js';

const listed = 100;

@Controller('v1/organizations/:org/imports')
export class ImportsController {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    private readonly handIn: HandIn,
  ) {}

  @Get()
  @Allow('reading')
  async list(@Organization() organization: OrganizationInPath): Promise<Imports> {
    const imports = await listImports(this.database, organization.id, listed);
    return { imports: imports.map((one) => importAnswer(one, new Date())) };
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
    const id = await this.handIn.take(organization.id, account.id, query, request.body);
    return { id, state: 'queued' };
  }

  @Get(':import')
  @Allow('reading')
  async one(@Organization() organization: OrganizationInPath, @Param('import') number: string): Promise<Import> {
    return importAnswer(await this.find(organization.id, number), new Date());
  }

  @Get(':import/rejects.csv')
  @Allow('import')
  @Header('content-disposition', 'attachment; filename="rejects.csv"')
  async rejects(
    @Organization() organization: OrganizationInPath,
    @Param('import') number: string,
  ): Promise<StreamableFile> {
    const { id } = await this.find(organization.id, number);
    const lines = rejectsCsv(readRejects(this.database, organization.id, id));
    return new StreamableFile(Readable.from(lines, { objectMode: false }), { type: 'text/csv; charset=utf-8' });
  }

  private async find(organizationId: string, number: string): Promise<StoredImport> {
    const id = z.coerce.number().int().min(1).max(2_147_483_647).safeParse(number);
    const found = id.success ? await findImport(this.database, organizationId, id.data) : null;
    if (!found) throw new Problem('unknown_import', 404, 'There is no such import.');
    return found;
  }
}
