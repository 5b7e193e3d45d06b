import { waveKinds } from '#domain/rollout/wave.js';
import { type Parsed } from '../rejection.js';
import { type Columns } from './header.js';
import {
  type EntityRow,
  type GroupRow,
  mandateRoles,
  type MandateRow,
  type MemberRow,
  type PersonRow,
  type WaveRow,
} from './rows.js';
import { readRows } from './read-rows.js';
import { type TableOptions } from './table.js';
import { type ByteStream } from './text-stream.js';

export const directoryColumns = {
  entities: { required: ['entity_id', 'parent_id', 'name'], optional: ['kind', 'country', 'timezone'] },
  people: {
    required: ['person_id'],
    either: ['entity', 'entity_path'],
    optional: [
      'manager_id',
      'is_manager',
      'level',
      'valid_from',
      'valid_to',
      'aliases',
      'name',
      'site',
      'trade',
      'bot',
    ],
  },
  waves: {
    required: ['wave_id', 'name', 'planned_start', 'planned_end', 'entities'],
    optional: ['kind', 'actual_start', 'actual_end', 'target', 'curve'],
  },
  members: { required: ['wave_id', 'person_id'], optional: ['from', 'to'] },
  groups: {
    required: ['group_id'],
    optional: [
      'name',
      'kind',
      'creator_id',
      'owner_ids',
      'created_at',
      'archived_at',
      'has_description',
      'open',
      'entity',
      'planned_months',
    ],
  },
  mandates: { required: ['person_id', 'role'], optional: ['entity', 'from', 'to'] },
} as const satisfies Record<string, Columns>;

/** Rows of a directory file come one by one; what concerns several rows at once is for `check-directory`. */
export type DirectoryRows<T> = AsyncGenerator<Parsed<T>>;

export function parseEntitiesCsv(input: ByteStream, options: TableOptions = {}): DirectoryRows<EntityRow> {
  return readRows(input, directoryColumns.entities, options, (cells) => ({
    entityId: cells.requiredKey('entity_id'),
    parentId: cells.key('parent_id'),
    name: cells.requiredWords('name'),
    kind: cells.words('kind'),
    country: cells.country('country'),
    timezone: cells.timezone('timezone'),
  }));
}

export function parsePeopleCsv(input: ByteStream, options: TableOptions = {}): DirectoryRows<PersonRow> {
  return readRows(input, directoryColumns.people, options, (cells) => ({
    personId: cells.requiredKey('person_id'),
    entity: cells.key('entity'),
    ...said('entityPath', cells.words('entity_path')),
    managerId: cells.key('manager_id'),
    ...said('manages', cells.flag('is_manager')),
    level: cells.level('level'),
    validFrom: cells.day('valid_from'),
    validTo: cells.day('valid_to'),
    aliases: cells.keys('aliases'),
    name: cells.words('name'),
    site: cells.words('site'),
    trade: cells.words('trade'),
    bot: cells.flag('bot') ?? false,
  }));
}

/** Only where the file says it. */
const said = <K extends string, V>(name: K, value: V | null): Partial<Record<K, V>> =>
  value === null ? {} : ({ [name]: value } as Record<K, V>);

export function parseWavesCsv(input: ByteStream, options: TableOptions = {}): DirectoryRows<WaveRow> {
  return readRows(input, directoryColumns.waves, options, (cells) => ({
    waveId: cells.requiredKey('wave_id'),
    name: cells.requiredWords('name'),
    kind: cells.word('kind', waveKinds, 'unknown_kind') ?? 'rollout',
    plannedStart: cells.requiredDay('planned_start'),
    plannedEnd: cells.requiredDay('planned_end'),
    actualStart: cells.day('actual_start'),
    actualEnd: cells.day('actual_end'),
    entities: cells.keys('entities'),
    target: cells.share('target') ?? 1,
    curve: cells.curve('curve', cells.requiredDay('planned_start')),
  }));
}

export function parseMembersCsv(input: ByteStream, options: TableOptions = {}): DirectoryRows<MemberRow> {
  return readRows(input, directoryColumns.members, options, (cells) => ({
    waveId: cells.requiredKey('wave_id'),
    personId: cells.requiredKey('person_id'),
    from: cells.day('from'),
    to: cells.day('to'),
  }));
}

export function parseGroupsCsv(input: ByteStream, options: TableOptions = {}): DirectoryRows<GroupRow> {
  return readRows(input, directoryColumns.groups, options, (cells) => ({
    groupId: cells.requiredKey('group_id'),
    name: cells.words('name') ?? cells.requiredKey('group_id'),
    kind: cells.words('kind'),
    creatorId: cells.key('creator_id'),
    ownerIds: cells.keys('owner_ids'),
    entity: cells.key('entity'),
    plannedMonths: cells.count('planned_months') || null,
    createdAt: cells.instant('created_at'),
    archivedAt: cells.instant('archived_at'),
    hasDescription: cells.flag('has_description'),
    open: cells.flag('open'),
  }));
}

export function parseMandatesCsv(input: ByteStream, options: TableOptions = {}): DirectoryRows<MandateRow> {
  return readRows(input, directoryColumns.mandates, options, (cells) => ({
    personId: cells.requiredKey('person_id'),
    role: cells.requiredWord('role', mandateRoles, 'unknown_role'),
    entity: cells.key('entity'),
    from: cells.day('from'),
    to: cells.day('to'),
  }));
}
