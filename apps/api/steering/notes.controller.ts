import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { type Kept } from '#contract/committees.js';
import { FigureNoteChange, type FigureNotes, NewFigureNote } from '#contract/notes.js';
import { Allow } from '../access/allow.js';
import { Account, type OpensToo, Organization, type OrganizationInPath, type SignedIn, Too } from '../access/caller.js';
import { IdInPath } from '../http/id-in-path.js';
import { Parse } from '../http/parse.js';
import { NotesDesk, unknownNote } from './notes-desk.js';

const noteId = new IdInPath(unknownNote);

/** Notes beside figures. */
@Controller('v1/organizations/:org/notes')
export class NotesController {
  constructor(private readonly desk: NotesDesk) {}

  @Get()
  @Allow('steering')
  async list(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Too() opens: OpensToo,
  ): Promise<FigureNotes> {
    return { notes: await this.desk.list(organization, account, opens) };
  }

  @Post()
  @Allow('note')
  async add(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Too() opens: OpensToo,
    @Body(new Parse(NewFigureNote)) note: NewFigureNote,
  ): Promise<Kept> {
    return { id: await this.desk.add(organization, account, opens, note) };
  }

  @Patch(':note')
  @Allow('note')
  async change(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Too() opens: OpensToo,
    @Param('note', noteId) note: string,
    @Body(new Parse(FigureNoteChange)) change: FigureNoteChange,
  ): Promise<Kept> {
    return { id: await this.desk.change(organization, account, opens, note, change) };
  }
}
