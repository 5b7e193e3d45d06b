import { type GroupRow, type PersonRow } from '../csv/rows.js';
import { textProblem } from '../event/text-problem.js';
import { type Fields, textOf } from '../json/fields.js';
import { millisecondsOf, numberOf, streamId, zulipId } from './zulip-ids.js';

/** An account as a person; the export knows of no entity. `isSystem`: one of the voices of Zulip itself. */
export function personOf(id: number, account: Fields, isSystem: boolean): PersonRow {
  // Where addresses are hidden the other one is made up by the server.
  const email = (textOf(account['delivery_email']) ?? textOf(account['email']))?.toLowerCase() ?? null;
  const personId = zulipId(id);
  return {
    ...{ personId, entity: null, managerId: null, level: null, validFrom: null, validTo: null },
    aliases: email === null || textProblem(email, 256) !== null ? [personId] : [email, personId],
    name: clean(account['full_name']),
    ...{ site: null, trade: null, bot: isSystem || account['is_bot'] === true },
  };
}

/** A stream as a group. `creator`: whom the stream, or else the log of changes, names as its maker. */
export function groupOf(id: number, stream: Fields, creator: number | null): GroupRow {
  const groupId = streamId(id);
  const created = millisecondsOf(stream['date_created']);
  return {
    groupId,
    name: clean(stream['name']) ?? groupId,
    kind: 'channel',
    creatorId: creator === null ? null : zulipId(creator),
    ...{ ownerIds: [], entity: null, plannedMonths: null },
    createdAt: created === null ? null : new Date(created).toISOString(),
    // The export says that a stream is closed, not since when.
    archivedAt: null,
    hasDescription: 'description' in stream ? textOf(stream['description']) !== null : null,
    open: typeof stream['invite_only'] === 'boolean' ? !stream['invite_only'] : null,
  };
}

export const makerOf = (stream: Fields) => numberOf(stream['creator']);

function clean(name: unknown): string | null {
  const words = (textOf(name) ?? '').replace(/\s+/g, ' ');
  return words === '' || textProblem(words, 300) !== null ? null : words;
}
