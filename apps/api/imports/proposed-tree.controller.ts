import { Controller, Delete, Get, Header, HttpCode, Inject, Post, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { type DataSource } from 'typeorm';
import { type ImportQueued } from '#contract/imports.js';
import { type ProposedTree } from '#contract/proposed-tree.js';
import { peopleCsv } from '#domain/files/people-csv.js';
import { proposedTree } from '#domain/files/proposed-tree.js';
import { Problem } from '#runtime/problem.js';
import { noteAlone } from '#storage/audit/audit-log.js';
import { dropProposedTree, proposedPeople, proposedPlaces } from '#storage/directory/proposed-places.js';
import { organizationById } from '#storage/organization/organization.js';
import { Allow } from '../access/allow.js';
import { Costly } from '../access/costly.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { HandIn } from './hand-in.js';

/** The tree that a network's own accounts tell, for somebody to look at and to take over. */
@Controller('v1/organizations/:org/proposed-tree')
export class ProposedTreeController {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    private readonly handIn: HandIn,
  ) {}

  @Get()
  @Allow('import')
  async show(@Organization() { id }: OrganizationInPath): Promise<ProposedTree> {
    const { k } = await organizationById(this.database, id);
    return proposedTree(await proposedPlaces(this.database, id), k);
  }

  @Get('people.csv')
  @Allow('import')
  @Costly('written')
  @Header('content-disposition', 'attachment; filename="people.csv"')
  async file(@Organization() { id }: OrganizationInPath, @Account() account: SignedIn): Promise<StreamableFile> {
    const detail = { what: 'proposed-people' };
    await noteAlone(this.database, { organizationId: id, accountId: account.id, action: 'exported', detail });
    const text = peopleCsv(await proposedPeople(this.database, id), { forSpreadsheets: true });
    return new StreamableFile(Readable.from([Buffer.from(text)]), { type: 'text/csv; charset=utf-8' });
  }

  /** Handed in as a file of people would be, and marked as what stands in for one. */
  @Post('adoption')
  @Allow('import')
  @HttpCode(202)
  async adopt(@Organization() { id }: OrganizationInPath, @Account() account: SignedIn): Promise<ImportQueued> {
    const people = await proposedPeople(this.database, id);
    if (people.length === 0) throw new Problem('nothing_proposed', 409, 'No tree is proposed, or it was taken over.');
    const file = Readable.from([Buffer.from(peopleCsv(people))]);
    return { id: await this.handIn.adopt(id, account.id, file), state: 'queued' };
  }

  @Delete()
  @Allow('import')
  @HttpCode(204)
  async forget(@Organization() { id }: OrganizationInPath, @Account() account: SignedIn): Promise<void> {
    await dropProposedTree(this.database, id, account.id);
  }
}
