import { type GroupRow, type PersonRow } from '../csv/rows.js';
import { textProblem } from '../event/text-problem.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, fieldsOf, listOf, textOf } from '../json/fields.js';

const nameLength = 256;

/** User names are the same in any case. Null where it cannot be one. */
export function usernameOf(text: string | null): string | null {
  const name = text?.trim().toLowerCase() ?? '';
  return name === '' || textProblem(name, nameLength) !== null ? null : name;
}

/** An account as a person; neither the list nor the export knows of an entity. */
export function personOf(username: string, address: string | null, name: string | null, bot: boolean): PersonRow {
  const email = address?.trim().toLowerCase() ?? '';
  const isUsable = email.includes('@') && textProblem(email, nameLength) === null;
  return {
    ...{ personId: username, entity: null, managerId: null, level: null, validFrom: null, validTo: null },
    aliases: isUsable ? [email, username] : [username],
    name: clean(name),
    ...{ site: null, trade: null, bot },
  };
}

/** One account of the answer of `users.list`. */
export function itemOfAccount(place: number, user: Fields): ImportItem {
  const username = usernameOf(textOf(user['username']));
  if (username === null)
    return reject(place, 'missing_field', 'username', 'This field must be given.', textOf(user['_id']));
  const [address] = listOf(user['emails']).map((email) => textOf(fieldsOf(email)?.['address']));
  const roles = Array.isArray(user['roles']) ? user['roles'] : [];
  const isBot = user['type'] === 'bot' || user['type'] === 'app' || roles.includes('bot');
  return { type: 'person', line: place, row: personOf(username, address ?? null, textOf(user['name']), isBot) };
}

/** A room by the name of its folder, which is all that the export knows of it by. */
export const roomOf = (name: string) => `rocketchat:#${name}`;

export function groupOf(name: string, creator: string | null, isPrivate: boolean): GroupRow {
  return {
    ...{ groupId: roomOf(name), name, kind: 'channel', creatorId: usernameOf(creator) },
    ...{ ownerIds: [], entity: null, plannedMonths: null, createdAt: null, archivedAt: null, hasDescription: null },
    open: !isPrivate,
  };
}

function clean(name: string | null): string | null {
  const words = (name ?? '').replace(/\s+/g, ' ').trim();
  return words === '' || textProblem(words, 300) !== null ? null : words;
}
