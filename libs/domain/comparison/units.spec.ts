import { acme, waves, weekOf } from '../rollout/testing/acme.js';
import { say } from '../sentences/say.js';
import { clustersOf, placesOf } from './clusters.js';
import { compare } from './compare.js';
import { seriesOf } from './series.js';
import { sideNamed, sideOn } from './side.js';
import { unitsOf } from './units.js';

// France is one site here, of which Paris and Lyon are departments.
const counts = (site: string) => ({ during: { engaged: site === 'paris' ? 100 : 40 } });
const board = acme(counts, { declared: ['france', 'rome', 'milan'] });
const plain = acme(counts);
const side = (text: string, on = board) => sideOn(on, sideNamed(text)!)!;

test('departments of a site have one voice, read as the site is published', () => {
  expect([...unitsOf(side('entity:france'))]).toEqual([['france', ['france']]]);
  expect([...unitsOf(side('italy')).keys()]).toEqual(['rome', 'milan']);
  // Half of a site is that half; where nothing says what is a site, every published place counts.
  expect([...unitsOf(side('pilot'))]).toEqual([['france', ['paris']]]);
  expect([...unitsOf(side('entity:france', plain)).keys()]).toEqual(['paris', 'lyon']);
  const { byPlace, unit } = clustersOf(side('entity:france'), 'K20', weekOf(7), 28);
  expect([unit, byPlace.get('france')!.numerator]).toEqual(['site', { low: 140, high: 140 }]);
  expect([...placesOf({ board, slice: board.root }, 'K20', weekOf(7), 28).byPlace.keys()]).toContain('lyon');
});

test.each([
  [
    ['france', 'rome', 'milan'],
    'site',
    [1, 2],
    /^Un seul site d’un côté \(1\ssite contre 2, 500\spersonnes contre 500\)/,
  ],
  [[], 'entity', [2, 2], /2\sentités contre 2/],
])('a side that is one site is put to no test, and the sentence counts units: %j', (declared, unit, read, words) => {
  const open = acme(counts, { of: waves.filter(({ key }) => key === 'italy'), declared });
  const series = ['entity:france', 'italy'].map((text) => seriesOf(side(text, open), 'K20'));
  const clusters = series.map((one) => clustersOf(one.side, 'K20', weekOf(7), 28));
  const { latest, reach } = compare(series, 'calendar', [clusters[0]!, clusters[1]!], []);
  expect(latest!.reach).toMatchObject({ clusters: read, unit });
  expect(say(reach, 'fr')).toMatch(words);
});
