import { reasonsOf } from './told-refusals.js';

it('counts every refusal by its reason, the most frequent first, with where they begin', () => {
  const reject = (line: number, code: string, field: string | null = null) => ({ line, code, field });
  const rejects = [
    ...[
      reject(2, 'bad_timestamp', 'occurred_at'),
      reject(3, 'unknown_kind', 'kind'),
      reject(4, 'missing_field', 'actor'),
    ],
    ...[reject(7, 'unknown_kind', 'kind'), reject(9, 'missing_field', 'id')],
  ];
  expect(reasonsOf(rejects)).toEqual([
    { code: 'unknown_kind', field: 'kind', times: 2, lines: [3, 7] },
    { code: 'bad_timestamp', field: 'occurred_at', times: 1, lines: [2] },
    { code: 'missing_field', field: 'actor', times: 1, lines: [4] },
    { code: 'missing_field', field: 'id', times: 1, lines: [9] },
  ]);
  const many = Array.from({ length: 40 }, (_, n) => reject(n + 2, 'unknown_kind', 'kind'));
  expect(reasonsOf(many)).toEqual([{ code: 'unknown_kind', field: 'kind', times: 40, lines: [2, 3, 4] }]);
});
