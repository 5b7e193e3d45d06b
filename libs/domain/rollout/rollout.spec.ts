import fc from 'fast-check';
import { say } from '../sentences/say.js';
import { type CountRow, Publication, Tree } from '../indicators/publication.js';
import { outcomeAt } from '../indicators/rows.js';
import { Board } from './board.js';
import { progressOf } from './progress.js';
import { rolloutSentence, siteProgress, slipWord, totalProgress, waveProgress } from './rollout.js';
import { acme, steady, wave, weekOf } from './testing/acme.js';

const week = steady.week!;

test('each wave is its largest places, without what is listed elsewhere', () => {
  expect(steady.waves.map(({ key }) => [key, steady.cover(key, week).nodes])).toEqual([
    ['pilot', ['paris']],
    ['italy', ['italy']],
    ['france', ['lyon']],
  ]);
  expect(steady.waveOf('rome', week)?.key).toBe('italy');
  expect(steady.waveOf('acme', week)).toBeUndefined();
});

test('a wave that follows its plan is neither early nor late', () => {
  const pilot = waveProgress(steady, steady.waves[0]!, weekOf(7));
  expect(pilot).toMatchObject({ slipDays: 0, state: 'reached', entities: { planned: 1, opened: 1 }, asOf: weekOf(7) });
  expect(pilot.curve[0]).toMatchObject({ weekEnd: weekOf(0), plan: 7 / 56, actual: 31 / 250 });
  // Every week over the people planned then.
  expect(pilot.curve[0]).toMatchObject({ numerator: { low: 31, high: 31 }, denominator: { low: 250, high: 250 } });
  expect(pilot.funnel.map(({ step, people }) => [step, people?.low])).toEqual([
    ['planned', 250],
    ['invited', 250],
    ['activated', 250],
    ['connected', undefined],
    ['engaged', undefined],
  ]);
});

test('a step that no source tells is neither zero nor hidden', () => {
  const told = { kinds: ['post', 'comment'] as const, attributes: [] };
  const board = new Board(steady.publication, { ...steady.rules, told }, [], [week], () => new Map());
  expect(
    progressOf(board, board.root, []).funnel.map(({ step, people, ofPlanned, ofPrevious }) => [
      ...[step, people !== null, ofPlanned.note, ofPrevious?.note],
    ]),
  ).toMatchObject([
    ['planned', true, undefined, undefined],
    ['invited', false, 'source_without_invitations', 'source_without_invitations'],
    ['activated', true, undefined, 'source_without_invitations'],
    ['connected', false, 'source_without_logins', 'source_without_logins'],
    ['engaged', false, expect.not.stringContaining('source'), 'source_without_logins'],
  ]);
});

test('a slow wave is behind, and its plan is drawn to its end', () => {
  const italy = waveProgress(steady, steady.waves[1]!, week);
  // 126 of 500 on 28 February; the plan passed them on the fifteenth of its 56 days, 15 February.
  expect(italy.slipDays).toBe(13);
  expect(slipWord(italy)).toBe('behind');
  expect(italy.scheduleIndex?.value).toBeCloseTo(0.5, 1);
  expect(italy.curve.at(-1)).toEqual({
    ...{ weekEnd: '2021-03-28', plan: 1, actual: null, low: null, high: null },
    ...{ numerator: null, denominator: null },
  });
  expect(say(italy.sentence, 'en')).toBe('italy is 13 days behind, with 25% activated (n = 500, by 28 February 2021).');
});

test('a wave that should be open is late whatever it did', () => {
  expect(waveProgress(steady, steady.waves[2]!, week).sentence).toEqual({
    key: 'wave.late',
    params: { wave: 'france', days: 6 },
  });
});

test('all waves together weigh by their people', () => {
  const progress = steady.waves.map((one) => waveProgress(steady, one, week));
  const total = totalProgress(steady, progress, week)!;
  expect(total.entities).toEqual({ planned: 4, opened: 3 });
  expect(total.people.planned).toEqual({ low: 1000, high: 1000 });
  expect(total.activation.value).toBeCloseTo((250 + 126) / 1000, 10);
  expect(total.plannedShare).toBeCloseTo((250 + 250 + 250 * (7 / 35)) / 1000, 10);
  expect(rolloutSentence(steady, total).key).toBe('rollout.behind');
  expect(siteProgress(steady, week).map(({ place, state }) => [place.key, state])).toEqual([
    ['paris', 'reached'],
    ['rome', 'open'],
    ['milan', 'open'],
    ['lyon', 'late'],
  ]);
});

test('a slip that bands leave open is not called late', () => {
  const vague = acme((_, number) => ({ state: { activated: [number * 15, number * 15 + 50] } }), {
    of: [wave('all', { entities: ['acme'] })],
  });
  const progress = waveProgress(vague, vague.waves[0]!, vague.week!);
  expect(progress.slipRange!.low).toBeLessThan(progress.slipRange!.high);
  const touches = progress.slipRange!.low < 7;
  expect(slipWord(progress)).toBe(touches ? 'on_time' : 'behind');
});

test('a plan that its published upper end reaches is never told as late', () => {
  const ended = [wave('all', { entities: ['acme'], plannedEnd: weekOf(1) })];
  const anySite = fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    band: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(anySite, fc.integer({ min: 2, max: 7 }), ({ share, band }, from) => {
      const before = Math.floor(share * (250 - band));
      const top: [number, number] = [250 - band, 250];
      const board = acme((_, at) => ({ state: { activated: at < from ? [before, before + band] : top } }), {
        of: ended,
      });
      const one = waveProgress(board, board.waves[0]!, board.week!);
      expect(slipWord(one)).not.toBe('behind');
      expect(one.slipDays).toBeLessThanOrEqual(7 * (from - 1));
      expect(rolloutSentence(board, totalProgress(board, [one], board.week!)).key).not.toBe('rollout.behind');
      // One person fewer at the upper end of every site, and the last weeks are late.
      const short = acme(() => ({ state: { activated: [before, Math.min(before + band, 249)] } }), { of: ended });
      expect(slipWord(waveProgress(short, short.waves[0]!, short.week!))).toBe('behind');
    }),
    { numRuns: 40 },
  );
});

test('nothing published and nothing declared are said', () => {
  expect(
    rolloutSentence(
      acme(() => ({}), { weeks: 0 }),
      null,
    ).key,
  ).toBe('rollout.unpublished');
  expect(
    rolloutSentence(
      acme(() => ({}), { of: [] }),
      null,
    ).key,
  ).toBe('rollout.no_wave');
});

test('without a plan the page tells who acts, and what it lacks', () => {
  const planned = acme(() => ({ during: { act: 40 } }), { of: [] });
  expect(rolloutSentence(planned, null)).toEqual({ key: 'rollout.active', params: { low: 160, high: 160, days: 28 } });
  const first = weekOf(0);
  const whole = { key: '~organisation', parent: null, kind: 'cell' as const, entity: null, name: '', headcount: 0 };
  const tree = new Tree([{ ...whole, members: [], country: null, entities: [] }]);
  const row = { node: whole.key, weekEnd: first, days: 7 as const };
  const rows = [
    { ...row, population: 'everyone', counts: { act: [0, 0] as [number, number] } },
    { ...row, population: 'unassigned', counts: { act: [231, 235] as [number, number] } },
  ];
  const publication = new Publication(new Map([[first, tree]]), rows);
  const strangers = new Board(publication, { base: 'invited', k: 10 }, [], [first], () => new Map());
  expect(rolloutSentence(strangers, null)).toEqual({
    key: 'rollout.no_directory',
    params: { low: 231, high: 235, days: 7 },
  });
});

test('a place that two waves share is no part of either, but one of the whole', () => {
  const place = (key: string, entities: string[], headcount: number) => ({
    ...{ key, parent: entities.length > 0 ? 'acme' : null, entity: null, name: key, members: [], country: null },
    ...{ kind: entities.length > 0 ? ('cell' as const) : ('node' as const), entities, headcount },
  });
  const tree = new Tree([place('acme', [], 500), place('big', ['a'], 480), place('small', ['b', 'c'], 20)]);
  const rows = tree.places.map(({ key: node, headcount }): CountRow => {
    const counts = {
      people: [headcount, headcount],
      planned: [headcount, headcount],
      activated: [headcount, headcount],
    };
    return { population: 'everyone', days: 0, node, weekEnd: week, counts: counts as unknown as CountRow['counts'] };
  });
  const parents = new Map(['a', 'b', 'c'].map((entity) => [entity, null]));
  const of = [
    wave('one', { entities: ['a', 'b'] }),
    wave('two', { entities: ['c'], actualStart: null, plannedStart: '2021-03-08' }),
  ];
  const publication = new Publication(new Map([[week, tree]]), rows);
  const board = new Board(publication, { base: 'invited', k: 10 }, of, [week], () => parents);
  const progress = board.waves.map((one) => waveProgress(board, one, week));
  expect(progress.map(({ entities, mixed }) => [entities.planned, mixed])).toEqual([
    [1, ['small']],
    [0, ['small']],
  ]);
  const total = totalProgress(board, progress, week)!;
  expect(total.people.planned).toEqual({ low: 500, high: 500 });
  // Open from the first of its waves on, as everywhere.
  expect(total.entities).toEqual({ planned: 2, opened: 2 });
  // What two waves share is judged by the plan of neither.
  expect(
    siteProgress(board, week).map(({ place, waves, state }) => [place.key, waves.map(({ key }) => key), state]),
  ).toEqual([
    ['big', ['one'], 'reached'],
    ['small', ['one', 'two'], 'planless'],
  ]);
});

test('a week published before the wave was declared is no delay', () => {
  const late = acme(() => ({ state: { planned: 0, activated: 0 } }));
  const index = (board: typeof late) =>
    outcomeAt(board.publication, board.rules, 'K08b', board.place('paris'), week, null);
  expect(index(late)).toMatchObject({ shown: 'masked', value: null });
  expect(index(acme(() => ({ state: { activated: 0 } })))).toMatchObject({ shown: 'value', value: 0 });
});
