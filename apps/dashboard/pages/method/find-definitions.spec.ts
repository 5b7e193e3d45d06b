import { type Definitions } from '#contract/definitions.js';
import { findDefinitions } from './find-definitions.js';

const say = (text: string) => ({ fr: text, en: text });
const method = { question: say('q'), how: say('h'), limit: say('l') };
const all: Definitions = {
  indicators: [],
  derived: [
    {
      ...{ key: 'K82', title: say('Premier frein'), meaning: say('étape'), denominator: null, unit: 'score' },
      ...{ edges: say('e'), source: say('Prosci, ADKAR') },
    },
  ],
  benchmarks: [],
  methods: [
    { key: 'M1', title: say('Écart entre deux taux'), ...method },
    { key: 'M2', title: say('Durées'), ...method },
  ],
  sources: [{ key: 'mattermost', title: say('Export'), reports: [], tells: [] }],
};
const keys = (find: string | undefined) => findDefinitions(all, find, 'fr').methods.map(({ key }) => key);

describe('finding a definition', () => {
  it('shows everything without words', () => {
    expect(keys(undefined)).toEqual(['M1', 'M2']);
    expect(keys('  ')).toEqual(['M1', 'M2']);
  });

  it('minds neither accents nor case, and wants every word', () => {
    expect(keys('ecart')).toEqual(['M1']);
    expect(keys('TAUX écart')).toEqual(['M1']);
    expect(keys('écart durées')).toEqual([]);
  });

  it('finds what is declared by who defined it', () => {
    expect(findDefinitions(all, 'adkar', 'fr').derived.map(({ key }) => key)).toEqual(['K82']);
    expect(findDefinitions(all, 'durées', 'fr').derived).toEqual([]);
  });

  it('finds by key', () => expect(keys('m2')).toEqual(['M2']));
});
