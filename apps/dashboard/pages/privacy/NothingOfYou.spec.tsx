import { type ReactNode } from 'react';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import en from '../../i18n/en/privacy.js';
import fr from '../../i18n/fr/privacy.js';
import { NothingOfYou, usual } from './NothingOfYou.js';

// The frame of a panel measures itself in a browser; only what stands in it is asked here.
jest.mock('../../ui/Panel.js', () => ({
  loaded: (data: unknown) => data,
  Panel: ({ children }: { children: (data: null) => ReactNode }) => children(null),
}));
jest.mock('./privacy.module.css', () => ({}));

/** What an employee reads of sites of 12, 40 and 400 people. */
async function read(language: 'fr' | 'en', rules: { k: number; bands: boolean }): Promise<string[]> {
  await i18next.use(initReactI18next).init({ lng: language, resources: { fr: { privacy: fr }, en: { privacy: en } } });
  const page = renderToStaticMarkup(<NothingOfYou rules={rules} />);
  return [...page.matchAll(/<li>(.*?)<\/li>/g)].map(([, site]) => site!);
}

test('the first block tells of sites what is published where at least ten people are asked for', async () => {
  const [small, middle, large] = await read('fr', usual);
  expect(small).toContain('fourchette de 3 valeurs');
  expect(middle).toContain('fourchette de 5 valeurs');
  expect(large).toContain(fr.siteExact);
});

test.each(['fr', 'en'] as const)(
  'a stricter organisation says by its own rule that a small site is read with others: %s',
  async (language) => {
    const alone = { fr: fr.siteAlone, en: en.siteAlone }[language];
    const [small, middle] = await read(language, { k: 15, bands: true });
    expect(small).toContain(alone);
    expect(middle).not.toContain(alone);
    expect((await read(language, { k: 50, bands: true })).filter((site) => site.includes(alone))).toHaveLength(2);
  },
);
