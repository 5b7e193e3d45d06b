import { type RolloutSite } from '#contract/rollout.js';
import { sitesFor } from './site-filter.js';

const site = (name: string, state: string, wave = 'w1') =>
  ({ name, state, waves: [wave], members: [] as string[] }) as unknown as RolloutSite;
const sites = [site('Montréal', 'open'), site('Leeds', 'reached'), site('Séville', 'open', 'w2')];
const names = (filter: Parameters<typeof sitesFor>[1]) =>
  sitesFor(sites, filter, (wave) => (wave === 'w2' ? 'Ibérie' : 'Pilote')).map(({ name }) => name);

test('everything without a filter', () => {
  expect(names({ state: undefined, find: undefined })).toEqual(['Montréal', 'Leeds', 'Séville']);
});

test('accents and capitals do not matter, and the wave counts as well', () => {
  expect(names({ state: undefined, find: 'montreal' })).toEqual(['Montréal']);
  expect(names({ state: undefined, find: ' IBERIE' })).toEqual(['Séville']);
});

test('what is read together is found by the name of each', () => {
  const joined = { ...site('États-Unis', 'open'), members: ['Boise', 'Tulsa'] };
  expect(sitesFor([...sites, joined], { state: undefined, find: 'tulsa' }, () => '')).toEqual([joined]);
});

test('state and words hold together', () => {
  expect(names({ state: 'open', find: 'pilote' })).toEqual(['Montréal']);
});
