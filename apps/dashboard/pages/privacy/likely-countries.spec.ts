import { likelyCountries } from './likely-countries.js';

const gate = (countries: string[], proposals: (string | null)[] = [], country: string | null = null) => ({
  country,
  countries: countries.map((each) => ({ country: each })),
  unsaid: proposals.map((proposal) => ({ proposal })),
});

it('puts first the countries of the directory and of the seat, then where the browser is from', () => {
  expect(likelyCountries(gate(['BE', 'FR'], ['DE', null, 'BE'], 'FR'), ['fr-CA'])).toEqual(['FR', 'BE', 'DE', 'CA']);
  expect(likelyCountries(gate([]), ['fr-FR', 'fr', 'en-US', 'en'])).toEqual(['FR', 'US']);
  // A language without a country: where most of its speakers are.
  expect(likelyCountries(gate([]), ['fr'])).toEqual(['FR']);
  expect(likelyCountries(gate([]), ['', 'x-klingon', '*'])).toEqual([]);
});
