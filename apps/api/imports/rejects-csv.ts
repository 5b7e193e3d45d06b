import { type Reject } from '#storage/import/import-rejects.js';

/** Spreadsheets run what begins like a formula, so such a cell begins with an apostrophe instead. */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

export const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const cell = (value: string | number | null): string => quoted(harmless(String(value ?? '')));

export async function* rejectsCsv(batches: AsyncIterable<readonly Reject[]>): AsyncGenerator<string> {
  yield '\uFEFFline,id,code,field,message\r\n';
  for await (const batch of batches) {
    yield batch
      .map(({ line, id, code, field, message }) => `${[line, id, code, field, message].map(cell).join(',')}\r\n`)
      .join('');
  }
}
