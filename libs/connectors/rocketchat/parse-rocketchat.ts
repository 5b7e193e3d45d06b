import { type ByteStream } from '../csv/text-stream.js';
import { type ImportItem, reject } from '../import-item.js';
import { fieldsOf } from '../json/fields.js';
import { readDocuments } from '../json/read-documents.js';
import { UnreadableFileError } from '../rejection.js';
import { itemsOfMessage } from './message-events.js';

/**
 * Reads saved answers of the interface that lists the messages of a room: a page a file, or a page a line. Lines are
 * those of the pages.
 */
export async function* parseRocketchat(input: ByteStream, { now }: { now: Date }): AsyncGenerator<ImportItem[]> {
  let isFirst = true;
  for await (const { line, value } of readDocuments(input)) {
    const messages = fieldsOf(value)?.['messages'];
    if (!Array.isArray(messages)) {
      if (isFirst) throw notAPage();
      yield [reject(line, 'bad_json', null, 'This is no page of messages.')];
      continue;
    }
    isFirst = false;
    yield messages.flatMap((one) => {
      const message = fieldsOf(one);
      if (message === null) return [reject(line, 'bad_json', null, 'This is no JSON object.')];
      return itemsOfMessage(line, message, now);
    });
  }
  if (isFirst) throw new UnreadableFileError('empty_file', null, 'The file is empty.');
}

const notAPage = () =>
  new UnreadableFileError(
    'not_a_rocketchat_page',
    null,
    'A page of Rocket.Chat is the answer of channels.messages, with a list of "messages".',
  );
