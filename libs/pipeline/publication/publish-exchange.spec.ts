import { cellsOf } from '#domain/mask/cells.js';
import { isCell } from '#domain/mask/mask.js';
import { entities } from '#domain/mask/testing/trees.js';
import { type ExchangeRow, type MadeBy, type OwnGroupRow } from '#storage/measures/exchange.repository.js';
import { publishExchange } from './publish-exchange.js';
import { Shelf } from './shelf.js';

const rules = { k: 10, bands: true };
const mask = cellsOf(entities('r=0 a<r=240 b<r=250 c<r=260 d<r=270'), { k: rules.k });
const even = (total: number): MadeBy => [10, Math.ceil(total / 10), Math.ceil(total / 5)];
const alone = (total: number): MadeBy => [1, total, total];

function row(cell: string, measure: string, total: number, [contributors, top1, top2] = even(total)): ExchangeRow {
  return { population: 'everyone', cell, measure, total, contributors, top1, top2 };
}

function told(volumes: ExchangeRow[], ownGroups: OwnGroupRow | null = null) {
  const shelf = new Shelf();
  for (const { key, headcount } of mask.nodes)
    shelf.put('everyone', 0, 'people', new Map([[key, [headcount, headcount]]]));
  publishExchange(mask, { volumes, communities: [], ownGroups }, shelf, rules);
  return (population: string, measure: string) =>
    Object.fromEntries(
      shelf.rows().flatMap((one) => {
        const interval = one.population === population ? one.counts[measure] : undefined;
        return interval ? [[one.node, interval]] : [];
      }),
    );
}

test.each(['acts', 'interactions', 'received'])(
  '%s of one person are told nowhere, nor found by subtraction',
  (measure) => {
    expect(told([row('a', measure, 57, alone(57))])('everyone', measure)).toEqual({});
    const cells = mask.nodes.filter(isCell).map(({ key }) => key);
    const rows = cells.map((cell) => row(cell, measure, 57, cell === 'a' ? alone(57) : even(57)));
    // Beside the one person's place the smallest others are silent, until what they did together is shared.
    expect(told(rows)('everyone', measure)).toEqual({ c: [57, 57], d: [57, 57], r: [228, 228] });
    expect(told(cells.map((cell) => row(cell, measure, 57)))('everyone', measure)).toMatchObject({ a: [57, 57] });
  },
);

test('comments of the whole are told where many wrote them, and messages in groups not at all', () => {
  const whole = (measure: string, total: number, made?: MadeBy) => row('~organisation', measure, total, made);
  const threads = mask.nodes.filter(isCell).map(({ key }) => row(key, 'threads', 30));
  const find = told([...threads, whole('comments', 40, alone(40)), whole('replies', 30), whole('group_messages', 90)]);
  expect(find('everyone', 'comments')).toEqual({});
  expect(find('everyone', 'replies')).toEqual({ r: [30, 30] });
  expect(find('everyone', 'group_messages')).toEqual({});
});

describe('groups of managers', () => {
  const own: OwnGroupRow = {
    ...{ managers: 12, ownActions: 80, ownWeeks: 200, otherActions: 40, otherWeeks: 160 },
    ...{ ratioLow: 1.1, ratioHigh: 2.4, members: 90, enclosed: 50 },
    made: {
      ...{ own_managers: even(80), own_members: even(80), other_managers: even(40), other_members: even(40) },
    },
  };
  const read = (groups: OwnGroupRow) => {
    const find = told([], groups);
    return ['founders', 'own_actions', 'other_actions', 'uplift', 'own_weeks'].filter(
      (measure) => find('managers', measure).r !== undefined,
    );
  };

  it('say what was done in them where many managers and many people share in it, on both sides', () => {
    expect(read(own)).toEqual(['founders', 'own_actions', 'other_actions', 'uplift', 'own_weeks']);
    expect(told([], own)('managers', 'own_actions')).toEqual({ r: [80, 80] });
  });

  it.each(['own_managers', 'own_members', 'other_managers', 'other_members'] as const)(
    'say nothing of it where one is behind most of it: %s',
    (side) => {
      const made = { ...own.made, [side]: alone(side.startsWith('own') ? 80 : 40) };
      expect(read({ ...own, made })).toEqual(['founders', 'own_weeks']);
    },
  );

  it('say nothing while fewer than k managers have any', () => {
    expect(read({ ...own, managers: 9 })).toEqual([]);
  });
});
