import { type Interval } from '../statistics/interval.js';
import { knownByName, type NamedGroup } from './named-groups.js';

const weekEnd = '2026-11-22';
const group = (counts: NamedGroup['counts'], over: Partial<NamedGroup> = {}): NamedGroup => ({
  ...{ weekEnd, facts: { createdOn: '2026-09-14' }, counts },
  ...over,
});
const lively = group({
  ...{ joined: [228, 230], writers: [90, 92], messages: [80, 80], threads: [40, 40] },
  ...{ pairs: [50, 50], mutual: [10, 10] },
});
const whole: Record<string, Interval> = { groups_grown: { low: 9, high: 9 }, groups_classed: { low: 9, high: 9 } };
const told = (measure: 'groups_silent' | 'groups_diffusion' | 'groups_network', groups: NamedGroup[]) =>
  knownByName(groups, weekEnd)(measure, { low: 0, high: 2 }, (of) => whole[of] ?? null);

describe('groups told by name', () => {
  it('leave no room for a silent one, nor for another stage, where all of them are lively', () => {
    const nine = Array.from({ length: 9 }, () => lively);
    for (const measure of ['groups_silent', 'groups_diffusion', 'groups_network'] as const)
      expect(told(measure, nine)).toEqual({ low: 0, high: 0 });
    expect(told('groups_silent', nine.slice(1))).toEqual({ low: 0, high: 1 });
  });

  it('say nothing of another Sunday, of groups too young to be judged, nor where their counts leave both possible', () => {
    const nine = (one: NamedGroup) => Array.from({ length: 9 }, () => one);
    expect(told('groups_silent', nine({ ...lively, weekEnd: '2026-11-15' }))).toEqual({ low: 0, high: 2 });
    expect(told('groups_silent', nine({ ...lively, facts: { createdOn: '2026-11-01' } }))).toEqual({ low: 0, high: 2 });
    // Comments alone: nobody may have posted.
    expect(told('groups_silent', nine(group({ messages: [80, 80], threads: [0, 2] })))).toEqual({ low: 0, high: 2 });
    expect(told('groups_diffusion', nine(group({ joined: [30, 32], writers: [3, 5] })))).toEqual({ low: 0, high: 2 });
    expect(told('groups_diffusion', nine(group({ joined: [9, 11], writers: [0, 0] })))).toEqual({ low: 0, high: 2 });
  });

  it('are at least as many as are surely of a kind', () => {
    const network = group({ joined: [30, 32], writers: [24, 26], pairs: [50, 50], mutual: [20, 20] });
    const broadcast = group({ joined: [228, 230], writers: [3, 5], messages: [0, 0] });
    expect(told('groups_network', [network])).toEqual({ low: 1, high: 2 });
    expect(told('groups_network', [group({ ...network.counts, mutual: undefined })])).toEqual({ low: 0, high: 2 });
    expect(told('groups_diffusion', [broadcast, broadcast])).toEqual({ low: 2, high: 2 });
    expect(told('groups_silent', [broadcast])).toEqual({ low: 1, high: 2 });
  });
});
