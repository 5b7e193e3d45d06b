import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';
import { type CommitteeWriter } from './committee.repository.js';

export interface StoredNote {
  id: string;
  /** A wave or an entity; empty = the whole organisation. */
  scope: string;
  indicator: string;
  weekEnd: Day;
  text: string;
  authorId: string | null;
  author: string | null;
  writtenAt: Date;
  changedAt: Date | null;
}

type NewNote = Pick<StoredNote, 'scope' | 'indicator' | 'weekEnd' | 'text'>;

const columns = `n.id, n.scope, n.indicator, n.week_end as "weekEnd", n.text, n.author_id as "authorId", a.name as author,
  n.written_at as "writtenAt", n.changed_at as "changedAt"`;

/** Notes beside figures. What is withdrawn is in no answer, and can be brought back. For the application's pool. */
export class FigureNoteRepository {
  constructor(private readonly db: DataSource) {}

  /** Newest week first. */
  list(organizationId: string): Promise<StoredNote[]> {
    return rowsOf(
      this.db,
      `select ${columns} from figure_note n left join account a on a.id = n.author_id
        where n.organization_id = $1 and n.withdrawn_at is null order by n.week_end desc, n.written_at desc, n.id`,
      [organizationId],
    );
  }

  /** Null where there is none. What is withdrawn is found too: it may be brought back. */
  async find(organizationId: string, id: string): Promise<StoredNote | null> {
    const [row] = await rowsOf<StoredNote>(
      this.db,
      `select ${columns} from figure_note n left join account a on a.id = n.author_id
        where n.organization_id = $1 and n.id = $2`,
      [organizationId, id],
    );
    return row ?? null;
  }

  async add({ organizationId, accountId }: CommitteeWriter, written: NewNote): Promise<string> {
    const { scope, indicator, weekEnd, text } = written;
    return this.db.transaction(async (tx) => {
      const [row] = await rowsOf<{ id: string }>(
        tx,
        `insert into figure_note (organization_id, scope, indicator, week_end, text, author_id)
         values ($1, $2, $3, $4, $5, $6) returning id`,
        [organizationId, scope, indicator, weekEnd, text, accountId],
      );
      await note(tx, { organizationId, accountId }, written, 'added');
      return row!.id;
    });
  }

  async change(
    { organizationId, accountId }: CommitteeWriter,
    kept: StoredNote,
    { text, withdrawn }: { text?: string | undefined; withdrawn?: boolean | undefined },
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      await execute(
        tx,
        `update figure_note
            set text = coalesce($3, text), changed_at = case when $3 is null then changed_at else now() end,
                withdrawn_at = case when $4::boolean then coalesce(withdrawn_at, now())
                                    when not $4::boolean then null else withdrawn_at end
          where organization_id = $1 and id = $2`,
        [organizationId, kept.id, text ?? null, withdrawn ?? null],
      );
      const change = withdrawn === undefined ? 'changed' : withdrawn ? 'withdrawn' : 'restored';
      await note(tx, { organizationId, accountId }, kept, change);
    });
  }
}

/** What was withdrawn before an instant goes for good. */
export const forgetNotes = (tx: EntityManager | DataSource, organizationId: string, before: Date): Promise<number> =>
  execute(tx, `delete from figure_note where organization_id = $1 and withdrawn_at < $2`, [organizationId, before]);

/** In the audit log, which holds no word of what was written. */
const note = (
  tx: EntityManager,
  who: CommitteeWriter,
  { scope, indicator, weekEnd }: Omit<NewNote, 'text'>,
  change: 'added' | 'changed' | 'withdrawn' | 'restored',
): Promise<void> =>
  noteAudit(tx, { ...who, action: 'figure_note_changed', detail: { scope, indicator, weekEnd, change } });
