import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(process.cwd(), 'docs');
const page = readFileSync(join(docs, 'security.md'), 'utf8');
const linked = (text: string) => [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path]) => path ?? '');

describe('the page of security', () => {
  it('names for each line a test that is there', () => {
    const lines = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (what|-)/.test(line));
    expect(lines.length).toBeGreaterThan(20);
    const empty = lines.filter((line) => !linked(line).some((path) => /\.spec\.tsx?$/.test(path)));
    expect(empty).toEqual([]);
    const tests = lines.flatMap(linked).filter((path) => /\.spec\.tsx?$/.test(path));
    const is = (path: string) =>
      existsSync(join(docs, path)) && /\b(it|test)\b/.test(readFileSync(join(docs, path), 'utf8'));
    expect(tests.filter((path) => !is(path))).toEqual([]);
  });

  it('leads nowhere else than to what is there', () => {
    expect(linked(page).filter((path) => !existsSync(join(docs, path)))).toEqual([]);
  });
});
