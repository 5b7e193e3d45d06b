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
