import { type ByteStream } from '../csv/text-stream.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, fieldsOf } from '../json/fields.js';
import { readDocuments } from '../json/read-documents.js';
import { UnreadableFileError } from '../rejection.js';
import { itemOfAccount } from './accounts.js';
import { itemsOfMessage } from './message-events.js';

/**
 * Saved answers of the interface: of what lists the messages of a room, and of what lists the accounts. A page a file, or
 * a page a line. `file`: within an export, where other documents may lie beside them.
 */
export async function* readPages(
  input: ByteStream,
  now: Date,
  { file = null }: { file?: string | null } = {},
): AsyncGenerator<ImportItem[]> {
  let isFirst = true;
  for await (const { line, value } of readDocuments(input)) {
    const page = fieldsOf(value);
    const of = (list: unknown, itemsOf: (one: Fields) => ImportItem[]) =>
      (Array.isArray(list) ? list : []).flatMap((one) => {
        const fields = fieldsOf(one);
        if (fields === null) return [reject(line, 'bad_json', null, 'This is no JSON object.', file)];
        return itemsOf(fields);
      });
    if (Array.isArray(page?.['messages'])) yield of(page['messages'], (one) => itemsOfMessage(line, one, now));
    else if (Array.isArray(page?.['users'])) yield of(page['users'], (one) => [itemOfAccount(line, one)]);
    else if (file !== null && page !== null) yield [{ type: 'skipped', line, reason: 'other_document' }];
    else if (isFirst && file === null) throw notAPage();
    else yield [reject(line, 'bad_json', null, 'This is no page of messages.', file)];
    isFirst = false;
  }
  if (isFirst && file === null) throw new UnreadableFileError('empty_file', null, 'The file is empty.');
}

const notAPage = () =>
  new UnreadableFileError(
    'not_a_rocketchat_page',
    null,
    'A page of Rocket.Chat is the answer of channels.messages or users.list, with a list of "messages" or "users".',
  );
