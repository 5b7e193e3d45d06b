import { type Reject } from '#storage/import/import-rejects.js';
import { rejectsCsv } from './rejects-csv.js';

const reject = (line: number, more: Partial<Reject>): Reject => ({
  ...{ line, id: null, code: 'missing_field', field: null, message: 'Not told.' },
  ...more,
});

async function written(rejects: Reject[], tells: { id: boolean; field: boolean }): Promise<string[]> {
  const batches = (async function* () {
    yield rejects;
  })();
  let text = '';
  for await (const part of rejectsCsv(batches, { language: 'fr', format: 'dd/MM/yyyy HH:mm', tells })) text += part;
  return text.replace('\uFEFF', '').trimEnd().split('\r\n');
}

describe('refused lines for a spreadsheet', () => {
  it('have no column that no line fills', async () => {
    expect(await written([reject(3, { code: 'wrong_column_count' })], { id: false, field: false })).toEqual([
      'ligne;code;motif',
      '3;wrong_column_count;la ligne n’a pas le bon nombre de colonnes',
    ]);
    const lines = [reject(3, { field: 'kind' }), reject(4, {})];
    expect(await written(lines, { id: false, field: true })).toEqual([
      'ligne;code;champ;motif',
      '3;missing_field;kind;valeur manquante',
      '4;missing_field;;valeur manquante',
    ]);
  });

  it('say of a date long past that it is, not that it cannot be read', async () => {
    const [, line] = await written([reject(5, { code: 'early_timestamp', field: 'occurred_at' })], {
      ...{ id: false, field: true },
    });
    expect(line).toBe('5;early_timestamp;occurred_at;la date est antérieure à 1990');
  });
});
