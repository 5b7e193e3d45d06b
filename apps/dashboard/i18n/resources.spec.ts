import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNamespace, resources } from './resources.js';

const placeholders = (text: string) => [...text.matchAll(/{{\s*(\w+)\s*}}/g)].map((match) => match[1]).sort();

test('both languages have the same pages', () => {
  expect(Object.keys(resources.en).sort()).toEqual(Object.keys(resources.fr).sort());
});

describe.each(Object.keys(resources.fr).filter(isNamespace))('%s', (namespace) => {
  test('says the same things in both languages, with the same values in them', async () => {
    const french: Record<string, string> = (await resources.fr[namespace]()).default;
    const english: Record<string, string> = (await resources.en[namespace]()).default;
    expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort());
    for (const [key, text] of Object.entries(french)) {
      expect(`${key}: ${text.trim()}`).not.toBe(`${key}: `);
      expect(`${key}: ${english[key]?.trim()}`).not.toBe(`${key}: `);
      expect(english[key]).not.toMatch(/[\d}] %/);
      expect({ [key]: placeholders(english[key] ?? '') }).toEqual({ [key]: placeholders(text) });
    }
  });

  test('has the other plural wherever it has one', async () => {
    for (const language of ['fr', 'en'] as const) {
      const keys = Object.keys((await resources[language][namespace]()).default);
      for (const key of keys.filter((k) => k.endsWith('_one'))) expect(keys).toContain(key.replace(/_one$/, '_other'));
    }
  });
});

/** Read by the code of an answer, or by the kind of a file and its column. */
const readByCode = ['problems', 'columns'];

test('every word is read somewhere', async () => {
  const source = ['apps/dashboard', 'libs/domain', 'libs/contract']
    .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)))
    .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$|i18n\/(fr|en)\//.test(name))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
  const words = new Set([...source.matchAll(/\w+/g), ...source.matchAll(/\w[\w-]+/g)].map(([word]) => word));
  const made = (pattern: RegExp) =>
    [...source.matchAll(pattern)].flatMap(([, part]) => (part!.length > 2 ? [part!] : []));
  // Keys made of a piece and what stands in a variable.
  const [begins, ends] = [made(/[`:.](\w+)\$\{/g), made(/\}(\w+)`/g)];
  const isRead = (key: string) =>
    words.has(key) || begins.some((piece) => key.startsWith(piece)) || ends.some((piece) => key.endsWith(piece));
  const unread: string[] = [];
  for (const namespace of Object.keys(resources.fr).filter(isNamespace)) {
    if (readByCode.includes(namespace)) continue;
    for (const key of Object.keys((await resources.fr[namespace]()).default))
      if (!words.has(key) && !isRead(key.replace(/_(zero|one|other|many)$/, ''))) unread.push(`${namespace}.${key}`);
  }
  expect(unread).toEqual([]);
});
