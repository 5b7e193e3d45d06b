import { type Archive } from '../archive/archive.js';
import { openZip } from '../archive/open-zip.js';
import { type FileInput } from '../file-input.js';
import { type ImportItem, reject } from '../import-item.js';
import { arrayElements } from '../json/array-elements.js';
import { type Fields } from '../json/fields.js';
import { UnreadableFileError } from '../rejection.js';
import { Conversations, isConversationList } from './conversations.js';
import { personOf } from './directory-rows.js';
import { MessageEvents } from './message-events.js';

const userLists = new Set(['users.json', 'org_users.json']);
const dayFile = /^(?:(.*)\/)?\d{4}-\d{2}-\d{2}\.json$/;

/**
 * Reads the export of a workspace: accounts as people, channels as groups, and messages, threads, reactions, files,
 * mentions, comings and goings as events. An export of several workspaces has a folder for each. Lines are places in
 * the array of a file, and a refusal names the message, else its channel or its file.
 */
export async function* parseSlack(file: FileInput, { now }: { now: Date }): AsyncGenerator<ImportItem[]> {
  const archive = await openZip(file);
  const lists = archive.entries.map(({ name }) => ({ name, ...partsOf(name) }));
  if (!lists.some(({ fileName }) => isConversationList(fileName))) throw notAnExport();
  yield archive.leftOut.map((reason) => ({ type: 'skipped', line: 0, reason }));
  const people = new Set<string>();
  for (const { name, fileName } of lists) {
    if (userLists.has(fileName))
      yield* itemsOf(archive, name, fileName, (place, user) => peopleOf(place, user, fileName, people));
  }
  const conversations = new Conversations(now);
  for (const { name, above, fileName } of lists) {
    if (isConversationList(fileName))
      yield* itemsOf(archive, name, fileName, (place, one) => conversations.learn(above, fileName, place, one));
  }
  yield* messagesOf(archive, conversations, new MessageEvents(now));
}

async function* messagesOf(
  archive: Archive,
  conversations: Conversations,
  events: MessageEvents,
): AsyncGenerator<ImportItem[]> {
  const unknown = new Set<string>();
  // In the order of the archive, which is then read from one end to the other.
  for (const { name } of archive.entries) {
    const folder = dayFile.exec(name)?.[1];
    if (folder === undefined) continue;
    const conversation = conversations.ofFolder(folder);
    if (conversation !== null) {
      const source = `${conversation.id}/${name.slice(folder.length + 1)}`;
      yield* itemsOf(archive, name, source, (place, message) => events.of(place, message, conversation, source));
    } else if (!unknown.has(folder)) {
      unknown.add(folder);
      yield [reject(0, 'unknown_channel', null, 'No list of the export names the channel of this folder.')];
    }
  }
}

const batchSize = 2000;

async function* itemsOf(
  archive: Archive,
  name: string,
  source: string,
  read: (place: number, element: Fields) => ImportItem[],
): AsyncGenerator<ImportItem[]> {
  let batch: ImportItem[] = [];
  for await (const elements of arrayElements(archive.open(name))) {
    for (const { place, fields } of elements) {
      if (fields !== null) batch.push(...read(place, fields));
      else batch.push(reject(place, 'bad_json', null, 'This is no JSON object, or not a whole one.', source));
    }
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** An organisation's list and that of a workspace hold the same accounts. */
function peopleOf(place: number, user: Fields, fileName: string, known: Set<string>): ImportItem[] {
  const row = personOf(user);
  if (row === null) return [reject(place, 'missing_field', 'id', 'This field must be given.', fileName)];
  if (known.has(row.personId)) return [];
  known.add(row.personId);
  return [{ type: 'person', line: place, row }];
}

function partsOf(name: string): { above: string; fileName: string } {
  const slash = name.lastIndexOf('/') + 1;
  return { above: name.slice(0, slash), fileName: name.slice(slash) };
}

const notAnExport = () =>
  new UnreadableFileError(
    'not_a_slack_export',
    null,
    'An export of Slack is a zip with channels.json, groups.json, dms.json or mpims.json.',
  );
