import { readFileSync } from 'node:fs';
import { languages } from '../sentences/language.js';
import { refusalWord } from './refusal-words.js';

const page = readFileSync('docs/formats.md', 'utf8');
const section = (title: string) => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const codes = ['Why a line was refused', 'Why a file was refused'].flatMap((title) =>
  [...section(title).matchAll(/^\| ([^|]+)/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([a-z_0-9]+)`/g)].map(([, code = '']) => code),
  ),
);

it('tells every code of the page of formats in both languages', () => {
  expect(codes.length).toBeGreaterThan(80);
  for (const language of languages)
    expect(codes.filter((code) => refusalWord(code, language).includes(code))).toEqual([]);
});

it.each(['poem_refused', 'toString', '__proto__'])('tells %s by itself, for want of words', (code) => {
  expect(refusalWord(code, 'fr')).toBe(`refusé, code ${code}`);
  expect(refusalWord(code, 'en')).toBe(`refused, code ${code}`);
});

it('names the format in which a file declares its times', () => {
  expect(refusalWord('not_as_declared', 'fr', 'dd/MM/yyyy')).toContain('dd/MM/yyyy');
  expect(refusalWord('not_as_declared', 'en', 'dd/MM/yyyy')).toContain('dd/MM/yyyy');
});

it('has one form of the apostrophe in French', () => {
  for (const code of codes) expect(refusalWord(code, 'fr')).not.toContain("'");
});
