import { type FileInput } from '../file-input.js';
import { type ImportItem } from '../import-item.js';
import { readExport } from './read-export.js';
import { readPages } from './read-pages.js';

/** Reads saved answers of the interface of Rocket.Chat, or a zip of them, or one as it takes them in itself. */
export async function* parseRocketchat(file: FileInput, { now }: { now: Date }): AsyncGenerator<ImportItem[]> {
  const mark = await file.read(0, 2);
  yield* mark.toString('latin1') === 'PK' ? readExport(file, now) : readPages(file.stream(), now);
}
