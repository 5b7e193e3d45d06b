import { builtInProfiles, emptyReading, readingOver } from './import-profile.js';

describe('how a file is read', () => {
  const kept = {
    ...emptyReading,
    map: { id: 'Numéro', actor: 'Qui' },
    kinds: { post: ['publication', 'article'] },
    dateFormat: 'dd/MM/yyyy HH:mm',
    zone: 'Europe/Paris',
  } as const;

  it('is what is kept, where nothing else is said', () => {
    expect(readingOver(kept, {})).toEqual(kept);
    expect(readingOver(emptyReading, {})).toEqual(emptyReading);
  });

  it('is what is said for the file, name by name', () => {
    const said = { map: { actor: 'Auteur' }, kinds: { post: 'billet' }, fixed: { group: 'g' }, zone: 'UTC' };
    expect(readingOver(kept, said)).toEqual({
      ...kept,
      map: { id: 'Numéro', actor: 'Auteur' },
      kinds: { post: 'billet' },
      fixed: { group: 'g' },
      zone: 'UTC',
    });
  });

  it('is not known of sources whose columns are not public', () => {
    expect(builtInProfiles.map((profile) => Object.keys(profile))).toEqual(
      builtInProfiles.map(() => ['name', 'title', 'kind', 'wanted']),
    );
  });
});
