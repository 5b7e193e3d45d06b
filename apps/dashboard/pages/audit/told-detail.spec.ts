import { type Sayings, toldDetail } from './told-detail.js';

const say: Sayings = {
  ...{ nothing: '–', yes: 'oui', no: 'non' },
  number: (value) => value.toLocaleString('fr'),
  share: (value) => `${value * 100} %`,
  day: (value) => value.split('-').toReversed().join('/'),
  list: (values) => new Intl.ListFormat('fr').format(values),
  country: (code) => new Intl.DisplayNames(['fr'], { type: 'region' }).of(code) ?? code,
  name: (key) =>
    ({ countries: 'pays', from: 'avant', role: 'rôle', scope: 'entité', leaversAbove: 'départs' })[key] ?? null,
  word: (key, value) => (key === 'role' && value === 'sponsor' ? 'Sponsor' : null),
  pair: (name, value) => `${name} : ${value}`,
};

it.each([
  ['countries', ['FR', 'BE'], 'pays : France et Belgique'],
  ['informedOn', '2026-08-31', 'informedOn : 31/08/2026'],
  ['from', { role: 'sponsor', scope: null, provider: 'azure' }, 'avant : rôle : Sponsor, provider : azure'],
  ['from', null, 'avant : –'],
  ['leaversAbove', 0.3, 'départs : 30 %'],
  ['voice', 0.4, 'voice : 40 %'],
  ['firstReplies', 0.5, 'firstReplies : 50 %'],
  ['weeks', 3, 'weeks : 3'],
  ['dryRun', false, 'dryRun : non'],
  ['entities', [], 'entities : –'],
])('says %s of %j in words', (key, value, text) => {
  expect(toldDetail(key, value, say)).toBe(text);
});
