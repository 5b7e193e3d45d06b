import fc from 'fast-check';
import { type Board } from '../rollout/board.js';
import { type AlertFacts, alertsOf, below } from './alerts.js';
import { coursesOf } from './course.js';
import { say } from '../sentences/say.js';
import { acme } from '../rollout/testing/acme.js';
import { expectedByPlan, expectedOf, lowness } from './expected.js';
import { countsOf, evidenceOf, pageSentence } from './say-alerts.js';
import { type Site, sitesBoard, sundayOf } from './testing/sites.js';

const usual = [0.5, 0.54, 0.47, 0.52, 0.49, 0.55, 0.46, 0.51, 0.53, 0.48, 0.5, 0.52];
const site = (number: number, rest: Partial<Site> = {}): Site => ({
  ...{ key: `s${number}`, headcount: 80 + 10 * number, above: number < 6 ? 'north' : 'south' },
  share: () => usual[number % usual.length]!,
  ...rest,
});
const sites = (change: (number: number) => Partial<Site> = () => ({})) =>
  usual.map((_, number) => site(number, change(number)));

const factsOf = (board: Board, rest: Partial<AlertFacts> = {}): AlertFacts => ({
  parentOf: (place) => board.publication.tree(board.week!).place(place)?.parent ?? null,
  shocks: [],
  lastCall: () => null,
  ...rest,
});
const look = (board: Board, rest?: Partial<AlertFacts>) => alertsOf(coursesOf(board, 10), factsOf(board, rest));
const keys = (courses: readonly { place: string }[]) => courses.map(({ place }) => place);

it('no alert where everybody goes the usual way', () => {
  const found = look(sitesBoard(sites()));
  expect(found.alerts).toEqual([]);
  expect(found.onCourse).toHaveLength(12);
});

it('nobody is called where no source tells of sign-ins: zero is not known there', () => {
  const none = sites(() => ({ share: () => 0 }));
  const { alerts, small, unknown } = look(sitesBoard(none, 16, { kinds: ['post'], attributes: [] }));
  expect([...alerts, ...small]).toEqual([]);
  expect(unknown.map(({ weeks }) => weeks)).toEqual(none.map(() => []));
});

it('the one that falls is alerted, with what was expected of it and since when', () => {
  const board = sitesBoard(sites((number) => (number === 3 ? { share: (week) => (week < 12 ? 0.52 : 0.2) } : {})));
  const { alerts } = look(board);
  expect(alerts).toMatchObject([{ cause: { kind: 'entity', place: 's3' }, courses: [{ place: 's3', window: 7 }] }]);
  const [course] = alerts[0]!.courses;
  expect(course!.weeks.at(-1)!.expected!.low).toBeGreaterThan(0.2);
  expect(below(course!)).toBe(sundayOf(12));
});

it('one week below is no alert yet, two are', () => {
  const falling = (from: number) =>
    sitesBoard(sites((number) => (number === 3 ? { share: (week) => (week < from ? 0.52 : 0.2) } : {})));
  expect(look(falling(15)).alerts).toEqual([]);
  expect(look(falling(14)).alerts).toHaveLength(1);
});

it('two that fall do not hide each other', () => {
  const board = sitesBoard(
    sites((number) => (number === 3 || number === 9 ? { share: (week) => (week < 12 ? 0.52 : 0.15) } : {})),
  );
  expect(keys(look(board).alerts.flatMap(({ courses }) => courses)).sort()).toEqual(['s3', 's9']);
});

it('when most of a place stalls, the place is the matter: one alert', () => {
  const stalls = [6, 7, 8, 9];
  const many = Array.from({ length: 24 }, (_, number) =>
    site(number, {
      above: number < 18 ? 'north' : 'south',
      ...(number >= 18 && stalls.includes(number - 12) ? { share: (week: number) => (week < 12 ? 0.5 : 0.15) } : {}),
    }),
  );
  const { alerts } = look(sitesBoard(many));
  expect(alerts).toMatchObject([{ cause: { kind: 'above', place: 'south' } }]);
  expect(alerts[0]!.courses).toHaveLength(4);
});

it('a declared event that holds for it explains it, and nobody else', () => {
  const board = sitesBoard(
    sites((number) => (number === 3 || number === 9 ? { share: (week) => (week < 12 ? 0.52 : 0.15) } : {})),
  );
  const shock = { key: 'strike', name: 'Strike', startsOn: sundayOf(12), endsOn: null, places: ['s3'] };
  expect(
    look(board, { shocks: [shock] })
      .alerts.map(({ cause }) => cause.kind)
      .sort(),
  ).toEqual(['entity', 'shock']);
  const over = { ...shock, endsOn: sundayOf(12) };
  expect(look(board, { shocks: [over] }).alerts.map(({ cause }) => cause.kind)).toEqual(['entity', 'entity']);
});

it('below 60 people nobody is on course by themselves: longest without a call first', () => {
  const board = sitesBoard(sites((number) => (number < 3 ? { headcount: 40 } : {})));
  const calls: Record<string, string> = { s0: '2021-03-01', s2: '2021-02-01' };
  const found = look(board, { lastCall: (place) => calls[place] ?? null });
  expect(keys(found.small)).toEqual(['s1', 's2', 's0']);
  expect(keys(found.onCourse)).not.toContain('s0');
});

it('a small one that falls raises no alert, and is the first to call, whoever was called long ago', () => {
  const board = sitesBoard(
    sites((number) => ({
      ...(number === 3 ? { headcount: 46, share: (week: number) => (week < 12 ? 0.52 : 0.12) } : {}),
      ...(number < 3 ? { headcount: 40 } : {}),
    })),
  );
  const found = look(board, { lastCall: (place) => (place === 's3' ? '2021-03-01' : null) });
  expect(found.alerts).toEqual([]);
  expect([keys(found.low), keys(found.small)[0]]).toEqual([['s3'], 's3']);
  const said = pageSentence(found, board.week!, (place) => ({ fr: place, en: place }));
  expect(say(said, 'en')).toBe(
    '1 call to make this week: s3. Of the 8 entities of 12 that can be judged, none falls behind; of the 4 too small for an alert, 1 falls behind.',
  );
  expect(evidenceOf(found.low[0]!, 'ahead')!.key).toBe('alert.below_small');
});

it('says why nothing can be said of an entity', () => {
  const few = sitesBoard(sites().slice(0, 5));
  expect(countsOf(look(few), few.week!)).toMatchObject({ all: 5, judged: 0, unknown: 5, reasons: { alone: 5 } });
  const young = sitesBoard(sites(), 3);
  expect(countsOf(look(young), young.week!).reasons).toMatchObject({ settling: 12 });
});

it('one that comes back is told so', () => {
  const board = sitesBoard(
    sites((number) => (number === 3 ? { share: (week) => (week >= 9 && week < 13 ? 0.2 : 0.52) } : {})),
  );
  const found = look(board);
  expect(found.alerts).toEqual([]);
  expect(keys(found.back)).toEqual(['s3']);
});

it('against a plan: late is below four fifths of it by more than chance, two weeks running', () => {
  const late = (actual: number, size: number) => expectedByPlan(0.5, size, actual).p;
  expect(late(0.4, 200)).toBe(0.5);
  expect(late(0.34, 200)).toBeGreaterThan(0.025);
  expect(late(0.34, 2000)).toBeLessThan(0.001);
  expect(late(0.6, 200)).toBeGreaterThan(0.9);
  const plan = acme((site, week) => ({ state: { activated: site === 'paris' ? 60 : week * 30 } }));
  const found = alertsOf(coursesOf(plan, 10), factsOf(plan));
  expect(found.alerts).toMatchObject([{ cause: { place: 'paris' }, courses: [{ against: 'plan', window: 28 }] }]);
  // Italy opened less than five weeks ago: it has one settled week.
  expect(keys(found.unknown)).toContain('rome');
});

it('nothing is said where there are too few to compare with, or just after the launch', () => {
  expect(look(sitesBoard(sites().slice(0, 5))).unknown).toHaveLength(5);
  expect(look(sitesBoard(sites(), 3)).unknown).toHaveLength(12);
});

it('entities that are alike raise few false alarms', () => {
  const share = fc.double({ min: 0.4, max: 0.6, noNaN: true });
  let alarms = 0;
  let entities = 0;
  fc.assert(
    fc.property(fc.array(share, { minLength: 12, maxLength: 12 }), (shares) => {
      const found = look(sitesBoard(sites((number) => ({ share: () => shares[number]! }))));
      alarms += found.alerts.length;
      entities += 12;
    }),
    { numRuns: 60, seed: 7 },
  );
  expect(alarms / entities).toBeLessThan(0.02);
});

it('the more entities differ among themselves, the less one of them stands out', () => {
  const alike = Array.from({ length: 10 }, () => ({ events: 50, size: 100 }));
  const unlike = alike.map((one, index) => ({ ...one, events: index % 2 === 0 ? 30 : 70 }));
  expect(lowness(expectedOf(alike, 100)!, 0.35)).toBeLessThan(0.01);
  expect(lowness(expectedOf(unlike, 100)!, 0.35)).toBeGreaterThan(0.1);
  expect(expectedOf(alike.slice(0, 4), 100)).toBeNull();
});

test('without any entity there is no good news', () => {
  const none = { alerts: [], small: [], low: [], back: [], onCourse: [], unknown: [] };
  expect(pageSentence(none, '2026-11-15', (place) => ({ fr: place, en: place })).key).toBe('follow_up.no_directory');
});
