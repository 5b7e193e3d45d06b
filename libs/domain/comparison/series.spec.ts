import { acme, steady, wave, weekOf } from '../rollout/testing/acme.js';
import { usualPair, usualPairs } from '../rollout/usual-pair.js';
import { defaultSides } from './default-sides.js';
import { alignmentOf, lastPair, seriesOf } from './series.js';
import { sideOn } from './side.js';

const of = (text: string) => sideOn(steady, { kind: 'wave', key: text })!;
const [pilot, italy] = [seriesOf(of('pilot'), 'K20'), seriesOf(of('italy'), 'K20')];

test('weeks count from the launch, and stop at the shorter of both', () => {
  expect(pilot.points.map(({ week }) => week)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(italy.points.map(({ week }) => week)).toEqual([0, 1, 2, 3]);
  const [one, other] = lastPair(pilot, italy, 'launch')!;
  expect([one.week, other.week]).toEqual([3, 3]);
  expect([one.weekEnd, other.weekEnd]).toEqual([weekOf(3), weekOf(7)]);
  expect(lastPair(pilot, italy, 'calendar')!.map(({ weekEnd }) => weekEnd)).toEqual([weekOf(7), weekOf(7)]);
});

test('periods are read each at its own end, whatever the other has', () => {
  const at = (number: number) => seriesOf(sideOn(steady, { kind: 'period', key: weekOf(number) })!, 'K20');
  expect(lastPair(at(5), at(2), 'launch')!.map(({ weekEnd }) => weekEnd)).toEqual([weekOf(5), weekOf(2)]);
});

test('what has not opened is compared on the calendar', () => {
  expect(alignmentOf([of('pilot'), of('italy')], 'launch')).toBe('launch');
  expect(alignmentOf([of('pilot'), of('france')], 'launch')).toBe('calendar');
});

test('the usual pair is the pilot and the first wave of the rollout', () => {
  expect(usualPair(steady.waves, steady.week!).map(({ key }) => key)).toEqual(['pilot', 'italy']);
  expect(usualPair([wave('later', { actualStart: null })], steady.week!)).toEqual([]);
  expect(usualPair(acme(() => ({}), { weeks: 0 }).waves, weekOf(7))).toHaveLength(2);
});

test('the usual pair gives way to one that has a published week in common', () => {
  const of = [
    wave('pilot', { kind: 'pilot', entities: ['paris'] }),
    wave('italy', { entities: ['italy'], actualStart: '2021-01-18' }),
    wave('france', { entities: ['lyon'], actualStart: '2021-01-11' }),
  ];
  // Paris publishes in the first week only, Italy from its second: one week since the launch apart.
  const board = acme(
    (site, week) => ((site === 'paris' ? week === 0 : site === 'lyon' || week > 2) ? { during: { engaged: 100 } } : {}),
    { of },
  );
  expect(usualPair(board.waves, board.week!).map(({ key }) => key)).toEqual(['pilot', 'france']);
  expect(usualPairs(board.waves, board.week!).map((pair) => pair.map(({ key }) => key).join(' '))).toEqual([
    'pilot france',
    'pilot italy',
    'france italy',
  ]);
  const sides = (key: 'launch' | 'calendar') => defaultSides(board, 'K20', undefined, key).map((side) => side.key);
  expect(sides('launch')).toEqual(['pilot', 'france']);
  expect(sides('calendar')).toEqual(['france', 'italy']);
  const silent = acme(() => ({}), { of });
  expect(defaultSides(silent, 'K20', undefined, 'launch')).toHaveLength(2);
});
