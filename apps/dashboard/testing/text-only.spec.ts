import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whatever makes markup or a program of a text: names are given by people, and by files. */
const markup =
  /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|document\.write|\bsrcDoc\b|DOMParser|\beval\(|new Function\(|javascript:/;

it('the dashboard draws every text as a text', () => {
  const root = join(process.cwd(), 'apps', 'dashboard');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(tsx?|html)$/.test(path) && !path.includes('.spec.') && !path.startsWith('public'),
  );
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter((path) => markup.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  expect(markup.test('<p dangerouslySetInnerHTML={{ __html: name }} />')).toBe(true);
});
