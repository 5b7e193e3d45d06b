import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['ESSOR_SHARED'] ? join(process.env['ESSOR_SHARED'], 'data/statistics') : null;

/** Published examples that are not ours to keep here: where ESSOR_SHARED is not set, the test is skipped and says so. */
export const vectorTest = folder && existsSync(folder) ? test : test.skip;

export const expectedVectors = (): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder!, 'expected.json'), 'utf8')) as Record<string, unknown>;

/** Rows of a file of plain numbers and words, by column. */
export function vectorRows(file: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(folder!, file), 'utf8').trim().split(/\r?\n/);
  const columns = header!.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
  });
}
