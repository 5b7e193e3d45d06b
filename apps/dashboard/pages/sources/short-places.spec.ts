import { shortPlaces } from './short-places.js';

it.each([
  [
    ['Acme > Lyon', 'Acme > Lille > Bureau'],
    ['Lyon', 'Lille > Bureau'],
  ],
  [
    ['Acme', 'Acme > Lyon'],
    ['Acme', 'Acme > Lyon'],
  ],
  [
    ['Acme > Lyon', 'Filiale > Lyon'],
    ['Acme > Lyon', 'Filiale > Lyon'],
  ],
  [['Acme > Lyon'], ['Acme > Lyon']],
  [[], []],
])('%j is shown as %j', (places, shown) => {
  expect(shortPlaces(places)).toEqual(shown);
});
