import { constants, gunzipSync } from 'node:zlib';
import { type TextEncoding } from '#domain/files/reading.js';
import { detectEncoding } from '../csv/encoding.js';
import { sniffDelimiter } from '../csv/header.js';
import { RecordSplitter } from '../csv/record-splitter.js';
import { UnreadableFileError } from '../rejection.js';
import { isTar, namesInTar } from './names-in-tar.js';
import { namesInZip } from './names-in-zip.js';
import { kindOfHeader, kindOfJson, kindOfNames, kindOfTarNames } from './signs.js';

/** Bytes of the beginning that are looked at. */
export const headSize = 64 * 1024;

/** What a file seems to be. */
export interface Detected {
  /** Key of the format; null where nothing says. */
  kind: string | null;
  /** 1 = only this format looks like that; 0.5 = as good as nothing else fits; 0 = not known. */
  score: number;
  /** By what it was told. */
  reason: 'archive_names' | 'json_fields' | 'header' | 'nothing';
  /** Of a text; null for an archive. */
  encoding: TextEncoding | null;
  /** Of a table; null for everything else. */
  delimiter: string | null;
  /** Names of the columns as the file writes them, and what its first row holds; empty where there is no table. */
  columns: string[];
  example: string[];
  /** The cells of its first rows, the first of them included. */
  sample: readonly (readonly string[])[];
}

const sampleRows = 300;

const unknown: Detected = {
  ...{ kind: null, score: 0, reason: 'nothing', encoding: null, delimiter: null, columns: [], example: [], sample: [] },
};

/**
 * Tells from the content of a file what it is: archives by the names in them, lines of JSON by their fields, tables by
 * their header. `tail` is the end of an archive, where its directory stands. Never throws.
 */
export function detectFormat(head: Buffer, tail: Buffer = Buffer.alloc(0)): Detected {
  if (head.subarray(0, 2).toString('latin1') === 'PK') {
    const kind = kindOfNames(namesInZip(Buffer.concat([head, tail])));
    return kind === null ? unknown : { ...unknown, kind, score: 1, reason: 'archive_names' };
  }
  const bytes = unzipped(head.subarray(0, headSize));
  if (isTar(bytes)) {
    const kind = kindOfTarNames(namesInTar(bytes));
    return kind === null ? unknown : { ...unknown, kind, score: 1, reason: 'archive_names' };
  }
  let encoding: TextEncoding;
  try {
    encoding = detectEncoding(bytes);
  } catch (error) {
    if (error instanceof UnreadableFileError) return unknown;
    throw error;
  }
  const text = new TextDecoder(encoding).decode(bytes, { stream: true }).trimStart();
  if (text === '') return unknown;
  if (text.startsWith('{') || text.startsWith('[')) {
    const kind = kindOfJson(text);
    return kind === null ? { ...unknown, encoding } : { ...unknown, kind, score: 1, reason: 'json_fields', encoding };
  }
  return ofTable(text, encoding);
}

function ofTable(text: string, encoding: TextEncoding): Detected {
  const told = /^sep=([,;\t])\r?\n/i.exec(text);
  const rest = told ? text.slice(told[0].length) : text;
  const delimiter = told?.[1] ?? sniffDelimiter(rest.split(/\r?\n/, 1)[0] ?? '');
  const records = new RecordSplitter(delimiter).push(`${rest.replace(/\r\n?/g, '\n')}\n`);
  const [columns, example] = [records[0]?.cells ?? [], records[1]?.cells ?? []];
  const names = columns.map((name) => name.trim());
  const sample = records.slice(1, 1 + sampleRows).flatMap(({ cells }) => (cells === null ? [] : [cells]));
  const { kind, score } = kindOfHeader(columns, sample);
  if (kind === null && columns.length < 2) return { ...unknown, encoding };
  const reason = kind === null ? 'nothing' : 'header';
  return { kind, score, reason, encoding, delimiter, columns: names, example, sample };
}

/** What begins a gzip, as far as it goes; anything else as it is. */
function unzipped(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 2).toString('hex') !== '1f8b') return bytes;
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4 << 20 }).subarray(0, headSize);
  } catch {
    return Buffer.alloc(0);
  }
}
