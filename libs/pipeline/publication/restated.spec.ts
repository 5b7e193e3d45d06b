import { type Interval } from '#domain/mask/bands.js';
import { cellsOf } from '#domain/mask/cells.js';
import { publishCount } from '#domain/mask/publish-count.js';
import { entities } from '#domain/mask/testing/trees.js';
import { type PublishedRow } from '#storage/publication/publish.repository.js';
import { restated } from './restated.js';

const k = 10;
const people = new Set(['login/7', 'login/28']);
const row = (node: string, counts: Record<string, Interval>, population = 'everyone'): PublishedRow => ({
  ...{ population, days: 7, node, counts },
});
const pair = cellsOf(entities('r=0 lyon<r=60 turin<r=60'), { k });
const again = (before: PublishedRow[], after: PublishedRow[]) =>
  restated(before, after, { mask: pair, people, k, saidBefore: {} }).rows;
const week = (r: Interval, lyon: Interval, turin: Interval) =>
  Object.entries({ r, lyon, turin }).map(([node, login]) => row(node, { login }));

test('a week keeps its statement when fewer than k people changed for certain', () => {
  const before = week([80, 80], [39, 41], [39, 41]);
  expect(again(before, week([89, 89], [48, 50], [39, 41]))).toEqual(before);
});

test('a place is told anew with the whole where k people changed, if as many did in what it leaves', () => {
  const before = week([80, 80], [39, 41], [39, 41]);
  expect(again(before, week([110, 110], [54, 56], [54, 56]))).toEqual(week([110, 110], [54, 56], [54, 56]));
  // Sixteen people came late, thirteen of them or more in Lyon: those of Turin are few.
  expect(again(before, week([96, 96], [54, 56], [39, 41]))).toEqual(week([96, 96], [39, 41], [39, 41]));
});

test('places that moved opposite ways are told anew, though their sum is the same', () => {
  expect(again(week([40, 40], [38, 40], [0, 2]), week([40, 40], [0, 2], [38, 40]))).toEqual(
    week([40, 40], [0, 2], [38, 40]),
  );
});

test('a count that is told anew agrees with those that hold its people, or keeps what it said with them', () => {
  const told = (week7: number, weeks28: number) => [
    row('r', { login: [week7, week7] }),
    { ...row('r', { login: [weeks28, weeks28] }), days: 28 },
  ];
  // Thirty came late whom most had seen earlier in the four weeks: 31 of one week would stand beside 25 of four.
  expect(again(told(1, 25), told(31, 32))).toEqual(told(1, 25));
  expect(again(told(1, 25), told(21, 32))).toEqual(told(21, 25));
  // An import undone took them back out of the four weeks; of the last week it took hardly anybody.
  expect(again(told(20, 40), told(15, 16))).toEqual(told(20, 40));
  // Of the last week nothing was told yet: it is, as with any other source that is first heard of.
  const untold = [row('r', { login: [0, 2] }), ...told(0, 25).slice(1)];
  expect(again(untold, told(31, 32))).toEqual(told(31, 25));
});

test('a week that is told anew is held against all that it has said', () => {
  const say = (login: number) => [row('r', { login: [login, login] })];
  const rules = { mask: cellsOf(entities('r=200'), { k }), people, k };
  const second = restated(say(100), say(112), { ...rules, saidBefore: {} });
  expect(second).toEqual({ rows: say(112), saidBefore: { 'login/7': { r: [[100, 100]] } } });
  // Twelve came late; eleven of them were taken out again: an older export and this one would tell of the last one.
  expect(restated(second.rows, say(101), { ...rules, ...second })).toEqual(second);
  expect(restated(second.rows, say(112), { ...rules, ...second })).toEqual(second);
  // The import that brought all twelve was undone: as it was told at first.
  expect(restated(second.rows, say(100), { ...rules, ...second }).rows).toEqual(say(100));
  expect(restated(second.rows, say(130), { ...rules, ...second })).toEqual({
    rows: say(130),
    saidBefore: {
      'login/7': {
        r: [
          [100, 100],
          [112, 112],
        ],
      },
    },
  });
});

test('volumes and smaller populations fall silent where people are told anew; nobody knows whose the difference is', () => {
  const rest = [row('r', { login_days: [300, 300] }, 'everyone'), row('r', { login: [8, 10] }, 'managers')];
  const before = [row('r', { login: [80, 80], login_days: [300, 300] }), rest[1]!];
  const after = [row('r', { login: [110, 110], login_days: [307, 307] }), row('r', { login: [11, 13] }, 'managers')];
  expect(again(before, after)).toEqual([row('r', { login: [110, 110] })]);
  const few = [row('r', { login: [81, 81], login_days: [307, 307] }), row('r', { login: [30, 32] }, 'managers')];
  expect(again(before, few)).toEqual(before);
});

test('possible days are not told of newer people than the people that are told', () => {
  const before = [row('r', { login: [80, 80] })];
  const days = { login_days: [307, 307], login_exposure: [405, 405] } as const;
  expect(again(before, [row('r', { login: [81, 81], ...days })])).toEqual(before);
  expect(again(before, [row('r', { login: [80, 80], ...days })])).toEqual(before);
});

test('what fell silent stays silent, however often the week is told anew', () => {
  const told = (login: Interval, acts: Interval) => [
    row('r', { login, acts }),
    row('r', { login: [8, 10] }, 'managers'),
  ];
  const silent = again(told([80, 80], [5000, 5000]), told([120, 120], [5600, 5600]));
  expect(silent).toEqual([row('r', { login: [120, 120] })]);
  expect(again(silent, told([120, 120], [5607, 5607]))).toEqual(silent);
  const more = again(silent, told([150, 150], [6000, 6000]));
  expect(more).toEqual([row('r', { login: [150, 150] })]);
  // Silent at one place only: what is left says as much as nothing, and is no reason to say all again.
  const partly = [...week([80, 80], [39, 41], [0, 2]), row('turin', { acts: [0, 2] })];
  const acts = [row('lyon', { acts: [900, 900] }), row('turin', { acts: [40, 40] })];
  expect(again(partly, [...week([110, 110], [54, 56], [15, 17]), ...acts])).not.toContainEqual(
    expect.objectContaining({ counts: expect.objectContaining({ acts: [900, 900] }) }),
  );
});

test('of what nothing was told all is told, once k people stand behind it', () => {
  const none = [...week([0, 2], [0, 2], [0, 2]), row('r', { login: [0, 2] }, 'managers')];
  const late = [...week([50, 50], [45, 47], [3, 5]), row('r', { login: [12, 14] }, 'managers')];
  expect(again(none, late)).toEqual(late);
  expect(again(none, week([9, 9], [6, 8], [0, 2]))).toEqual(none);
  expect(again([], late)).toEqual(late);
});

/** Those of the four weeks without the last one are nobody's own count: what two counts leave of them is asked here. */
test('two counts that are told anew leave open how many came late to the earlier weeks alone', () => {
  const mask = cellsOf(entities('r=300'), { k });
  const say = (...late: number[]): PublishedRow[] =>
    ([7, 28] as const).map((days, at) => ({
      ...row('r', { login: publishCount(mask, () => late[at]!, { bands: true }).get('r')! }),
      days,
    }));
  let asked = 0;
  for (const known of [1, 5, 20])
    for (let week7 = 0; week7 <= 16; week7++)
      for (let weeks28 = 0; weeks28 <= 16; weeks28++) {
        const then = say(50, 50 + known);
        const now = restated(then, say(50 + week7, 50 + known + weeks28), { mask, people, k, saidBefore: {} }).rows;
        const told = now.map(({ counts }, at) => counts.login![0] - then[at]!.counts.login![0]);
        // How many of them came late to both, the others of the last week being known of earlier: all that fits.
        const both = Array.from({ length: 17 }, (_, n) => n).filter(
          (n) => n <= Math.min(week7, weeks28) && week7 - n <= known,
        );
        const left = known + weeks28 - week7;
        // Where the last week now holds everybody of the four, this week says it by itself (026 keeps it from that).
        if (Math.min(...told) === 0 || left === 0 || both.length === 0) continue;
        asked++;
        expect({ known, week7, weeks28, several: both.length > 1 }).toMatchObject({ several: true });
      }
  expect(asked).toBeGreaterThan(100);
});
