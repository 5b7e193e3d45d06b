import { type IndicatorRow } from '#contract/indicators.js';
import { type TreeNode } from '#contract/organization.js';
import { entityRows } from './use-entity-rows.js';

const nodes = [
  { key: 'all', parent: null },
  { key: 'lyon', parent: 'all' },
].map((one) => ({ ...one, wave: null }) as unknown as TreeNode);
const covered = (slice: string, ambassadors: number) =>
  ({
    ...{ indicator: 'K60', slice, periodEnd: '2026-11-22', shown: 'value', value: ambassadors / 100 },
    numerator: { low: ambassadors, high: ambassadors },
  }) as unknown as IndicatorRow;
const told = (all: number, lyon: number) =>
  entityRows(
    { week: '2026-11-22', nodes, waves: [] },
    [covered('all', all), covered('lyon', lyon)],
    ({ key }) => key,
    new Map(),
  ).map(({ measures: { ambassadors } }) => [ambassadors?.shown, ambassadors?.value, ambassadors?.note]);

it('tells no coverage where no mandate is declared anywhere, and none of a place where some are elsewhere', () => {
  expect(told(0, 0)).toEqual([
    ['none', null, 'no_mandate'],
    ['none', null, 'no_mandate'],
  ]);
  expect(told(12, 0)).toEqual([
    ['value', 0.12, undefined],
    ['value', 0, undefined],
  ]);
});
