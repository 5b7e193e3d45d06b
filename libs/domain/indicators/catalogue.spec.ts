import { exactly } from '../statistics/interval.js';
import { indicatorKeys, indicatorOf } from './catalogue.js';
import { Reading } from './reading.js';

test.each(indicatorKeys)('%s speaks both languages and keeps its promises', (key) => {
  const { title, meaning, frame, windows, defaultWindow, denominator, unit } = indicatorOf(key);
  for (const text of [title, meaning, ...(denominator && denominator !== 'base' ? [denominator] : [])]) {
    expect(text.fr).not.toBe('');
    expect(text.en).not.toBe('');
    expect(text.fr).not.toBe(text.en);
  }
  expect(denominator === null).toBe(unit === 'people' || unit === 'acts');
  expect(windows.length > 0).toBe(frame === 'window');
  if (defaultWindow !== null) expect(windows).toContain(defaultWindow);
});

/** A page that does not load what an indicator reads tells wider ends than its neighbour does. */
test.each(indicatorKeys)('%s names every population that it reads', (key) => {
  const { value, population, beside = [], defaultWindow } = indicatorOf(key);
  const asked = population ?? 'everyone';
  const read = new Set<string>();
  for (const base of ['invited', 'opened', 'headcount'] as const) {
    const count = (of: string) => {
      read.add(of);
      return exactly(100);
    };
    value(new Reading(asked, { base, k: 1, window: defaultWindow, count }));
  }
  // Members of two populations are counted at the operator's door only.
  const published = [...read].filter((of) => !of.includes('&'));
  expect([asked, ...beside]).toEqual(expect.arrayContaining(published));
});
