import { type GroupRow, type PersonRow } from '../csv/rows.js';
import { textProblem } from '../event/text-problem.js';
import { type Fields, fieldsOf, textOf } from '../json/fields.js';
import { instantOfSeconds } from './slack-ids.js';

/** Slack's own voice; the export does not flag it. */
export const slackbot = 'USLACKBOT';

/** An account as a person; the export knows of no entity. Null where it has no usable id. */
export function personOf(user: Fields): PersonRow | null {
  const profile = fieldsOf(user['profile']) ?? {};
  const isBot = user['is_bot'] === true || user['is_workflow_bot'] === true || user['id'] === slackbot;
  return accountOf(user['id'], profile['email'], textOf(profile['real_name']), isBot);
}

/** A person of whom the id and the address are known. User names are left out: they change hands. */
export function accountOf(given: unknown, address: unknown, name: string | null, bot: boolean): PersonRow | null {
  const id = textOf(given);
  if (id === null || textProblem(id, 256) !== null) return null;
  const email = textOf(address)?.toLowerCase() ?? null;
  return {
    ...{ personId: id, entity: null, managerId: null, level: null, validFrom: null, validTo: null },
    aliases: email === null || textProblem(email, 256) !== null ? [id] : [email, id],
    name: name === null ? null : clean(name),
    ...{ site: null, trade: null, bot },
  };
}

/** A channel as a group, under the id that outlives its name. */
export function groupOf(channel: Fields, isOpen: boolean): GroupRow | null {
  const groupId = textOf(channel['id']);
  if (groupId === null || textProblem(groupId, 256) !== null) return null;
  const isSaid = (field: string) => textOf(fieldsOf(channel[field])?.['value']) !== null;
  return {
    groupId,
    name: clean(textOf(channel['name']) ?? '') ?? groupId,
    kind: 'channel',
    creatorId: creatorOf(channel),
    ...{ ownerIds: [], entity: null, plannedMonths: null },
    createdAt: instantOfSeconds(channel['created']),
    // The export says that a channel is archived, not since when.
    archivedAt: null,
    hasDescription: isSaid('purpose') || isSaid('topic'),
    open: isOpen && channel['is_private'] !== true,
  };
}

export function creatorOf(channel: Fields): string | null {
  const creator = textOf(channel['creator']);
  return creator === null || creator === slackbot || textProblem(creator, 256) !== null ? null : creator;
}

function clean(name: string): string | null {
  const words = name.replace(/\s+/g, ' ').trim();
  return words === '' || textProblem(words, 300) !== null ? null : words;
}
