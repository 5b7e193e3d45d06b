import { countryCalled } from './country-names.js';
import { type PlacedEntity, unsaidCountries } from './unsaid-countries.js';

const entity = (path: string, country: string | null = null): PlacedEntity => {
  const names = path.split(' > ');
  return { key: path, name: names.at(-1) ?? '', parent: names.slice(0, -1).join(' > ') || null, country };
};
const asked = (...entities: PlacedEntity[]) =>
  unsaidCountries(entities).map(({ entity: key, proposal }) => [key, proposal]);

describe('the countries that nobody said', () => {
  it('are asked for at the head of the tree, and proposed from its names', () => {
    expect(
      asked(entity('France'), entity('France > Lyon'), entity('Belgique'), entity('Belgique > Liège'), entity('Siège')),
    ).toEqual([
      ['Belgique', 'BE'],
      ['France', 'FR'],
      ['Siège', null],
    ]);
  });

  it('are known where an entity or one above it has one', () => {
    expect(asked(entity('Acme', 'FR'), entity('Acme > Lyon'), entity('Acme > Ventes', 'BE'))).toEqual([]);
  });

  it('are asked for below, where the name says another country than what stands above', () => {
    const tree = [
      entity('Acme', 'FR'),
      entity('Acme > France'),
      entity('Acme > Belgium'),
      entity('Acme > Belgium > Gent'),
    ];
    expect(asked(...tree)).toEqual([['Acme > Belgium', 'BE']]);
    expect(asked(...tree.map((one) => ({ ...one, country: one.name === 'Belgium' ? 'FR' : one.country })))).toEqual([]);
    expect(unsaidCountries([entity('Acme'), ...tree.slice(1)]).map(({ path }) => path)).toEqual([
      ['Acme'],
      ['Acme', 'Belgium'],
      ['Acme', 'France'],
    ]);
  });

  it('end with a tree that runs in a circle', () => {
    const circle = [
      { key: 'a', name: 'France', parent: 'b', country: null },
      { key: 'b', name: 'B', parent: 'a', country: null },
    ];
    expect(unsaidCountries(circle)).toEqual([]);
  });

  it.each([
    ['Belgique', 'BE'],
    ['belgium ', 'BE'],
    ['ETATS-UNIS', 'US'],
    ['Côte d’Ivoire', 'CI'],
    ['Pays Bas', 'NL'],
    ['IT', null],
    ['SI', null],
    ['Lyon', null],
    ['', null],
  ])('a name: %s', (name, code) => expect(countryCalled(name)).toBe(code));
});
