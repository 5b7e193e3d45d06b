import { type IndicatorRow } from '#contract/indicators.js';
import { csvOf } from './csv.js';
import { weeksTable } from './weeks-table.js';

const row = (periodEnd: string, activated: number): IndicatorRow => ({
  ...{ indicator: 'K08', slice: 'turin', node: 'turin', window: null, periodEnd, shown: 'value' },
  ...{ numerator: { low: activated, high: activated }, denominator: { low: 40, high: 40 } },
  ...{ value: activated / 40, low: activated / 40, high: activated / 40, n: 40 },
});

const written = ({ value }: IndicatorRow) => `${value! * 100} %`;

test('the weeks of a place leave with its plan, which nobody stands behind', () => {
  const rows = [row('2026-11-01', 10), row('2026-11-08', 20)];
  const points = [
    { weekEnd: '2026-11-08', plan: 0.75 },
    { weekEnd: '2026-11-15', plan: 1 },
  ];
  const plan = { label: 'Plan', points, written: (share: number) => `${share * 100} %` };
  const table = weeksTable(rows, 'Week', [['turin', 'Turin']], written, plan);
  const [head, ...lines] = csvOf(table, 'en').trim().split('\r\n');
  expect(head).toMatch(/^\ufeff?Week,Turin,.*,Plan$/);
  expect(lines.map((line) => line.split(',').at(-1))).toEqual(['', '0.75']);
  expect(csvOf(weeksTable(rows, 'Week', [['turin', 'Turin']], written), 'en')).not.toContain('Plan');
});

test('the table draws shares as the page writes them, and a dash for a week that nothing is told of', () => {
  const rows = [row('2026-11-01', 10), { ...row('2026-11-08', 20), slice: 'rome' }];
  const plan = {
    label: 'Plan',
    points: [{ weekEnd: '2026-11-01', plan: 0.75 }],
    written: (share: number) => `${share}`,
  };
  const table = weeksTable(rows, 'Week', [['turin', 'Turin']], written, plan);
  const drawn = table.rows.map((week) => table.columns.map((column) => (column.cell ?? column.value)(week)));
  expect(drawn).toEqual([
    ['2026-11-01', '25 %', '0.75'],
    ['2026-11-08', '–', '–'],
  ]);
});
