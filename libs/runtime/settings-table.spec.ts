import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsTable } from './settings.js';

/** The rows of the README between two comments, as lists of cells without their code marks. */
function rowsOfReadme(): string[][] {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  const section = readme.split('<!-- settings:')[1]?.split('<!-- /settings -->')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
}

it('the settings of the README are those that are read', () => {
  const rows = settingsTable().map(({ name, default: fallback, sentence }) => [name, fallback, sentence]);
  expect(rowsOfReadme()).toEqual(rows);
});
