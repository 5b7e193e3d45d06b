import { indicatorKeys, indicatorOf } from './catalogue.js';

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
