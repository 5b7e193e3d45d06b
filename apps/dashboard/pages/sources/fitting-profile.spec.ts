import { type ImportProfile } from '#contract/import-profiles.js';
import { asFilesOf, fittingProfile, fittingReading, profileReadBy, sourceSaid } from './fitting-profile.js';
import { plainReading } from './reading.js';

const profile = (name: string, map: Record<string, string>, counts: Record<string, string> = {}): ImportProfile => ({
  ...{ name, kind: 'events', map, counts, kinds: {}, fixed: {} },
  ...{ dateFormat: null, zone: null, encoding: null, grain: null, ids: null },
});
const table = (...names: string[]) => ({ columns: names.map((name) => ({ name, example: '' })) });
const intranet = profile('Intranet', { id: 'N°', actor: 'Qui' });

describe('the profile of a table', () => {
  it('is the only one whose columns it has, however they are written', () => {
    expect(fittingProfile([intranet, profile('Autre', { actor: 'Auteur' })], table('n°', 'QUI ', 'Quoi'))).toBe(
      intranet,
    );
  });

  it('is none where a column is missing, several fit, or it names no column', () => {
    expect(fittingProfile([intranet], table('N°', 'Quoi'))).toBeNull();
    expect(fittingProfile([intranet, { ...intranet, name: 'B' }], table('N°', 'Qui'))).toBeNull();
    expect(fittingProfile([profile('Zone', {})], table('N°', 'Qui'))).toBeNull();
  });

  it('also needs the columns that it counts', () => {
    const counting = profile('Comptes', { actor: 'Qui' }, { post: 'Publications' });
    expect(fittingProfile([counting], table('Qui'))).toBeNull();
    expect(fittingProfile([counting], table('Qui', 'Publications'))).toBe(counting);
  });
});

describe('the source of the next file of a profile', () => {
  const { name: _, ...reading } = intranet;
  const went = (source: string, map = intranet.map) => ({ ...reading, map, source });

  it('is that as whose files the last one was read, where somebody said so', () => {
    expect(sourceSaid(intranet, [went('events', { ...intranet.map, target: 'Pour' }), went('Intranet')])).toBe(
      'events',
    );
  });

  it('is its own where the last one went there, was read otherwise, or there was none', () => {
    expect(sourceSaid(intranet, [went('Intranet'), went('events')])).toBeNull();
    expect(sourceSaid(intranet, [went('events', { id: 'N°', actor: 'Auteur' })])).toBeNull();
    expect(sourceSaid(intranet, [])).toBeNull();
  });
});

describe('the reading of the last such file', () => {
  const { name: _, ...people } = profile('', { person_id: 'E-mail', entity_path: 'Affectation' });
  const last = { ...people, kind: 'people', source: null };
  const found = { ...table('e-mail', 'affectation', 'manager'), kind: null, score: 0 };

  it('is taken where the table has its columns and nothing says that it is something else', () => {
    expect(fittingReading([last], found)).toBe(last);
    expect(fittingReading([last], { ...found, kind: 'people', score: 0.5 })).toBe(last);
    expect(fittingReading([last], { ...found, kind: 'events', score: 0.5 })).toBeNull();
    expect(fittingReading([last], { ...found, ...table('e-mail', 'manager') })).toBeNull();
  });

  it('is not taken over by itself from a source with a name of its own', () => {
    const acts = { ...last, kind: 'events', source: 'events' };
    expect(fittingReading([acts], found)).toBe(acts);
    expect(fittingReading([{ ...acts, source: 'Intranet' }], found)).toBeNull();
  });

  it('tells what the words mean that nobody has decided, where a file is read as those of its source', () => {
    const acts = { ...last, kind: 'events', source: 'events', kinds: { other: ['téléchargement'], post: ['billet'] } };
    const now = { ...plainReading, kinds: { téléchargement: '', billet: 'comment', vu: '' } as const };
    expect(asFilesOf('events', now, [acts])).toEqual({
      ...now,
      source: 'events',
      kinds: { téléchargement: 'other', billet: 'comment', vu: '' },
    });
    expect(asFilesOf('Intranet', now, [acts])).toEqual({ ...now, source: 'Intranet' });
  });
});

it('remembers the profile over a source that somebody said the file is of', () => {
  const profiles = [{ name: 'portail' }, { name: 'autre' }];
  expect(profileReadBy('portail', null, profiles)).toBe('portail');
  expect(profileReadBy('events', 'portail', profiles)).toBe('portail');
  expect(profileReadBy('autre', 'portail', profiles)).toBe('autre');
  expect(profileReadBy('', 'portail', profiles)).toBeNull();
  expect(profileReadBy('events', null, profiles)).toBeNull();
});
