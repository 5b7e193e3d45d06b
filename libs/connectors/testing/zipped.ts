import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZipFile } from 'yazl';
import { fileInMemory, type FileInput } from '../file-input.js';
import { type ImportItem } from '../import-item.js';

/** A zip of texts by their names, in that order. */
export async function zipped(files: Readonly<Record<string, string | Buffer>>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name, { compress });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** The files below a folder, by their name in it. */
export function filesOf(folder: string): Record<string, Buffer> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = found.map((one) => join(one.parentPath, one.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}

type Parse = (file: FileInput, options: { now: Date }) => AsyncGenerator<ImportItem[]>;

export async function itemsOf(parse: Parse, bytes: Buffer, now: Date): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const batch of parse(fileInMemory(bytes, 1009), { now })) items.push(...batch);
  return items;
}

export function only<T extends ImportItem['type']>(
  items: readonly ImportItem[],
  type: T,
): Extract<ImportItem, { type: T }>[] {
  return items.filter((item): item is Extract<ImportItem, { type: T }> => item.type === type);
}

/** Events as short lines: what somebody who checks them by hand would write down. */
export const told = (items: readonly ImportItem[]) =>
  only(items, 'event').map(({ row }) => {
    const { occurredAt, kind, actor, target, group, quantity } = row;
    const more = [target && `→ ${target}`, group && `in ${group}`, quantity > 1 && `× ${quantity}`];
    return [occurredAt.slice(0, 19), kind, actor, ...more.filter(Boolean)].join(' ');
  });

export const refused = (items: readonly ImportItem[]) =>
  only(items, 'rejection').map(({ rejection: { id, line, code, field } }) => [id, line, code, field].join(' '));

export const skipped = (items: readonly ImportItem[]) =>
  only(items, 'skipped').map(({ line, reason }) => `${line} ${reason}`);
