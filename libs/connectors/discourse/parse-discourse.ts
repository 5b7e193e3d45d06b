import { type TableOptions } from '../csv/table.js';
import { type ByteStream } from '../csv/text-stream.js';
import { type FileInput } from '../file-input.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, fieldsOf, listOf } from '../json/fields.js';
import { readDocuments } from '../json/read-documents.js';
import { UnreadableFileError } from '../rejection.js';
import { actionItem } from './actions.js';
import { postItem } from './posts.js';
import { parseUserList } from './user-list.js';

export interface DiscourseOptions extends TableOptions {
  now: Date;
}

/**
 * Reads what Discourse gives out: pages of posts or of user actions in JSON, as events; the CSV list of users, whose
 * numbers are totals since ever, as people and nothing else.
 */
export async function* parseDiscourse(input: FileInput, options: DiscourseOptions): AsyncGenerator<ImportItem[]> {
  if (await isJson(input)) yield* parsePages(input.stream(), options.now);
  else yield* parseUserList(input.stream(), options);
}

async function* parsePages(input: ByteStream, now: Date): AsyncGenerator<ImportItem[]> {
  let pages = 0;
  for await (const { line, value } of readDocuments(input)) {
    const page = fieldsOf(value);
    const posts = page?.['latest_posts'] ?? fieldsOf(page?.['post_stream'])?.['posts'];
    const actions = page?.['user_actions'];
    const isPage = Array.isArray(posts) || Array.isArray(actions);
    if (pages++ === 0 && !isPage) {
      throw new UnreadableFileError(
        'not_a_discourse_page',
        null,
        'The file is neither posts.json, a topic, user_actions.json, nor the list of users.',
      );
    }
    const items = (list: unknown, itemOf: (line: number, record: Fields, now: Date) => ImportItem) =>
      listOf(list).map((record) => itemOf(line, record, now));
    yield isPage
      ? [...items(posts, postItem), ...items(actions, actionItem)]
      : [reject(line, 'bad_json', null, 'The line is not a page in JSON.')];
  }
}

/** Whether the text begins as JSON does. */
async function isJson(input: FileInput): Promise<boolean> {
  let begun = '';
  for await (const bytes of input.stream()) {
    begun += bytes.toString('latin1');
    if (begun.length > 64) break;
  }
  return /^(?:\u00ef\u00bb\u00bf)?\s*[[{]/.test(begun);
}
