import { keyOf, nestedCounts } from './counts-within.js';
import { type Counted } from './shelf.js';

/** `'everyone 28 active 5 4'`: population, days, measure, and its count in each cell. */
function counted(...rows: string[]): Counted[] {
  return rows.map((row) => {
    const [population = '', days = '', measure = '', ...values] = row.split(' ');
    const cells = new Map(values.map((value, cell) => [`c${cell}`, Number(value)]));
    return { population, days: Number(days), measures: new Map([[measure, cells]]) };
  });
}
const outersIn = (rows: Counted[]) =>
  Object.fromEntries(nestedCounts(rows).map((count) => [keyOf(count), count.outers.map(keyOf)]));

describe('counts within counts', () => {
  it('come after all those that contain them, and name the next of these only', () => {
    const rows = counted(
      'everyone 7 login 1',
      'everyone 7 active 2',
      'everyone 28 login 3',
      'everyone 28 active 4',
      'everyone 365 active 6',
      'everyone 0 connected 7',
      'everyone 0 activated 8',
    );
    const order = nestedCounts(rows).map(keyOf);
    const found = outersIn(rows);
    expect(found['login/7']).toEqual(['active/7', 'login/28']);
    expect(found['login/28']).toEqual(['active/28', 'connected/0']);
    expect(found['active/28']).toEqual(['active/365']);
    expect(found['active/365']).toEqual(['activated/0']);
    expect(found['connected/0']).toEqual(['activated/0']);
    for (const [inner, outers] of Object.entries(found)) {
      for (const outer of outers) expect(order.indexOf(outer)).toBeLessThan(order.indexOf(inner));
    }
  });

  it('lead from power users to those exposed, and through the quarter to those ever activated', () => {
    const names = ['power', 'habitual', 'novice', 'used', 'exposed'];
    const found = outersIn(
      counted(
        ...names.map((name) => `everyone 84 ${name} 1`),
        'everyone 91 act 2',
        'everyone 91 active 2',
        'everyone 0 activated 3',
      ),
    );
    expect(found).toMatchObject({
      'power/84': ['habitual/84'],
      'novice/84': ['used/84'],
      'used/84': ['exposed/84', 'act/91'],
      'exposed/84': ['activated/0'],
      'act/91': ['active/91'],
    });
  });

  it('contain nothing where one cell of one population counts more than the larger count', () => {
    // Back after a year: active again, and known as activated no longer.
    const back = counted(
      'everyone 365 active 4 5',
      'everyone 0 activated 4 5',
      'managers 365 active 1 3',
      'managers 0 activated 1 2',
    );
    expect(outersIn(back)['active/365']).toEqual([]);
  });
});
