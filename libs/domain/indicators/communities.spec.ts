import { calendarBins, lifeBins } from '../communities/lag-bins.js';
import { exactly } from '../statistics/interval.js';
import { type IndicatorKey, indicatorOf } from './catalogue.js';
import { Reading } from './reading.js';

/** What an indicator of groups says over exact counts; `level-3/messages` = of another population. */
function of(key: IndicatorKey, counts: Record<string, number>, k = 10) {
  const indicator = indicatorOf(key);
  return indicator.value(
    new Reading(indicator.population ?? 'everyone', {
      ...{ base: 'headcount', k, window: 28 },
      count: (population, _frame, measure) => {
        const found = counts[`${population}/${measure}`] ?? counts[measure];
        return found === undefined ? null : exactly(found);
      },
    }),
  );
}
const bins = (name: string, counts: Record<number, number>, length = calendarBins.from.length) =>
  Object.fromEntries(Array.from({ length }, (_, bin) => [`${name}_${bin}`, counts[bin] ?? 0]));

describe('response', () => {
  it('counts replies and reactions, and replies apart', () => {
    const counts = { threads: 50, answered: 30, replied: 20, comments: 40, replies: 40 };
    expect(of('K26', counts)).toMatchObject({ value: 0.6, n: 50 });
    expect(of('K26.reply', counts)).toMatchObject({ value: 0.4 });
  });

  it('is undefined without posts, and not measurable where comments answer nothing known', () => {
    expect(of('K26', { threads: 0, answered: 0, comments: 40, replies: 40 }).shown).toBe('none');
    expect(of('K26', { threads: 50, answered: 3, comments: 40, replies: 0 })).toMatchObject({
      shown: 'none',
      note: 'source_without_replies',
    });
    // Few comments prove nothing.
    expect(of('K26', { threads: 50, answered: 3, comments: 4, replies: 0 }).shown).toBe('value');
  });

  it('takes half of all posts, those without an answer included, to be the median', () => {
    const waiting = { ...bins('reply', { 0: 4, 1: 2 }), ...bins('wait', { 17: 4 }), comments: 40, replies: 40 };
    expect(of('K26b', waiting)).toMatchObject({ value: 1.5, n: 10 });
    const hardlyAny = { ...bins('reply', { 0: 1 }), ...bins('wait', { 17: 4 }), comments: 40, replies: 40 };
    expect(of('K26b', hardlyAny)).toMatchObject({ shown: 'none', note: 'median_not_reached' });
  });
});

describe('groups', () => {
  it('are silent, ownerless, ready and large among those that can be', () => {
    const counts = { groups: 40, groups_grown: 30, groups_silent: 9, groups_owner_known: 40, groups_ownerless: 4 };
    expect(of('K43', counts).value).toBe(0.3);
    expect(of('K43.ownerless', counts).value).toBe(0.1);
    expect(of('K44', { groups_awaited: 10, groups_ready: 8 }).value).toBe(0.8);
    expect(of('K44', { groups_awaited: 0, groups_ready: 0 }).shown).toBe('none');
    expect(of('K45', { groups: 40, groups_large: 10 }).value).toBe(0.25);
  });

  it('have no owners to miss where the source names none', () => {
    expect(of('K43.ownerless', { groups: 40, groups_owner_known: 0, groups_ownerless: 0 })).toMatchObject({
      shown: 'none',
      note: 'source_without_owners',
    });
  });

  it('are in one of three stages', () => {
    const counts = { groups_classed: 20, groups_diffusion: 5, groups_network: 3 };
    const shares = (['K42.diffusion', 'K42.community', 'K42.network'] as const).map((key) => of(key, counts).value);
    expect(shares).toEqual([0.25, 0.6, 0.15]);
  });

  it('live on until 28 days of silence; the archived and the young are censored', () => {
    const life = (died: Record<number, number>, left: Record<number, number>) => ({
      ...bins('life_died', died, lifeBins.from.length),
      ...bins('life_left', left, lifeBins.from.length),
      ...bins('life_came', {}, lifeBins.from.length),
    });
    // Ten groups: two die in their second month, five were archived in the first: 2 of 5 at risk.
    expect(of('K41', life({ 1: 2 }, { 0: 5, 20: 3 })).value).toBeCloseTo(0.6);
    expect(of('K41', life({ 1: 2 }, { 20: 8 })).value).toBeCloseTo(0.8);
    // Dead after more than twenty weeks: still alive then.
    expect(of('K41', life({ 6: 2 }, { 20: 8 })).value).toBe(1);
  });

  it('are as lively as those who come back', () => {
    expect(of('K40', { group_active: 50, group_active_year: 80 }).value).toBe(0.625);
  });
});

describe('managers in groups', () => {
  const uplift = { own_actions: 340, own_weeks: 800, other_actions: 60, other_weeks: 1200, founders: 30 };
  it('M9: 340 acts in 800 member-weeks against 60 in 1,200 are 8.5 times as many', () => {
    expect(of('K52', uplift)).toMatchObject({ value: 8.5, n: 30 });
  });

  it('cannot be computed without both exposures', () => {
    expect(of('K52', { ...uplift, other_weeks: 0 })).toMatchObject({ shown: 'none', note: 'not_computable' });
    expect(of('K52', { ...uplift, other_actions: 0 })).toMatchObject({ shown: 'none', note: 'not_computable' });
  });

  it('speak as much as their share of the people, or more', () => {
    const counts = { 'managers/messages': 40, 'everyone/messages': 100, 'managers/people': 20, 'everyone/people': 200 };
    expect(of('K54', counts).value).toBe(0.4);
    expect(of('K54.index', counts).value).toBeCloseTo(4);
    expect(of('K54', { 'managers/messages': 0, 'everyone/messages': 0 }).shown).toBe('none');
    expect(of('K53', { enclosed: 76, group_members: 100 }).value).toBe(0.76);
  });
});
