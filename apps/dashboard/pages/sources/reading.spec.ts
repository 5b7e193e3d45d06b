import { NewImportProfile } from '#contract/import-profiles.js';
import { ImportQuery } from '#contract/imports.js';
import { plainReading, profileOf, type Reading, readingOf, readingParameters } from './reading.js';

const reading: Reading = {
  ...plainReading,
  map: { actor: 'Nom, prénom', kind: 'a=b', id: 'ID', group: '' },
  kinds: { Publication: 'post', 'Billet, long': 'post', Merci: 'reaction' },
  zone: 'Europe/Paris',
  source: 'Intranet',
};

it('travels whole, signs of the list in its names included', () => {
  const sent = ImportQuery.parse({ kind: 'events', file: 'a.csv', ...readingParameters(reading) });
  expect(sent).toMatchObject({
    map: { actor: 'Nom, prénom', kind: 'a=b' },
    kinds: { post: ['Publication', 'Billet, long'], reaction: ['Merci'] },
    zone: 'Europe/Paris',
  });
  expect(sent.map).not.toHaveProperty('id');
  expect(Object.values(readingParameters(plainReading)).filter((said) => said !== undefined)).toEqual([]);
});

it('is kept as a profile and comes back from it, but for the columns that were not chosen', () => {
  const kept = NewImportProfile.parse(profileOf('events', reading));
  expect(readingOf({ ...kept, name: 'Intranet' })).toEqual({
    ...reading,
    map: { actor: 'Nom, prénom', kind: 'a=b', id: 'ID' },
  });
});

it.each(['a', 'a=', '=b', 'a=b,', ',a=b'])('refuses %s as a list of pairs', (map) => {
  expect(ImportQuery.safeParse({ kind: 'events', file: 'a.csv', map }).success).toBe(false);
});
