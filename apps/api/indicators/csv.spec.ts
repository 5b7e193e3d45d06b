import { type IndicatorRow } from '#contract/indicators.js';
import { csvOf } from './csv.js';

const row: IndicatorRow = {
  ...{ indicator: 'K20', slice: "lyon;=cmd|' /C calc'!A1", node: '＝1+1', periodEnd: '2026-11-15', window: '28' },
  ...{ cohort: null, lag: null, numerator: { low: 3, high: 5 }, denominator: { low: 40, high: 40 } },
  ...{ value: -0.1, low: -0.125, high: 0.125, n: 40, shown: 'value', note: null },
} as unknown as IndicatorRow;

test('the export of indicators runs in no spreadsheet: neither its names nor what follows another separator', () => {
  const [head, line] = csvOf([row]).split('\r\n');
  expect(head).toMatch(/^\ufeffindicator,slice,node,period_end/);
  expect(line).toBe(`K20,"lyon;'=cmd|' /C calc'!A1",'＝1+1,2026-11-15,28,,,,3,5,40,40,-0.1,-0.125,0.125,40,value,`);
});
