import { sortRows, type TableOf } from './table-of.js';
import { csvOf } from './csv.js';

interface Site {
  name: string;
  rate: number | null;
}
const table: TableOf<Site> = {
  columns: [
    { key: 'name', label: 'Entité', value: ({ name }) => name },
    { key: 'rate', label: 'Taux', numeric: true, value: ({ rate }) => rate },
  ],
  rows: [
    { name: 'Lyon; "sud"', rate: 0.5 },
    { name: '=1+1', rate: null },
    { name: 'Évry', rate: 0.25 },
  ],
  rowKey: ({ name }) => name,
};

test('a French spreadsheet gets semicolons and decimal commas, an English one neither', () => {
  expect(csvOf(table, 'fr')).toBe('\ufeffEntité;Taux\r\n"Lyon; ""sud""";0,5\r\n\'=1+1;\r\nÉvry;0,25\r\n');
  expect(csvOf(table, 'en')).toBe('\ufeffEntité,Taux\r\n"Lyon; ""sud""",0.5\r\n\'=1+1,\r\nÉvry,0.25\r\n');
});

test('what is unknown stays last both ways, and accents sort as readers expect', () => {
  const names = (descending: boolean, column: number) =>
    sortRows(table.rows, table.columns[column], descending, 'fr').map(({ name }) => name.slice(0, 4));
  expect(names(false, 1)).toEqual(['Évry', 'Lyon', '=1+1']);
  expect(names(true, 1)).toEqual(['Lyon', 'Évry', '=1+1']);
  expect(names(false, 0)).toEqual(['=1+1', 'Évry', 'Lyon']);
});
