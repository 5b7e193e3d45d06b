import { sortRows, type TableOf, type Told } from './table-of.js';
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

test('what is drawn only is not exported a second time', () => {
  const column = { key: 'n', label: 'n', value: () => 97 };
  const columns = [
    { key: 'site', label: 'Site', value: () => 'Évry' },
    { ...column, drawnOnly: true },
  ];
  expect(csvOf({ columns, rows: [1], rowKey: String }, 'en')).toBe('\ufeffSite\r\nÉvry\r\n');
});

test('a French spreadsheet gets semicolons and decimal commas, an English one neither', () => {
  expect(csvOf(table, 'fr')).toBe('\ufeffEntité;Taux\r\n"Lyon; ""sud""";0,5\r\n\'=1+1;\r\nÉvry;0,25\r\n');
  expect(csvOf(table, 'en')).toBe('\ufeffEntité,Taux\r\n"Lyon; ""sud""",0.5\r\n\'=1+1,\r\nÉvry,0.25\r\n');
});

test('a figure leaves with its ends, its people and its day, in sensible digits', () => {
  const rate = { value: 0.009352037408149633, low: 0.0051, high: 0.01703, n: 1502, asOf: '2026-10-25' };
  const told = {
    ...table,
    columns: [
      {
        key: 'rate',
        label: 'Taux',
        numeric: true,
        value: () => 1,
        told: ({ name }: Site) => (name === 'Évry' ? null : rate),
      },
    ],
    rows: table.rows.slice(1),
  };
  expect(csvOf(told, 'fr')).toBe(
    '\ufeffTaux;Taux (au moins);Taux (au plus);Taux (n);Taux (au)\r\n0,0094;0,0051;0,017;1502;2026-10-25\r\n;;;;\r\n',
  );
  expect(csvOf(told, 'en').split('\r\n')[0]).toBe('\ufeffTaux,Taux (at least),Taux (at most),Taux (n),Taux (as of)');
});

test('a middle of what is published says so, and people in a band have both ends', () => {
  const exact = { low: 1502, high: 1502 };
  const figures = [
    {
      value: 0.05,
      low: 0.02,
      high: 0.09,
      n: 1228.5,
      numerator: { low: 34, high: 89 },
      denominator: { low: 1221, high: 1236 },
    },
    { value: 0.5, low: 0.47, high: 0.53, n: 1502, numerator: { low: 751, high: 751 }, denominator: exact },
    {
      value: 4.3,
      low: 4.2,
      high: 4.5,
      n: 1039.5,
      around: { low: 1019, high: 1060 },
      numerator: exact,
      denominator: exact,
    },
  ].map((figure) => ({ ...figure, asOf: null }));
  const exported = (rows: typeof figures) => {
    const columns = [{ key: 'rate', label: 'Taux', value: () => null, told: (row: (typeof figures)[number]) => row }];
    return csvOf({ columns, rows, rowKey: String }, 'fr').slice(1).split('\r\n').slice(0, -1);
  };
  expect(exported(figures)).toEqual([
    'Taux;Taux (au moins);Taux (au plus);Taux (IC 95 % bas);Taux (IC 95 % haut);Taux (n);Taux (au);Taux (lecture)',
    '0,05;0,0275;0,0729;0,02;0,09;1221 à 1236;;environ (milieu)',
    '0,5;0,5;0,5;0,47;0,53;1502;;',
    '4,3;4,2;4,5;;;1019 à 1060;;',
  ]);
  expect(exported(figures.slice(1))[0]).toBe(
    'Taux;Taux (au moins);Taux (au plus);Taux (IC 95 % bas);Taux (IC 95 % haut);Taux (n);Taux (au)',
  );
});

test('« at least » and « at most » are the ends of what is published everywhere, chance has columns of its own', () => {
  const exported = (figure: Told) => {
    const columns = [{ key: 'rate', label: 'Rate', value: () => null, told: () => figure }];
    const [head, row] = csvOf({ columns, rows: [1], rowKey: String }, 'en')
      .slice(1)
      .split('\r\n');
    return [head!.replaceAll('Rate ', ''), row];
  };
  const exact = (count: number) => ({ low: count, high: count });
  const rest = { low: 0.9157, high: 0.9776, n: 182, asOf: '2026-11-15' };
  const withChance = 'Rate,(at least),(at most),(95 % CI low),(95 % CI high),(n),(as of)';
  expect(exported({ value: 174 / 182, ...rest, numerator: exact(174), denominator: exact(182) })).toEqual([
    withChance,
    '0.956,0.956,0.956,0.9157,0.9776,182,2026-11-15',
  ]);
  expect(exported({ value: 0.95, ...rest, published: { low: 0.94, high: 0.96 } })[1]).toBe(
    '0.95,0.94,0.96,0.9157,0.9776,182,2026-11-15,about (middle)',
  );
  expect(exported({ value: 0.95, ...rest, isChance: true })).toEqual([
    withChance,
    '0.95,,,0.9157,0.9776,182,2026-11-15',
  ]);
  const without = 'Rate,(at least),(at most),(n),(as of)';
  expect(exported({ value: 0.95, ...rest })).toEqual([without, '0.95,0.9157,0.9776,182,2026-11-15']);
  // Of a difference the counts are those of one side only.
  const gap = { value: 0.1, low: 0.05, high: 0.15, n: 20, asOf: null, against: {}, isChance: true };
  expect(exported({ ...gap, numerator: exact(2), denominator: exact(20) })[1]).toBe('0.1,,,0.05,0.15,20,');
});

test('what is unknown stays last both ways, and accents sort as readers expect', () => {
  const names = (descending: boolean, column: number) =>
    sortRows(table.rows, table.columns[column], descending, 'fr').map(({ name }) => name.slice(0, 4));
  expect(names(false, 1)).toEqual(['Évry', 'Lyon', '=1+1']);
  expect(names(true, 1)).toEqual(['Lyon', 'Évry', '=1+1']);
  expect(names(false, 0)).toEqual(['=1+1', 'Évry', 'Lyon']);
});
