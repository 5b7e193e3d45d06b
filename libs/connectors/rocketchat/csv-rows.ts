import { hash } from 'node:crypto';
import { type RawEvent, eventItem } from '../event/event-item.js';
import { textProblem } from '../event/text-problem.js';
import { type ImportItem, reject } from '../import-item.js';
import { mentionedUsers } from '../mattermost/mentions.js';
import { groupOf, personOf, roomOf, usernameOf } from './accounts.js';

type Cells = readonly string[];

const tooFew = (line: number, wanted: number, cells: Cells, file: string) =>
  reject(line, 'wrong_column_count', null, `The line has ${cells.length} cells, not ${wanted}.`, file);

/** `username,email,name`. */
export function itemOfUser(line: number, cells: Cells, file: string): ImportItem {
  const [name = '', address = '', full = ''] = cells;
  if (cells.length < 2) return tooFew(line, 3, cells, file);
  if (name.trim().toLowerCase() === 'username' && !address.includes('@'))
    return { type: 'skipped', line, reason: 'header' };
  const username = usernameOf(name);
  if (username === null) return reject(line, 'missing_field', 'username', 'This field must be given.', file);
  return { type: 'person', line, row: personOf(username, address, full, false) };
}

/** `name,creator,public or private,members`; the members have no date, so that nobody joined. */
export function itemOfChannel(line: number, cells: Cells, file: string): ImportItem {
  const [name = '', creator = '', access = ''] = cells.map((cell) => cell.trim());
  if (cells.length < 3) return tooFew(line, 4, cells, file);
  if (name === 'name' && creator === 'creator') return { type: 'skipped', line, reason: 'header' };
  if (name === '' || textProblem(name, 200) !== null)
    return reject(line, 'missing_field', 'name', 'This field must be given.', file);
  return { type: 'group', line, row: groupOf(name, creator, access.toLowerCase() === 'private') };
}

/** `username,milliseconds,text` of a room; what is said is read for mentions, and for telling messages apart. */
export function itemsOfRoomMessage(
  { line, cells, file, now }: MessageLine,
  room: string,
  users: ReadonlySet<string>,
): ImportItem[] {
  const [given = '', time = '', ...rest] = cells;
  if (cells.length < 3) return [tooFew(line, 3, cells, file)];
  const [author, group] = [usernameOf(given), roomOf(room)];
  const text = rest.join(',');
  const id = idOf(room, author, time, text);
  const said: RawEvent = { occurred_at: writtenAt(time), actor: author, object: id, group };
  const first = eventItem(line, { ...said, id, kind: 'post' }, now);
  if (first.type === 'rejection') return [first];
  const called = mentionedUsers(text, author ?? '', users);
  return [
    first,
    ...called.map((target) => {
      const own = `${id}:${hash('sha256', target, 'hex').slice(0, 16)}`;
      return eventItem(line, { ...said, id: own, kind: 'mention', target }, now);
    }),
  ];
}

/** `username,username addressed,milliseconds,text` between two people. */
export function itemOfDirectMessage({ line, cells, file, now }: MessageLine): ImportItem {
  const [from = '', to = '', time = '', ...rest] = cells;
  if (cells.length < 4) return tooFew(line, 4, cells, file);
  const [author, target] = [usernameOf(from), usernameOf(to)];
  const id = idOf([author, target].sort().join('/'), author, time, rest.join(','));
  const said = { id, occurred_at: writtenAt(time), kind: 'message_sent', actor: author, object: id };
  return eventItem(line, { ...said, target: target === author ? null : target }, now);
}

export interface MessageLine {
  line: number;
  cells: Cells;
  /** By which a refused line is found again. */
  file: string;
  now: Date;
}

/** The export has no numbers of messages: two are the same where everything of them is. */
const idOf = (room: string, author: string | null, time: string, text: string) =>
  `rocketchat:csv:${hash('sha256', JSON.stringify([room, author, time.trim(), text]), 'hex').slice(0, 32)}`;

/** What is no count of milliseconds is handed on, for the check to refuse. */
function writtenAt(time: string): string | null {
  const text = time.trim();
  if (text === '') return null;
  const milliseconds = /^\d{1,14}$/.test(text) ? Number(text) : NaN;
  return Number.isNaN(milliseconds) || milliseconds > 8.64e15 ? 'no instant' : new Date(milliseconds).toISOString();
}
