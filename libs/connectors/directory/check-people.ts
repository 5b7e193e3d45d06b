import { type PersonRow } from '../csv/rows.js';
import { type Located } from '../rejection.js';
import { type Checked, type Finding, checkRows, unknownEntity } from './checked.js';
import { closingLinks } from './manager-cycle.js';
import { type Period, emptyPeriod, isEmptyPeriod, overlap } from './period.js';

/**
 * Checks people against the entities that exist. A person is in one entity at a time. Someone who is their own manager,
 * directly or in a circle, goes in without that manager.
 */
export function checkPeople(rows: readonly Located<PersonRow>[], entities: ReadonlySet<string>): Checked<PersonRow> {
  const accepted = new Map<string, PersonRow[]>();
  const checked = checkRows(
    rows,
    ({ personId }) => personId,
    (row) => {
      if (row.entity !== null && !entities.has(row.entity)) return unknownEntity('entity');
      if (isEmptyPeriod(periodOf(row))) return emptyPeriod('valid_to');
      const others = accepted.get(row.personId) ?? [];
      const clash = others.find((other) => overlap(periodOf(other), periodOf(row)) !== null);
      if (clash !== undefined) return isSamePlace(clash, row) ? duplicate : overlapping;
      accepted.set(row.personId, [...others, row]);
      return null;
    },
  );
  return withoutImpossibleManagers(checked);
}

function withoutImpossibleManagers({ rows, rejections }: Checked<PersonRow>): Checked<PersonRow> {
  const refused = new Map<Located<PersonRow>, Finding>();
  for (const located of rows) {
    if (located.row.managerId === located.row.personId) refused.set(located, selfManager);
  }
  for (const located of closingLinks(rows.filter((located) => !refused.has(located))))
    refused.set(located, managerCycle);
  const links = [...refused].map(([{ line, row }, finding]) => {
    return { line, id: row.personId, ...finding, scope: 'link' as const };
  });
  return {
    rows: rows.map((located) =>
      refused.has(located) ? { line: located.line, row: { ...located.row, managerId: null } } : located,
    ),
    rejections: [...rejections, ...links].sort((one, other) => one.line - other.line),
  };
}

function periodOf({ validFrom, validTo }: PersonRow): Period {
  return { from: validFrom, to: validTo };
}

function isSamePlace(one: PersonRow, other: PersonRow): boolean {
  return one.entity === other.entity && one.validFrom === other.validFrom && one.validTo === other.validTo;
}

const duplicate: Finding = {
  code: 'duplicate_person',
  field: 'person_id',
  message: 'The person is in the file already, in the same entity and time; the first line counts.',
};

const overlapping: Finding = {
  code: 'overlapping_validity',
  field: 'valid_from',
  message: 'An earlier line has the same person somewhere on the same days.',
};

const selfManager: Finding = {
  code: 'self_manager',
  field: 'manager_id',
  message: 'The person is their own manager; they go in without one.',
};

const managerCycle: Finding = {
  code: 'manager_cycle',
  field: 'manager_id',
  message: 'The managers go round in a circle that this line closes; the person goes in without one.',
};
