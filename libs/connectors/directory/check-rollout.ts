import { type GroupRow, type MandateRow, type MemberRow, type WaveRow } from '../csv/rows.js';
import { type Located } from '../rejection.js';
import { type Checked, type Finding, checkRows, unknownEntity, unknownPerson } from './checked.js';
import { type Period, emptyPeriod, isEmptyPeriod, overlap } from './period.js';

/** Checks waves against the entities that exist. An entity is in one wave. */
export function checkWaves(rows: readonly Located<WaveRow>[], entities: ReadonlySet<string>): Checked<WaveRow> {
  const waves = new Set<string>();
  const taken = new Set<string>();
  return checkRows(
    rows,
    ({ waveId }) => waveId,
    (row) => {
      if (waves.has(row.waveId)) return duplicateWave;
      if (row.entities.some((entity) => !entities.has(entity))) return unknownEntity('entities');
      if (endsBeforeStart(row.plannedStart, row.plannedEnd)) return emptyPeriod('planned_end');
      if (endsBeforeStart(row.actualStart, row.actualEnd)) return emptyPeriod('actual_end');
      if (row.entities.some((entity) => taken.has(entity))) return entityInTwoWaves;
      row.entities.forEach((entity) => taken.add(entity));
      waves.add(row.waveId);
      return null;
    },
  );
}

export function checkMembers(
  rows: readonly Located<MemberRow>[],
  waves: ReadonlySet<string>,
  people: ReadonlySet<string>,
): Checked<MemberRow> {
  const accepted = new Map<string, Period[]>();
  return checkRows(
    rows,
    ({ personId }) => personId,
    (row) => {
      if (!waves.has(row.waveId)) return unknownWave;
      if (!people.has(row.personId)) return unknownPerson;
      return isEmptyPeriod(row)
        ? emptyPeriod('to')
        : repeated(accepted, [row.waveId, row.personId], row, duplicateMember);
    },
  );
}

export function checkMandates(
  rows: readonly Located<MandateRow>[],
  people: ReadonlySet<string>,
  entities: ReadonlySet<string>,
): Checked<MandateRow> {
  const accepted = new Map<string, Period[]>();
  return checkRows(
    rows,
    ({ personId }) => personId,
    (row) => {
      if (!people.has(row.personId)) return unknownPerson;
      if (row.entity !== null && !entities.has(row.entity)) return unknownEntity('entity');
      if (isEmptyPeriod(row)) return emptyPeriod('to');
      return repeated(accepted, [row.personId, row.role], row, duplicateMandate);
    },
  );
}

export function checkGroups(rows: readonly Located<GroupRow>[], entities: ReadonlySet<string>): Checked<GroupRow> {
  const seen = new Set<string>();
  return checkRows(
    rows,
    ({ groupId }) => groupId,
    ({ groupId, entity, createdAt, archivedAt }) => {
      if (entity !== null && !entities.has(entity)) return unknownEntity('entity');
      if (seen.has(groupId)) return duplicateGroup;
      if (endsBeforeStart(createdAt, archivedAt)) return emptyPeriod('archived_at');
      seen.add(groupId);
      return null;
    },
  );
}

/** A wave may start and end on the same day: its last day belongs to it. */
function endsBeforeStart(start: string | null, end: string | null): boolean {
  return start !== null && end !== null && end < start;
}

function repeated(
  accepted: Map<string, Period[]>,
  key: readonly (string | null)[],
  row: Period,
  finding: Finding,
): Finding | null {
  const text = JSON.stringify(key);
  const others = accepted.get(text) ?? [];
  if (others.some((other) => overlap(other, row) !== null)) return finding;
  accepted.set(text, [...others, row]);
  return null;
}

const duplicateWave: Finding = {
  code: 'duplicate_wave',
  field: 'wave_id',
  message: 'The wave is in the file already; the first line counts.',
};

const entityInTwoWaves: Finding = {
  code: 'entity_in_two_waves',
  field: 'entities',
  message: 'An earlier wave has one of these entities.',
};

const unknownWave: Finding = { code: 'unknown_wave', field: 'wave_id', message: 'There is no such wave.' };

const duplicateMember: Finding = {
  code: 'duplicate_member',
  field: 'person_id',
  message: 'An earlier line has the same person in the wave on the same days.',
};

const duplicateMandate: Finding = {
  code: 'duplicate_mandate',
  field: 'person_id',
  message: 'An earlier line gives the same person the same role on the same days.',
};

const duplicateGroup: Finding = {
  code: 'duplicate_group',
  field: 'group_id',
  message: 'The group is in the file already; the first line counts.',
};
