import { type Destination, findEntries } from './find-entries.js';

const entry = (kind: Destination['kind'], label: string, detail?: string): Destination => ({
  ...{ kind, key: label, label },
  ...(detail ? { detail } : {}),
});
const entries = [
  entry('view', 'Mes sites'),
  entry('page', 'Synthèse'),
  entry('page', 'Déploiement'),
  entry('place', 'Grand Lyon'),
  entry('place', 'Lyon', 'France'),
  entry('place', 'Boise et Tulsa', 'Boise Tulsa Lyonville'),
  entry('definition', 'Taux d’engagement', 'K20'),
];
const found = (asked: string) => findEntries(entries, asked).map(({ label }) => label);

test('offers the views and the pages while nothing is asked', () => {
  expect(found(' ')).toEqual(['Mes sites', 'Synthèse', 'Déploiement']);
});

test('finds whatever the accents and the case, by the detail too', () => {
  expect(found('SYNTHESE')).toEqual(['Synthèse']);
  expect(found("d'eng")).toEqual(['Taux d’engagement']);
  expect(found('k20')).toEqual(['Taux d’engagement']);
  expect(found('nowhere')).toEqual([]);
});

test('puts first the name that begins so, then the one with such a word, then what only speaks of it', () => {
  expect(found('lyon')).toEqual(['Lyon', 'Grand Lyon', 'Boise et Tulsa']);
});

test('wants every word', () => {
  expect(found('france lyon')).toEqual(['Lyon']);
});

test('keeps the best six of each kind', () => {
  const places = Array.from({ length: 9 }, (_, index) => entry('place', `Site ${index}`));
  expect(findEntries([...places, entry('page', 'Le site')], 'site')).toEqual([
    ...places.slice(0, 6),
    entry('page', 'Le site'),
  ]);
});
