import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import french from './fr/problems.js';

/** What answers programs, in words of their protocols; people never meet its codes. */
const toPrograms = ['apps/api/ingest', 'apps/api/scim', 'apps/api/health'];

const sources = readdirSync('apps/api', { recursive: true, encoding: 'utf8' })
  .map((name) => join('apps/api', name))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .filter((name) => !toPrograms.some((folder) => name.startsWith(folder)));

const codes = new Set(
  sources.flatMap((name) =>
    [...readFileSync(name, 'utf8').matchAll(/new Problem\(\s*'([a-z_]+)'/g)].map(([, code = '']) => code),
  ),
);

it('tells in words every code with which the server refuses people', () => {
  expect(codes.size).toBeGreaterThan(25);
  expect([...codes].filter((code) => !Object.hasOwn(french, code)).sort()).toEqual([]);
});
