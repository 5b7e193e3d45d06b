import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { IndicatorKey } from '#contract/indicators.js';
import { type FigureNote, type FigureNoteChange, type NewFigureNote } from '#contract/notes.js';
import { Problem } from '#runtime/problem.js';
import { BoardRepository } from '#storage/publication/board.repository.js';
import { FigureNoteRepository, type StoredNote } from '#storage/steering/figure-note.repository.js';
import { SteeringRepository } from '#storage/steering/steering.repository.js';
import { type OpensToo, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB, READ_DB } from '../databases.js';

/** What somebody wrote beside figures, as far as the reader may read the figures. */
@Injectable()
export class NotesDesk {
  private readonly notes: FigureNoteRepository;
  private readonly boards: BoardRepository;
  private readonly steering: SteeringRepository;

  constructor(@Inject(APP_DB) app: DataSource, @Inject(READ_DB) read: DataSource) {
    this.notes = new FigureNoteRepository(app);
    this.boards = new BoardRepository(read);
    this.steering = new SteeringRepository(read);
  }

  async list(organization: OrganizationInPath, account: SignedIn, opens: OpensToo): Promise<FigureNote[]> {
    const [notes, reads] = await Promise.all([this.notes.list(organization.id), this.readable(organization, opens)]);
    return notes.flatMap((one) => {
      const indicator = IndicatorKey.safeParse(one.indicator);
      if (!indicator.success || !reads(one.scope)) return [];
      const { id, scope, weekEnd, text, author, writtenAt, changedAt } = one;
      return [
        {
          ...{ id, scope, indicator: indicator.data, weekEnd, text, author },
          writtenOn: writtenAt.toISOString().slice(0, 10),
          isChanged: changedAt !== null,
          isOpen: opens('note') && mayChange(one, account, opens),
        },
      ];
    });
  }

  async add(
    organization: OrganizationInPath,
    account: SignedIn,
    opens: OpensToo,
    written: NewFigureNote,
  ): Promise<string> {
    const reads = await this.readable(organization, opens);
    if (!reads(written.scope))
      throw new Problem('unknown_scope', 404, 'There is neither an entity nor a wave of that key.');
    return this.notes.add({ organizationId: organization.id, accountId: account.id }, written);
  }

  async change(
    organization: OrganizationInPath,
    account: SignedIn,
    opens: OpensToo,
    id: string,
    change: FigureNoteChange,
  ): Promise<string> {
    const [kept, reads] = await Promise.all([this.notes.find(organization.id, id), this.readable(organization, opens)]);
    if (!kept || !reads(kept.scope)) return unknownNote();
    if (!mayChange(kept, account, opens))
      throw new Problem('not_your_note', 403, 'Only whoever wrote a note, or runs the project, may change it.');
    await this.notes.change({ organizationId: organization.id, accountId: account.id }, kept, change);
    return kept.id;
  }

  /** Which scopes there are that the reader may read: entities with their right and within their scope, the rest whole. */
  private async readable(organization: OrganizationInPath, opens: OpensToo): Promise<(scope: string) => boolean> {
    const [{ entities }, names, waves] = await Promise.all([
      this.boards.read(organization, { back: 1, populations: [], days: [] }),
      this.steering.entityNames(organization.id),
      this.steering.waves(organization.id),
    ]);
    const whole = new Set(['', ...waves.map(({ key }) => key)]);
    return (scope) =>
      names.has(scope) ? opens('places') && (entities?.has(scope) ?? true) : entities === null && whole.has(scope);
  }
}

const mayChange = ({ authorId }: StoredNote, { id }: SignedIn, opens: OpensToo): boolean =>
  authorId === id || opens('note_of_others');

export function unknownNote(): never {
  throw new Problem('unknown_note', 404, 'There is no such note, or its figure is not open to you.');
}
