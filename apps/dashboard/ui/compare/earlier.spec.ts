import { earlier } from './earlier.js';

test('a line as it was a week earlier is drawn a week later, to where the line ends', () => {
  const own = [
    { weekEnd: '2026-11-01', value: 0.1, low: 0, high: 0.2 },
    { weekEnd: '2026-11-08', value: null },
    { weekEnd: '2026-11-15', value: 0.3 },
    // Weeks to come, of which a plan knows.
    { weekEnd: '2026-11-22', value: null },
  ];
  expect(earlier(own, 7)).toEqual([
    { weekEnd: '2026-11-08', value: 0.1 },
    { weekEnd: '2026-11-15', value: null },
  ]);
  expect(earlier([], 7)).toEqual([]);
});
