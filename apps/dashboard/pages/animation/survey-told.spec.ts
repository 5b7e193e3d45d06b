import { type SurveyShare } from '#contract/animation.js';
import { csvOf } from '../../ui/csv.js';
import { toldChange, toldWeighted } from './survey-told.js';

const row = (paired: boolean) =>
  ({
    ...{ survey: 's', question: 'q', askedOn: '2026-11-02', respondents: 410 },
    share: { value: 0.4, n: 410, numerator: { low: 164, high: 164 }, denominator: { low: 410, high: 410 } },
    weighted: { value: 0.42, low: 0.36, high: 0.48, effectiveN: 263.4, covered: 0.9 },
    change: { difference: { value: 0.05, low: 0.01, high: 0.09 }, paired, n: [410, 388], since: '2026-05-04' },
  }) as unknown as SurveyShare;

const exported = (told: typeof toldChange, of: SurveyShare) => {
  const table = { columns: [{ key: 'x', label: 'x', value: () => null, told }], rows: [of], rowKey: () => 'x' };
  const [head, line] = csvOf(table, 'en').replace('\ufeff', '').trim().split('\r\n');
  const names = head!.split(',');
  return Object.fromEntries(line!.split(',').map((value, at) => [names[at]!, value]));
};

test('the n of an exported weighted share is people who answered', () => {
  expect(exported(toldWeighted, row(true))).toMatchObject({ x: '0.42', 'x (n)': '410', 'x (95 % CI low)': '0.36' });
});

test('the n of an exported change is those who answered twice, and none where others answered', () => {
  expect(exported(toldChange, row(true))).toMatchObject({ x: '0.05', 'x (n)': '410' });
  expect(exported(toldChange, row(false))).toMatchObject({ x: '0.05', 'x (n)': '' });
});
