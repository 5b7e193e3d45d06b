import { type DataSource, type EntityManager } from 'typeorm';
import { type Committee, type CommitteeItem } from '#domain/committee/committee.js';
import { type Day } from '#domain/calendar/day.js';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';

/** Who changed what of which organisation; nobody's account where it came with a demo. */
export interface CommitteeWriter {
  organizationId: string;
  accountId: string | null;
}

export type CommitteeFields = Pick<Committee, 'heldOn' | 'participants'>;
export type ItemFields = Omit<CommitteeItem, 'id'>;

type Change = 'added' | 'changed' | 'withdrawn' | 'restored';

const item = `i.id, i.kind, i.text, i.owner, i.due_on as "dueOn", i.state, i.settled_on as "settledOn"`;

/** Steering committees and what each decided or asks for. What is withdrawn is in no answer, and can be brought back. For the application's pool. */
export class CommitteeRepository {
  constructor(private readonly db: DataSource) {}

  /** Newest first, their items in the order in which they were added. */
  async list(organizationId: string): Promise<Committee[]> {
    const [committees, items] = await Promise.all([
      rowsOf<Omit<Committee, 'items'>>(
        this.db,
        `select id, held_on as "heldOn", participants from committee
          where organization_id = $1 and withdrawn_at is null order by held_on desc, id`,
        [organizationId],
      ),
      rowsOf<CommitteeItem & { committee: string }>(
        this.db,
        `select ${item}, i.committee_id as committee from committee_item i
          where i.organization_id = $1 and i.withdrawn_at is null order by i.added_at, i.id`,
        [organizationId],
      ),
    ]);
    return committees.map((one) => ({
      ...one,
      items: items.flatMap(({ committee, ...rest }) => (committee === one.id ? [rest] : [])),
    }));
  }

  async add({ organizationId, accountId }: CommitteeWriter, fields: CommitteeFields): Promise<string> {
    return this.db.transaction(async (tx) => {
      const [row] = await rowsOf<{ id: string }>(
        tx,
        `insert into committee (organization_id, held_on, participants) values ($1, $2, $3) returning id`,
        [organizationId, fields.heldOn, fields.participants],
      );
      await note(tx, { organizationId, accountId }, 'committee', fields.heldOn, 'added');
      return row!.id;
    });
  }

  /** Null where there is none. What is withdrawn is found too: it may be brought back. */
  async change(
    { organizationId, accountId }: CommitteeWriter,
    id: string,
    { withdrawn, ...fields }: Partial<CommitteeFields> & { withdrawn?: boolean | undefined },
  ): Promise<string | null> {
    return this.db.transaction(async (tx) => {
      const [kept] = await rowsOf<CommitteeFields>(
        tx,
        `select held_on as "heldOn", participants from committee where organization_id = $1 and id = $2 for update`,
        [organizationId, id],
      );
      if (!kept) return null;
      const { heldOn, participants } = { ...kept, ...given(fields) };
      await execute(
        tx,
        `update committee set held_on = $3, participants = $4, withdrawn_at = ${withdrawnAt('$5')}
          where organization_id = $1 and id = $2`,
        [organizationId, id, heldOn, participants, withdrawn ?? null],
      );
      await note(tx, { organizationId, accountId }, 'committee', heldOn, changeOf(withdrawn));
      return id;
    });
  }

  /** Null where there is no such committee. */
  async addItem(
    { organizationId, accountId }: CommitteeWriter,
    id: string,
    fields: ItemFields,
  ): Promise<string | null> {
    return this.db.transaction(async (tx) => {
      const [committee] = await rowsOf<{ heldOn: Day }>(
        tx,
        `select held_on as "heldOn" from committee
          where organization_id = $1 and id = $2 and withdrawn_at is null for share`,
        [organizationId, id],
      );
      if (!committee) return null;
      const [row] = await rowsOf<{ id: string }>(
        tx,
        `insert into committee_item (organization_id, committee_id, kind, text, owner, due_on, state, settled_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [organizationId, id, ...columnsOf(fields)],
      );
      await note(tx, { organizationId, accountId }, fields.kind, committee.heldOn, 'added');
      return row!.id;
    });
  }

  /** `becomes` says what it is to be, from what it is. Null where there is none; what is withdrawn is found too. */
  async changeItem(
    { organizationId, accountId }: CommitteeWriter,
    id: string,
    becomes: (kept: ItemFields) => ItemFields,
    withdrawn: boolean | undefined,
  ): Promise<string | null> {
    return this.db.transaction(async (tx) => {
      const [kept] = await rowsOf<CommitteeItem & { heldOn: Day }>(
        tx,
        `select ${item}, c.held_on as "heldOn"
           from committee_item i join committee c on c.organization_id = $1 and c.id = i.committee_id
          where i.organization_id = $1 and i.id = $2 for update of i`,
        [organizationId, id],
      );
      if (!kept) return null;
      const fields = becomes(kept);
      await execute(
        tx,
        `update committee_item
            set kind = $3, text = $4, owner = $5, due_on = $6, state = $7, settled_on = $8, withdrawn_at = ${withdrawnAt('$9')}
          where organization_id = $1 and id = $2`,
        [organizationId, id, ...columnsOf(fields), withdrawn ?? null],
      );
      await note(tx, { organizationId, accountId }, fields.kind, kept.heldOn, changeOf(withdrawn));
      return id;
    });
  }
}

/** What was withdrawn before an instant goes for good, with the names in it. */
export async function forgetWithdrawn(
  tx: EntityManager | DataSource,
  organizationId: string,
  before: Date,
): Promise<number> {
  let gone = 0;
  for (const table of ['committee_item', 'committee'])
    gone += await execute(tx, `delete from ${table} where organization_id = $1 and withdrawn_at < $2`, [
      organizationId,
      before,
    ]);
  return gone;
}

const columnsOf = ({ kind, text, owner, dueOn, state, settledOn }: ItemFields) => [
  ...[kind, text, owner, dueOn],
  ...[state, settledOn],
];

const withdrawnAt = (parameter: string) => `
  case when ${parameter}::boolean then coalesce(withdrawn_at, now()) when not ${parameter}::boolean then null else withdrawn_at end`;

const changeOf = (withdrawn: boolean | undefined): Change =>
  withdrawn === undefined ? 'changed' : withdrawn ? 'withdrawn' : 'restored';

/** What is said of a thing; undefined is not said. */
const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** In the audit log, which holds no word of what was decided, and no name. */
const note = (
  tx: EntityManager,
  who: CommitteeWriter,
  what: 'committee' | CommitteeItem['kind'],
  committee: Day,
  change: Change,
): Promise<void> => noteAudit(tx, { ...who, action: 'committee_changed', detail: { committee, what, change } });
