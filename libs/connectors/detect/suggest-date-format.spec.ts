import { suggestDateFormat } from './suggest-date-format.js';

const told = (...texts: string[]) =>
  suggestDateFormat(
    ['No', 'Quand'],
    texts.map((text) => ['01/02/2026', text]),
    { id: 'No', occurred_at: 'Quand' },
  );

it.each([
  ['dd/MM/yyyy HH:mm', ['02/03/2026 09:14', '13/03/2026 10:00']],
  // A spreadsheet that leaves months before days shows it as soon as a day passes the 12th.
  ['MM/dd/yyyy HH:mm', ['02/03/2026 09:14', '03/13/2026 10:00']],
  ['MM/dd/yyyy h:mm a', ['3/13/2026 9:14 PM']],
  ['dd/MM/yyyy HH:mm:ss', ['02/03/2026 09:14:33']],
  ['dd.MM.yyyy', ['02.03.2026']],
  ['yyyy/MM/dd', ['2026/03/02']],
  // What no calendar has does not hide how the others are written.
  ['dd/MM/yyyy', ['29/02/2025', '03/02/2026', '', 'hier']],
] as const)('%s is told from %j', (format, texts) => {
  expect(told(...texts)).toBe(format);
});

it.each([[['2026-03-02T09:14:00Z']], [['2026-03-02 09:14']], [['2026-03-02']], [['hier', '']], [[]]])(
  'nothing is told from %j',
  (texts) => {
    expect(told(...texts)).toBeNull();
  },
);

it('nothing is told of columns that hold no time', () => {
  expect(suggestDateFormat(['a'], [['01/02/2026']], { id: 'a' })).toBeNull();
});
