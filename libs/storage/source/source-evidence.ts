import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type EventKind, eventKinds, kindIndex } from '#domain/events/kind.js';
import { type Attribute, type Told } from '#domain/indicators/measurable.js';
import { type Telling } from '#domain/quality/only-from.js';
import { rowsOf } from '../database.js';
import { firstLedgerDay } from '#domain/events/first-ledger-day.js';

/** Remembers which kinds of events came from which source on these UTC days, and what they told. Safe to repeat. */
export async function noteEvidence(tx: EntityManager, organizationId: string, from: Day, to: Day): Promise<void> {
  await tx.query(
    `insert into source_evidence as known (organization_id, source_id, kind, targets, parents, groups)
     select $1, source_id, kind, bool_or(target is not null), bool_or(parent is not null), bool_or(group_key is not null)
       from event where organization_id = $1 and day between $2::date and $3::date
      group by source_id, kind
     on conflict (organization_id, source_id, kind) do update
        set targets = known.targets or excluded.targets, parents = known.parents or excluded.parents,
            groups = known.groups or excluded.groups
      where (known.targets, known.parents, known.groups)
            is distinct from (known.targets or excluded.targets, known.parents or excluded.parents, known.groups or excluded.groups)`,
    [organizationId, from, to],
  );
}

/** Which sources have ever told of that kind, and which of others only. */
export function sourcesTelling(db: DataSource, organizationId: string, kind: EventKind): Promise<Telling[]> {
  return rowsOf(
    db,
    `select s.name, bool_or(e.kind = $2) as tells
       from source_evidence e join source s on s.organization_id = e.organization_id and s.id = e.source_id
      where e.organization_id = $1 group by s.name order by s.name`,
    [organizationId, kindIndex(kind)],
  );
}

/** Of the sources with posts, which have ever told what a comment answers. */
export function sourcesLinking(db: DataSource, organizationId: string): Promise<Telling[]> {
  return rowsOf(
    db,
    `select s.name, coalesce(bool_or(e.parents) filter (where e.kind = $2), false) as tells
       from source_evidence e join source s on s.organization_id = e.organization_id and s.id = e.source_id
      where e.organization_id = $1 group by s.name having bool_or(e.kind = $3) order by s.name`,
    [organizationId, kindIndex('comment'), kindIndex('post')],
  );
}

interface EventsTold {
  kind: number;
  targets: boolean;
  parents: boolean;
  groups: boolean;
}

type GroupsTold = Record<'creator' | 'owner' | 'description' | 'launch', boolean | null>;

/** What all sources of an organisation together have ever told, or some of them; null before the first event. */
export async function toldBySources(
  db: DataSource,
  organizationId: string,
  of: readonly number[] | null = null,
): Promise<Told | null> {
  const [events, groups] = await Promise.all([
    rowsOf<EventsTold>(
      db,
      `select kind, bool_or(targets) as targets, bool_or(parents) as parents, bool_or(groups) as groups
         from source_evidence where organization_id = $1 and ($2::integer[] is null or source_id = any($2)) group by kind`,
      [organizationId, of],
    ),
    rowsOf<GroupsTold>(
      db,
      `select bool_or(has_creator) as creator, bool_or(has_owner) as owner, bool_or(has_description is not null) as description,
              exists (select from action where organization_id = $1 and kind = 'launch_message' and object_key is not null) as launch
         from network_group where organization_id = $1`,
      [organizationId],
    ),
  ]);
  if (events.length === 0) return null;
  const kinds = eventKinds.filter((_, index) => events.some(({ kind }) => kind === index));
  const told: Record<Attribute, boolean> = {
    target: events.some(({ kind, targets }) => targets && eventKinds[kind] !== 'invitation_sent'),
    // A reaction names what it is about in any case: only comments say whether replies are linked.
    parent: events.some(({ kind, parents }) => parents && eventKinds[kind] === 'comment'),
    group: events.some(({ groups }) => groups),
    group_creator: kinds.includes('group_created') || groups[0]?.creator === true,
    group_owner: groups[0]?.owner === true,
    group_description: groups[0]?.description === true,
    launch_message: groups[0]?.launch === true,
  };
  return { kinds, attributes: (Object.keys(told) as Attribute[]).filter((attribute) => told[attribute]) };
}

/**
 * Tells it anew from the events that are left, where none was ever forgotten. Closed weeks are records of what was told
 * then: while one stands, nothing is taken back, or what no source told would read as measured and next to nothing.
 */
export async function renewEvidence(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(
    `delete from source_evidence
      where organization_id = $1 and not exists (select from mask where mask.organization_id = $1 and mask.closed)`,
    [organizationId],
  );
  await noteEvidence(tx, organizationId, firstLedgerDay, '9999-12-31');
}
