import { tarFiles } from '../archive/tar-files.js';
import { type FileInput } from '../file-input.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields } from '../json/fields.js';
import { tableRows } from '../json/table-rows.js';
import { UnreadableFileError } from '../rejection.js';
import { Realm } from './realm.js';
import { ZulipEvents } from './zulip-events.js';

/** At the head of the export or in its one folder: deeper down lie files that people sent, under any name. */
const readable = /^(?:[^/]+\/)?(realm|messages-\d{1,9})\.json$/;

type Read = (table: string, place: number, row: Fields) => ImportItem[];

/**
 * Reads the tarball of an organisation's export: accounts as people, streams as groups, messages, reactions, sessions,
 * comings and goings as events. The order of files in a tarball says nothing, so it is read three times: for what
 * names what, for messages, and for reactions, whose time is that of their message. Lines are places in a table.
 */
export async function* parseZulip(file: FileInput, { now }: { now: Date }): AsyncGenerator<ImportItem[]> {
  await refuseUnlessPacked(file);
  const realm = new Realm();
  const events = new ZulipEvents(realm, now);
  // Refusals are told in the first reading, each once.
  yield* pass(file, Realm.tables, true, (table, place, row) => realm.learn(table, place, row));
  yield realm.groups(now);
  const read: Read = (table, place, row) => events.of(table, place, row);
  yield* pass(file, ZulipEvents.tables, false, read);
  yield* pass(file, ZulipEvents.later, false, read);
}

const batchSize = 2000;

async function* pass(
  file: FileInput,
  wanted: ReadonlySet<string>,
  isFirst: boolean,
  read: Read,
): AsyncGenerator<ImportItem[]> {
  let hasRealm = false;
  let batch: ImportItem[] = [];
  for await (const packed of tarFiles(file.stream())) {
    if ('leftOut' in packed) {
      // What people sent may be packed; that is no part of the export that is read.
      if (isFirst && packed.leftOut !== 'nested_archive')
        batch.push({ type: 'skipped', line: 0, reason: packed.leftOut });
      continue;
    }
    const name = readable.exec(packed.name)?.[1];
    if (name === undefined) continue;
    hasRealm ||= name === 'realm';
    for await (const rows of tableRows(packed.content, wanted)) {
      for (const { table, place, fields } of rows) {
        if (table !== null && fields !== null) batch.push(...read(table, place, fields));
        else if (isFirst)
          batch.push(reject(place, 'bad_json', null, noObject, table ?? `${name.split('-', 1)[0]}.json`));
      }
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
  }
  if (!hasRealm) throw notAnExport();
  if (batch.length > 0) yield batch;
}

async function refuseUnlessPacked(file: FileInput): Promise<void> {
  for await (const bytes of file.stream()) if (bytes.length > 0) return;
  throw new UnreadableFileError('empty_file', null, 'The file is empty.');
}

const noObject = 'This is no JSON object, or not a whole one.';

const notAnExport = () =>
  new UnreadableFileError(
    'not_a_zulip_export',
    null,
    'An export of Zulip is a tarball (.tar.gz) with realm.json and messages-000001.json.',
  );
