import { type GroupRow, type PersonRow } from '../csv/rows.js';
import { textProblem } from '../event/text-problem.js';
import { type Fields, instantOf, textOf } from '../json/fields.js';
import { groupKey } from './post-events.js';
import { usernameOf } from './username.js';

/** A user as a person; the export knows of no entity. Null where the user has no usable name. */
export function personOf(user: Fields, bot: boolean): PersonRow | null {
  const username = usernameOf(user['username']);
  if (username === null || textProblem(username, 256) !== null) return null;
  const email = textOf(user['email'])?.toLowerCase() ?? null;
  const name = clean([textOf(user['first_name']), textOf(user['last_name'])].filter((part) => part !== null).join(' '));
  return {
    personId: username,
    entity: null,
    managerId: null,
    level: null,
    validFrom: null,
    validTo: instantOf(user['delete_at'])?.slice(0, 10) ?? null,
    aliases: email === null || textProblem(email, 256) !== null ? [username] : [email, username],
    name,
    site: null,
    trade: null,
    bot,
  };
}

/** A channel as a group; who made it and when is not in the export. */
export function groupOf(channel: Fields): GroupRow | null {
  const groupId = groupKey(channel['team'], channel['name']);
  if (groupId === null || textProblem(groupId, 256) !== null) return null;
  return {
    groupId,
    name: clean(textOf(channel['display_name']) ?? '') ?? groupId,
    kind: 'channel',
    creatorId: null,
    ownerIds: [],
    entity: null,
    createdAt: null,
    archivedAt: instantOf(channel['deleted_at']),
    hasDescription: textOf(channel['header']) !== null || textOf(channel['purpose']) !== null,
    open: channel['type'] === 'O',
    plannedMonths: null,
  };
}

function clean(name: string): string | null {
  const words = name.replace(/\s+/g, ' ').trim();
  return words === '' || textProblem(words, 300) !== null ? null : words;
}
