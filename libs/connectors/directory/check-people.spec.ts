import fc from 'fast-check';
import { type PersonRow } from '../csv/rows.js';
import { checkPeople } from './check-people.js';
import { lines, located, told } from './testing/told.js';

const person = (personId: string, more: Partial<PersonRow> = {}): PersonRow => ({
  personId,
  entity: 'lyon',
  managerId: null,
  level: null,
  validFrom: null,
  validTo: null,
  aliases: [],
  name: null,
  site: null,
  trade: null,
  bot: false,
  ...more,
});

describe('people', () => {
  const entities = new Set(['lyon', 'paris']);

  it('are refused one by one', () => {
    const rows = [
      person('p1', { validTo: '2026-03-01' }),
      person('p1', { entity: 'paris', validFrom: '2026-03-01' }),
      person('p1', { entity: 'paris', validFrom: '2026-02-01', validTo: '2026-04-01' }),
      person('p2', { entity: 'mars' }),
      person('p3'),
      person('p3'),
      person('p3', { entity: 'paris' }),
      person('p4', { validFrom: '2026-03-01', validTo: '2026-03-01' }),
      person('p5', { entity: null }),
    ];
    const checked = checkPeople(located(rows), entities);
    expect(told(checked)).toEqual([
      [4, 'p1', 'overlapping_validity'],
      [5, 'p2', 'unknown_entity'],
      [7, 'p3', 'duplicate_person'],
      [8, 'p3', 'overlapping_validity'],
      [9, 'p4', 'empty_validity'],
    ]);
    expect(lines(checked)).toEqual([2, 3, 6, 10]);
    expect(checked.rejections.every(({ scope }) => scope === 'row')).toBe(true);
  });

  it('go in without a manager who is impossible', () => {
    const rows = [
      person('boss', { managerId: 'boss' }),
      person('a', { managerId: 'b' }),
      person('b', { managerId: 'c' }),
      person('c', { managerId: 'a' }),
      person('below', { managerId: 'a' }),
    ];
    const checked = checkPeople(located(rows), entities);
    expect(checked.rejections).toMatchObject([
      { line: 2, id: 'boss', code: 'self_manager', field: 'manager_id', scope: 'link' },
      { line: 5, id: 'c', code: 'manager_cycle', field: 'manager_id', scope: 'link' },
    ]);
    expect(checked.rows.map(({ row }) => row.managerId)).toEqual([null, 'b', 'c', null, 'a']);
  });

  it('may swap places over time', () => {
    const rows = [
      person('a', { managerId: 'b', validTo: '2026-03-01' }),
      person('a', { validFrom: '2026-03-01' }),
      person('b', { managerId: 'a', validFrom: '2026-03-01' }),
    ];
    expect(told(checkPeople(located(rows), entities))).toEqual([]);
    expect(
      told(checkPeople(located([...rows, person('b', { managerId: 'a', validTo: '2026-03-01' })]), entities)),
    ).toEqual([[5, 'b', 'manager_cycle']]);
  });

  it('never end in a circle on any day, and lose a manager only to one', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd');
    const days = [null, '2026-01-01', '2026-02-01', '2026-03-01'] as const;
    const row = fc
      .tuple(names, fc.option(names), fc.constantFrom(...days), fc.constantFrom(...days))
      .map(([id, managerId, validFrom, validTo]) => person(id, { managerId, validFrom, validTo }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 9 }), (rows) => {
        const checked = checkPeople(located(rows), entities);
        for (const day of ['2025-12-31', '2026-01-15', '2026-02-15', '2026-03-15']) {
          expect(
            circleOn(
              day,
              checked.rows.map(({ row: { personId, managerId, validFrom, validTo } }) => ({
                personId,
                managerId,
                validFrom,
                validTo,
              })),
            ),
          ).toBe(false);
        }
        // Giving back any one link that was taken must close a circle on some day.
        for (const { line } of checked.rejections.filter(({ scope }) => scope === 'link')) {
          const again = checked.rows.map((kept) => (kept.line === line ? (rows[line - 2] ?? kept.row) : kept.row));
          const isClosed = ['2025-12-31', '2026-01-15', '2026-02-15', '2026-03-15'].some((day) => circleOn(day, again));
          expect(isClosed).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are checked even in a chain of a hundred thousand', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) =>
      person(`p${i}`, { managerId: i === 0 ? null : `p${i - 1}` }),
    );
    // Walking up from everybody would take hours: the limit of a test tells, whatever the machine.
    expect(checkPeople(located(rows), entities).rejections).toEqual([]);
  });
});

function circleOn(
  day: string,
  rows: readonly Pick<PersonRow, 'personId' | 'managerId' | 'validFrom' | 'validTo'>[],
): boolean {
  const managers = new Map(
    rows
      .filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo === null || day < validTo))
      .map(({ personId, managerId }) => [personId, managerId]),
  );
  return [...managers.keys()].some((start) => {
    let at: string | null = start;
    for (let step = 0; step <= managers.size && at !== null; step++) at = managers.get(at) ?? null;
    return at !== null;
  });
}
