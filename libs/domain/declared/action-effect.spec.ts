import fc from 'fast-check';
import { addDays, type Day } from '../calendar/day.js';
import { type CountRow, Publication, Tree } from '../indicators/publication.js';
import { type Action, type Shock } from './action.js';
import { actionEffect } from './action-effect.js';

const held = '2026-03-02';
const weeks = Array.from({ length: 12 }, (_, at) => addDays('2026-02-01', 7 * at));
const sites = Array.from({ length: 12 }, (_, number) => `site-${number}`);

const action = (over: Partial<Action> = {}): Action => ({
  ...{ key: 'w', kind: 'webinar', name: 'W', state: 'held', startsOn: held, endsOn: held, entities: ['site-0'] },
  ...{ audience: 'everyone', channel: null, ledBy: null, objectKey: null, ...over },
});

type Ends = (active: number, site: number, week: number) => [number, number];
const exactly: Ends = (active) => [active, active];

/**
 * Twelve sites of 200 people that wander a little, each in its own way; `lift` is added to site 0 after the action.
 * Sites 0 and 1 hold `small` people as far as anybody is told. `ends`: how far a site's count is told around its middle.
 */
function published(lift: number, drift = 0, small = 200, ends = exactly): Publication {
  const sizeOf = (key: string) => (key === 'site-0' || key === 'site-1' ? small : 200);
  const places = [
    { key: 'top', parent: null, kind: 'node' as const, headcount: 2400, entity: 'top' },
    ...sites.map((key) => ({ key, parent: 'top', kind: 'cell' as const, headcount: sizeOf(key), entity: key })),
  ].map((place) => ({ ...place, name: place.key, members: [], entities: [place.key], country: null }));
  const trees = new Map<Day, Tree>(weeks.map((week) => [week, new Tree(places)]));
  const rows = weeks.flatMap((weekEnd, at): CountRow[] =>
    sites.flatMap((node, number): CountRow[] => {
      const own = number === 0 ? (weekEnd > held ? lift : 0) + drift * at : 0;
      const active = 80 + ((number * 7 + at * 5) % 11) + (number % 3) * at * 0.2 + own;
      const row = (days: number, counts: CountRow['counts']): CountRow => ({
        population: 'everyone',
        days,
        node,
        weekEnd,
        counts,
      });
      return [row(0, { people: [200, 200] }), row(7, { active: ends(active, number, at) })];
    }),
  );
  return new Publication(trees, rows);
}
const effect = (lift: number, over: Partial<Action> = {}, shocks: Shock[] = [], others: Action[] = [], drift = 0) =>
  actionEffect(action(over), others, shocks, published(lift, drift), weeks.at(-1)!);

describe('the effect of an action', () => {
  it('is found where there was one, with an interval that holds it', () => {
    const found = effect(40);
    expect(found).toMatchObject({ verdict: 'up', treated: 1, controls: 11 });
    if (found.verdict === 'refused') throw new Error(found.reason);
    expect(found.effect.low).toBeLessThan(0.2);
    expect(found.effect.high).toBeGreaterThan(0.2);
    expect(effect(-40).verdict).toBe('down');
  });

  it('cannot be told where nothing happened, and says what could have been seen', () => {
    const found = effect(0);
    expect(found.verdict).toBe('cannot_tell');
    if (found.verdict === 'refused') throw new Error(found.reason);
    expect(found.detectable).toBeGreaterThan(0);
    expect(found.detectable).toBeLessThan(0.15);
  });

  it('of several places is that of their mean change', () => {
    expect(effect(0, { entities: ['site-0', 'site-1', 'site-2'] })).toMatchObject({ treated: 3, controls: 9 });
  });

  it('is refused without a valid comparison', () => {
    expect(effect(40, { entities: [] })).toEqual({ verdict: 'refused', reason: 'everyone' });
    expect(effect(40, { state: 'planned' })).toEqual({ verdict: 'refused', reason: 'not_held' });
    expect(effect(40, { startsOn: '2026-04-13', endsOn: '2026-04-13' })).toMatchObject({ reason: 'too_early' });
    expect(effect(40, { entities: ['mars'] })).toMatchObject({ reason: 'not_published' });
    expect(effect(40, { entities: sites.slice(0, 9) })).toMatchObject({ reason: 'few_controls' });
    expect(effect(0, {}, [], [], 12)).toMatchObject({ reason: 'not_parallel' });
  });

  it('is not told of fewer than sixty people, however loud; of small places together it is', () => {
    const of = (people: number, entities: string[]) =>
      actionEffect(action({ entities }), [], [], published(40, 0, people), weeks.at(-1)!);
    expect(of(59, ['site-0'])).toEqual({ verdict: 'refused', reason: 'too_few_people' });
    expect(of(60, ['site-0'])).toMatchObject({ verdict: 'up', treated: 1 });
    expect(of(29, ['site-0', 'site-1'])).toMatchObject({ reason: 'too_few_people' });
    expect(of(30, ['site-0', 'site-1'])).toMatchObject({ treated: 2 });
    // What would be refused anyway says why first.
    expect(actionEffect(action(), [], [], published(40, 0, 59), '2026-03-08')).toMatchObject({ reason: 'too_early' });
  });

  it('is refused over a declared shock, and by its name', () => {
    const lockdown = { key: 'l', name: 'Lockdown', startsOn: '2026-03-17', endsOn: '2026-05-10', entities: [] };
    expect(effect(40, {}, [lockdown])).toEqual({ verdict: 'refused', reason: 'shock', shock: 'Lockdown' });
    expect(effect(40, {}, [{ ...lockdown, startsOn: '2026-06-01', endsOn: '2026-06-02' }]).verdict).toBe('up');
  });

  it('is not measured against places that had an action meanwhile', () => {
    const elsewhere = action({ key: 'x', entities: ['site-3', 'site-4'] });
    expect(effect(40, {}, [], [elsewhere])).toMatchObject({ controls: 9 });
  });
});

describe('of counts that are published in bands', () => {
  const within = (width: number, sites: (site: number) => boolean): Ends => {
    return (active, site) => (sites(site) ? [active - width, active + width] : [active, active]);
  };
  const of = (lift: number, ends: Ends, entities = ['site-0']) =>
    actionEffect(action({ entities }), [], [], published(lift, 0, 200, ends), weeks.at(-1)!);

  it('nothing is told where they leave the sign open, however large the middles', () => {
    const found = of(
      40,
      within(20, () => true),
    );
    expect(found.verdict).toBe('cannot_tell');
    if (found.verdict === 'refused') throw new Error(found.reason);
    // 40 of 200, and 20 either way before and after, here and there.
    expect(found.published.low).toBeCloseTo(found.effect.value - 0.4, 10);
    expect(found.published.high).toBeCloseTo(found.effect.value + 0.4, 10);
    expect(found.detectable).toBeGreaterThan(0.8);
  });

  it('a place that is finely published is compared with its like, where there are enough of these', () => {
    const at = (...wide: [width: number, sites: (site: number) => boolean]) => of(40, within(...wide));
    expect(at(2, (site) => site === 0)).toMatchObject({ verdict: 'up', controls: 11 });
    expect(at(20, (site) => site > 5)).toMatchObject({ verdict: 'up', controls: 5 });
    expect(at(20, (site) => site > 4)).toMatchObject({ verdict: 'cannot_tell', controls: 11 });
    // Small places are not compared with large ones only: chance moves these less.
    expect(at(6, (site) => site === 0 || site > 5)).toMatchObject({ controls: 11 });
  });

  it.each([[['site-0']], [['site-0', 'site-1']]])('of %j it holds for all counts inside', (entities) => {
    const wide = of(
      25,
      within(12, () => true),
      entities,
    );
    const shifts = fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 144, maxLength: 144 });
    fc.assert(
      fc.property(shifts, (shift) => {
        const one = of(25, (active, site, week) => exactly(active + shift[site * 12 + week]!, site, week), entities);
        if (wide.verdict === 'refused') throw new Error(wide.reason);
        // Counts that were moving apart already have no effect to tell.
        if (one.verdict === 'refused') return;
        expect(wide.effect.low).toBeLessThanOrEqual(one.effect.low + 1e-9);
        expect(wide.effect.high).toBeGreaterThanOrEqual(one.effect.high - 1e-9);
        expect(wide.published.low).toBeLessThanOrEqual(one.effect.value + 1e-9);
        expect(wide.published.high).toBeGreaterThanOrEqual(one.effect.value - 1e-9);
      }),
    );
  });
});
