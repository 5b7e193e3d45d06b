import { type CountRow, Publication, Tree } from '../indicators/publication.js';
import { exactShare } from '../indicators/outcome.js';
import { exactly } from '../statistics/interval.js';
import { say } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { Board } from './board.js';
import { gatePoint } from './gate.js';
import { waveProgress } from './rollout.js';
import { attentionOf, hasMandates, uncoveredPlaces } from './attention.js';
import { summaryNumber, trendOf } from './summary.js';
import { acme, steady, wave, weekOf } from './testing/acme.js';

const week = steady.week!;

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('a number moves only when its bands do not touch', () => {
  const at = (low: number, high: number) => ({
    ...{
      numerator: { low, high },
      denominator: { low: 100, high: 100 },
      value: (low + high) / 200,
      low: 0,
      high: 1,
      n: 100,
    },
    shown: 'value' as const,
  });
  expect(trendOf(at(20, 22), at(22, 24))).toBe('unclear');
  expect(trendOf(at(19, 26), at(17, 24))).toBe('unclear');
  expect(trendOf(at(20, 21), at(20, 21))).toBe('stable');
  expect(trendOf(at(20, 22), at(23, 25))).toBe('up');
  expect(trendOf(at(20, 22), at(17, 19))).toBe('down');
  expect(trendOf(null, at(17, 19))).toBe('unknown');
});

test('the number says what changed over which time', () => {
  const falling = acme((_, number) => ({ during: { engaged: 100 - number * 5 } }));
  const engagement = summaryNumber(falling, 'K20', falling.week!);
  expect(engagement).toMatchObject({ trend: 'down', beforeEnd: weekOf(3), window: 28 });
  expect(say(engagement.sentence, 'en')).toBe('Engagement rate down 8 points in 28 days.');
  expect(engagement.past.at(-1)).toEqual({ weekEnd: falling.week, value: engagement.now.value });
  expect(engagement.past.find(({ weekEnd }) => weekEnd === weekOf(3))?.value).toBe(engagement.before?.value);
});

test('ends that touch leave open how a number moved, and are told as such', () => {
  const open = acme((_, number) => ({ during: { engaged: number < 5 ? [76, 104] : [68, 96] } }));
  const engagement = summaryNumber(open, 'K20', open.week!);
  expect(engagement.trend).toBe('unclear');
  expect(say(engagement.sentence, 'en')).toMatch(
    /^Engagement rate: no difference can be told over 28 days \(−\d+ to \+\d+ points\)\.$/,
  );
  expect(say(engagement.sentence, 'fr')).toMatch(
    /aucune différence ne peut être établie en 28\sjours \(de\s−\d+\sà\s\+\d+\spoints\)\.$/,
  );
});

test('a number says nothing of a change since a window that began before the history', () => {
  const until = (number: number) =>
    acme((_, week) => ({ state: { activated: 9 }, during: { engaged: Math.min(4, week + 1) * 20 } }), {
      weeks: number + 1,
    });
  const at = (number: number) => summaryNumber(until(number), 'K20', weekOf(number));
  // Of the first three Sundays the window of four weeks is not whole.
  expect(at(6)).toMatchObject({ trend: 'unknown', before: null, beforeEnd: null });
  expect(at(6).past.map(({ value }) => value === null)).toEqual([true, true, true, false, false, false, false]);
  expect(at(7)).toMatchObject({ trend: 'stable', beforeEnd: weekOf(3) });
  expect(summaryNumber(until(6), 'K08', weekOf(6)).past.every(({ value }) => value !== null)).toBe(true);
});

test('everything that asks for a decision is one list, the gravest first', () => {
  const progress = steady.waves.map((one) => waveProgress(steady, one, week));
  const engagement = summaryNumber(steady, 'K20', week);
  const found = uncoveredPlaces(steady, week);
  const uncovered = { ...found, open: found.open.filter(({ key }) => key === 'rome') };
  const nothing = { alerts: [], gate: null, errors: [], hasMandates: true };
  const points = attentionOf(steady, progress, engagement, { ...nothing, uncovered }, week);
  expect(points.map(({ key, wave: of, node }) => [key, of ?? node])).toEqual([
    ['attention.wave_behind', 'italy'],
    ['attention.uncovered', 'rome'],
  ]);
  expect(say(points[0]!, 'en')).toBe(
    'italy is 13 days behind its plan: activated, 25% (126 of 500, by 28 February 2021).',
  );
  const alert = (node: string) => ({
    ...sentence('attention.below', {
      ...{ name: node, nameEn: node, low: 38, high: 42, of: 100, day: week, window: 7 },
      ...{ expected: 0.6, from: 0.5, to: 0.7, peers: 9, weeks: 3, longer: 0, plan: '' },
    }),
    node,
  });
  const error = {
    ...sentence('attention.error', { fr: 'On anime trop peu', en: 'Too little animation' }),
    check: 'e08',
  };
  const of = (nodes: string[], gate: ReturnType<typeof gatePoint> = null) =>
    attentionOf(
      ...([steady, progress, engagement] as const),
      { alerts: nodes.map(alert), gate, errors: [error], uncovered, hasMandates: true },
      week,
    ).map(({ key, wave, node, check }) => [key, wave ?? node ?? check]);
  // What stalls goes before what is missing.
  expect(of(['milan'])).toEqual([
    ['attention.below', 'milan'],
    ['attention.wave_behind', 'italy'],
    ['attention.error', 'e08'],
    ['attention.uncovered', 'rome'],
  ]);
  // While nobody is ambassador anywhere, that is the point, and no single place is named for it.
  const unmanned = attentionOf(steady, progress, engagement, { ...nothing, uncovered, hasMandates: false }, week);
  expect(unmanned.map(({ key, node }) => [key, node])).toEqual([
    ['attention.wave_behind', undefined],
    ['attention.no_ambassador', undefined],
  ]);
  expect(hasMandates(steady, week)).toBe(found.open.length > 0);
  // The next opening that a rule speaks against is to be decided, until somebody has.
  const opening = { key: 'asia', name: 'Asia', plannedStart: '2026-11-30' };
  const lit = (light: 'red' | 'amber' | 'unknown') => ({ light, measured: null, threshold: null });
  const few = {
    ...{ rule: 'ambassadors' as const, light: 'red' as const, threshold: 0.1 },
    measured: { ...exactShare(exactly(0), exactly(176)), asOf: '2026-11-15' },
  };
  const unknown = { rule: 'habit' as const, ...lit('unknown') };
  const against = gatePoint(opening, [few, unknown], []);
  expect(of(['milan'], against).map(([, where]) => where)).toEqual(['milan', 'asia', 'italy', 'e08', 'rome']);
  expect(say(against!, 'en')).toBe(
    'Asia is to open on 30 November 2026, and one rule speaks against it: too few ambassadors (0 of 176 by 15 November 2026, at least 10% asked for). To be opened, or postponed.',
  );
  const two = gatePoint(opening, [{ rule: 'sponsor', ...lit('red') }, few], []);
  expect(plain(say(two!, 'fr'))).toBe(
    'Asia doit ouvrir le 30 novembre 2026, et 2 règles s’y opposent, dont : trop peu d’ambassadeurs (0 sur 176 au 15 novembre 2026, il en faut au moins 10 %). À ouvrir, ou à reporter.',
  );
  expect(plain(say(gatePoint(opening, [{ rule: 'sponsor', ...lit('red') }], [])!, 'fr'))).toContain(
    'une règle s’y oppose : aucun sponsor n’est nommé. À ouvrir',
  );
  expect(gatePoint(opening, [few], [{ wave: 'asia' }])).toBeNull();
  expect([gatePoint(opening, [{ rule: 'sponsor', ...lit('amber') }, unknown], []), gatePoint(null, [], [])]).toEqual([
    null,
    null,
  ]);
  // A short page shows the first three of it.
  expect(of(['rome', 'milan', 'paris']).map(([, where]) => where)).toEqual([
    ...['rome', 'milan', 'italy', 'e08', 'paris'],
  ]);
});

test('a state that is published at block ends is read at the last one', () => {
  const blocks = acme((_, number) => (number === 1 || number === 5 ? { state: { activated: 100 + number } } : {}));
  expect(summaryNumber(blocks, 'K08', blocks.week!)).toMatchObject({
    asOf: weekOf(5),
    beforeEnd: weekOf(1),
    now: { shown: 'value' },
    before: { shown: 'value' },
  });
  const longAgo = acme((_, number) => (number === 1 ? { state: { activated: 100 } } : {}));
  expect(summaryNumber(longAgo, 'K08', longAgo.week!)).toMatchObject({ asOf: longAgo.week, now: { shown: 'masked' } });
});

test('places without an ambassador are one point: how many, and the largest by name', () => {
  const progress = steady.waves.map((one) => waveProgress(steady, one, week));
  const engagement = summaryNumber(steady, 'K20', week);
  const place = (name: string, headcount: number) => ({
    ...uncoveredPlaces(steady, week).open[0]!,
    ...{ key: name, name, headcount },
  });
  const point = (open: ReturnType<typeof place>[], waiting: ReturnType<typeof place>[]) =>
    attentionOf(
      ...([steady, progress, engagement] as const),
      { alerts: [], gate: null, errors: [], hasMandates: true, uncovered: { open, waiting } },
      week,
    ).find(({ key }) => key === 'attention.uncovered');
  const four = [place('Bath', 12), place('Leeds', 37), place('York', 20), place('Hull', 11)];
  const several = point(four, [place('Perth', 30)])!;
  expect([say(several, 'en'), several.node]).toEqual([
    '4 open entities have no ambassador: Leeds, York, Bath and 1 other (80 people in all); 1 other, not open yet, has none either.',
    undefined,
  ]);
  const one = point(four.slice(0, 1), [])!;
  expect([say(one, 'en'), one.node]).toEqual(['Bath (12 people) has no ambassador.', 'Bath']);
  expect(point([], four)).toBeUndefined();
});

test('a place that waves share is open with the first of them, and one of no wave waits for nothing', () => {
  const place = (key: string, entities: string[]) => ({
    ...{ key, parent: entities.length > 0 ? 'acme' : null, entity: null, name: key, members: [], country: null },
    ...{ kind: entities.length > 0 ? ('cell' as const) : ('node' as const), entities, headcount: 20 },
  });
  const tree = new Tree([place('acme', []), place('shared', ['a', 'b']), place('late', ['c']), place('apart', ['d'])]);
  const none: CountRow[] = tree.places.map(({ key }) => ({
    ...{ population: 'everyone', days: 0, node: key, weekEnd: week, counts: { ambassadors: [0, 0] } },
  }));
  const of = [wave('one', { entities: ['a'] }), wave('two', { entities: ['b', 'c'], actualStart: null })];
  const parents = new Map(['a', 'b', 'c', 'd'].map((entity) => [entity, null]));
  const publication = new Publication(new Map([[week, tree]]), none);
  const board = new Board(publication, { base: 'invited', k: 10 }, of, [week], () => parents);
  const { open, waiting } = uncoveredPlaces(board, week);
  expect([open, waiting].map((places) => places.map(({ key }) => key))).toEqual([['shared'], ['late']]);
});
