import { type Reject } from '#storage/import/import-rejects.js';

/** Spreadsheets run what begins like a formula, so such a cell begins with an apostrophe instead. */
function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export async function* rejectsCsv(batches: AsyncIterable<readonly Reject[]>): AsyncGenerator<string> {
  yield '\uFEFFline,id,code,field,message\r\n';
  for await (const batch of batches) {
    yield batch
      .map(({ line, id, code, field, message }) => `${[line, id, code, field, message].map(cell).join(',')}\r\n`)
      .join('');
  }
}
