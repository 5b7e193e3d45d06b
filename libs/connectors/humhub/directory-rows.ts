import { type GroupRow, type PersonRow } from '../csv/rows.js';
import { textProblem } from '../event/text-problem.js';
import { type Fields, fieldsOf, textOf } from '../json/fields.js';

/** A positive number that names something, as a text; null for anything else. */
export function numberOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  return text !== null && /^[1-9]\d{0,18}$/.test(text) ? text : null;
}

/** How users and spaces are called here, because other sources have bare numbers too. */
export function humhubId(value: unknown): string | null {
  const number = numberOf(value);
  return number === null ? null : `humhub:${number}`;
}

/** A user as a person; who is where is not told. */
export function personOf(user: Fields): PersonRow | null {
  const personId = humhubId(user['id']);
  if (personId === null) return null;
  const account = fieldsOf(user['account']);
  const names = [account?.['email'], account?.['username']].flatMap((name) => textOf(name)?.toLowerCase() ?? []);
  return {
    personId,
    entity: null,
    managerId: null,
    level: null,
    validFrom: null,
    validTo: null,
    aliases: names.filter((name) => textProblem(name, 256) === null),
    name: clean(textOf(user['display_name'])),
    site: null,
    trade: null,
    bot: false,
  };
}

export function groupOf(space: Fields): GroupRow | null {
  const groupId = humhubId(space['id']);
  if (groupId === null) return null;
  const owner = humhubId(fieldsOf(space['owner'])?.['id']);
  return {
    groupId,
    name: clean(textOf(space['name'])) ?? groupId,
    kind: null,
    creatorId: null,
    ownerIds: owner === null ? [] : [owner],
    entity: null,
    createdAt: null,
    archivedAt: null,
    hasDescription: textOf(space['description']) !== null,
    // 2 = everyone may enter, 1 = on request, 0 = by invitation.
    open: space['join_policy'] === 2,
    plannedMonths: null,
  };
}

function clean(name: string | null): string | null {
  const words = name?.replace(/\s+/g, ' ') ?? null;
  return words === null || textProblem(words, 300) !== null ? null : words;
}
