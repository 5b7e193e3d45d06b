import { type Columns } from '../csv/header.js';
import { type GroupRow, type PersonRow } from '../csv/rows.js';
import { workPath } from '../directory/work-path.js';
import { eventItem } from '../event/event-item.js';
import { parseInstant } from '../event/instant.js';
import { textProblem } from '../event/text-problem.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Cells, instantText, isTrue } from './cells.js';

export const userColumns: Columns = {
  required: ['id'],
  optional: ['name', 'email', 'location', 'department', 'joined_at', 'deleted_at', 'suspended_at', 'state'],
};

export const groupColumns: Columns = {
  required: ['id'],
  optional: ['name', 'description', 'private', 'created_by_id', 'created_at', 'deleted_at'],
};

/** Ids are bare numbers, which other sources have too. */
export const yammerId = (id: string) => `yammer:${id}`;

/**
 * An account as a person, and the day it was first used. That one sign-in is told and no other, so it is the making of
 * the profile: as a sign-in it would look as if nobody ever came back. Who was only invited has no day, and is skipped.
 */
export function itemsOfUser(line: number, cells: Cells, now: Date): ImportItem[] {
  const id = cells('id');
  if (id === null || textProblem(id, 100) !== null)
    return [reject(line, 'missing_field', 'id', 'This field must be given.', 'Users.csv')];
  const left = dayOf(cells('deleted_at'));
  const place = left === null ? workPath(cells('location'), cells('department')) : {};
  const person = { ...accountOf(id, cells('email'), cells('name'), left), ...place };
  const items: ImportItem[] = [{ type: 'person', line, row: person }];
  const joined = instantText(cells('joined_at'));
  if (joined !== null) {
    const event = { id: `yammer:user:${id}:joined`, occurred_at: joined, kind: 'profile_created' };
    const item = eventItem(line, { ...event, actor: person.personId }, now);
    return item.type === 'rejection' ? [item] : [...items, item];
  }
  const isInvited = cells('state') === 'soft_delete' && cells('deleted_at') === null && cells('suspended_at') === null;
  return isInvited ? [...items, { type: 'skipped', line, reason: 'undated_invitation' }] : items;
}

export function accountOf(id: string, address: string | null, name: string | null, left: string | null): PersonRow {
  const email = address?.toLowerCase() ?? null;
  const personId = yammerId(id);
  return {
    ...{ personId, entity: null, managerId: null, level: null, validFrom: null, validTo: left },
    aliases: email === null || textProblem(email, 256) !== null ? [personId] : [email, personId],
    name: name === null ? null : clean(name),
    ...{ site: null, trade: null, bot: false },
  };
}

/** A group, and its making where the export says by whom and when. */
export function itemsOfGroup(line: number, cells: Cells, now: Date): ImportItem[] {
  const id = cells('id');
  if (id === null || textProblem(id, 100) !== null)
    return [reject(line, 'missing_field', 'id', 'This field must be given.', 'Groups.csv')];
  const [creator, created] = [cells('created_by_id'), instantText(cells('created_at'))];
  const row = groupOf(id, cells);
  const items: ImportItem[] = [{ type: 'group', line, row }];
  if (creator === null || created === null) return items;
  const item = eventItem(
    line,
    {
      ...{ id: `yammer:group:${id}:created`, occurred_at: created, kind: 'group_created' },
      ...{ actor: yammerId(creator), object: row.groupId, group: row.groupId },
    },
    now,
  );
  return item.type === 'rejection' ? [item] : [...items, item];
}

function groupOf(id: string, cells: Cells): GroupRow {
  const groupId = yammerId(id);
  const creator = cells('created_by_id');
  return {
    groupId,
    name: clean(cells('name') ?? '') ?? groupId,
    kind: 'group',
    creatorId: creator === null || textProblem(creator, 100) !== null ? null : yammerId(creator),
    ...{ ownerIds: [], entity: null, plannedMonths: null },
    createdAt: utcOf(cells('created_at')),
    archivedAt: utcOf(cells('deleted_at')),
    hasDescription: cells('description') !== null,
    open: cells('private') === null ? null : !isTrue(cells('private')),
  };
}

function utcOf(cell: string | null): string | null {
  const instant = parseInstant(instantText(cell) ?? '');
  return typeof instant === 'number' ? new Date(instant).toISOString() : null;
}

const dayOf = (cell: string | null) => utcOf(cell)?.slice(0, 10) ?? null;

function clean(name: string): string | null {
  const words = name.replace(/\s+/g, ' ').trim();
  return words === '' || textProblem(words, 300) !== null ? null : words;
}
