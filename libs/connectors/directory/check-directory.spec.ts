import fc from 'fast-check';
import { type EntityRow, type PersonRow, type WaveRow } from '../csv/rows.js';
import { type Located } from '../rejection.js';
import { checkEntities } from './check-entities.js';
import { checkPeople } from './check-people.js';
import { checkGroups, checkMandates, checkMembers, checkWaves } from './check-rollout.js';
import { type Checked } from './checked.js';

const located = <T>(rows: T[]): Located<T>[] => rows.map((row, index) => ({ line: index + 2, row }));
const told = <T>({ rejections }: Checked<T>) => rejections.map(({ line, id, code }) => [line, id, code]);
const lines = <T>({ rows }: Checked<T>) => rows.map(({ line }) => line);

const entity = (entityId: string, parentId: string | null): EntityRow => {
  return { entityId, parentId, name: entityId, kind: null, country: null, timezone: null };
};

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

describe('entities', () => {
  it('may come before their parents', () => {
    expect(told(checkEntities(located([entity('lyon', 'fr'), entity('fr', null)])))).toEqual([]);
  });

  it('are refused where they make no tree', () => {
    const rows = [
      entity('a', 'b'),
      entity('b', 'a'),
      entity('under', 'a'),
      entity('self', 'self'),
      entity('lost', 'mars'),
      entity('fr', null),
      entity('fr', 'a'),
    ];
    const checked = checkEntities(located(rows));
    expect(told(checked)).toEqual([
      [2, 'a', 'entity_cycle'],
      [3, 'b', 'entity_cycle'],
      [4, 'under', 'unknown_entity'],
      [5, 'self', 'entity_cycle'],
      [6, 'lost', 'unknown_entity'],
      [8, 'fr', 'duplicate_entity'],
    ]);
    expect(lines(checked)).toEqual([7]);
  });

  it('may hang under known ones, but not turn them round', () => {
    const known = new Map([
      ['fr', null],
      ['lyon', 'fr'],
    ]);
    const checked = checkEntities(located([entity('croix-rousse', 'lyon'), entity('fr', 'lyon')]), known);
    expect(told(checked)).toEqual([[3, 'fr', 'entity_cycle']]);
  });

  it('always end as trees', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const row = fc
      .tuple(names, fc.option(fc.oneof(names, fc.constant('mars'))))
      .map(([id, parent]) => entity(id, parent));
    const known = fc.constantFrom(
      new Map<string, string | null>(),
      new Map([
        ['a', null],
        ['b', 'a'],
        ['c', 'b'],
      ]),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 7 }), known, (rows, before) => {
        const checked = checkEntities(located(rows), before);
        expect(checked.rows.length + checked.rejections.length).toBe(rows.length);
        const after = new Map([
          ...before,
          ...checked.rows.map(({ row: { entityId, parentId } }) => [entityId, parentId] as const),
        ]);
        for (const start of after.keys()) {
          let at: string | null | undefined = start;
          for (let step = 0; step <= after.size && at !== null; step++) at = after.get(at ?? 'nowhere');
          expect(at).toBeNull();
        }
      }),
    );
  });
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

  it('are checked in time even in a chain of a hundred thousand', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) =>
      person(`p${i}`, { managerId: i === 0 ? null : `p${i - 1}` }),
    );
    const started = performance.now();
    expect(checkPeople(located(rows), entities).rejections).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
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

describe('the rollout', () => {
  const known = new Set(['lyon', 'paris']);
  const people = new Set(['p1', 'p2']);
  const wave = (waveId: string, entities: string[], more: Partial<WaveRow> = {}): WaveRow => {
    const days = { plannedStart: null, plannedEnd: null, actualStart: null, actualEnd: null };
    return { waveId, name: waveId, kind: 'rollout', ...days, entities, target: 1, curve: [], ...more };
  };

  it('has each entity in one wave of a kind', () => {
    const rows = [
      wave('w1', ['lyon']),
      wave('w1', []),
      wave('w2', ['paris', 'lyon']),
      wave('w3', ['lyon'], { kind: 'pilot' }),
      wave('w4', ['mars']),
      wave('w5', ['paris'], { plannedStart: '2026-02-01', plannedEnd: '2026-01-01' }),
      wave('w6', ['paris'], { plannedStart: '2026-02-01', plannedEnd: '2026-02-01' }),
    ];
    expect(told(checkWaves(located(rows), known))).toEqual([
      [3, 'w1', 'duplicate_wave'],
      [4, 'w2', 'entity_in_two_waves'],
      [6, 'w4', 'unknown_entity'],
      [7, 'w5', 'empty_validity'],
    ]);
  });

  it('has members and mandates of known people only', () => {
    const member = (waveId: string, personId: string, from: string | null = null, to: string | null = null) => ({
      waveId,
      personId,
      from,
      to,
    });
    const members = [
      member('w1', 'p1'),
      member('w1', 'p1', '2026-01-01'),
      member('w9', 'p1'),
      member('w1', 'p9'),
      member('w1', 'p2', '2026-02-01', '2026-01-01'),
    ];
    expect(told(checkMembers(located(members), new Set(['w1']), people))).toEqual([
      [3, 'p1', 'duplicate_member'],
      [4, 'p1', 'unknown_wave'],
      [5, 'p9', 'unknown_person'],
      [6, 'p2', 'empty_validity'],
    ]);
    const mandate = (
      personId: string,
      entityId: string | null,
      from: string | null = null,
      to: string | null = null,
    ) => {
      return { personId, role: 'ambassador', entity: entityId, from, to };
    };
    const mandates = [
      mandate('p1', 'lyon', null, '2026-02-01'),
      mandate('p1', 'lyon', '2026-02-01'),
      mandate('p1', 'lyon'),
      mandate('p9', null),
      mandate('p2', 'mars'),
      mandate('p2', null, '2026-02-01', '2026-02-01'),
    ];
    expect(told(checkMandates(located(mandates), people, known))).toEqual([
      [4, 'p1', 'duplicate_mandate'],
      [5, 'p9', 'unknown_person'],
      [6, 'p2', 'unknown_entity'],
      [7, 'p2', 'empty_validity'],
    ]);
  });

  it('has each group once', () => {
    const group = (groupId: string, createdAt: string | null = null, archivedAt: string | null = null) => {
      return {
        groupId,
        name: null,
        kind: null,
        creatorId: null,
        ownerIds: [],
        createdAt,
        archivedAt,
        hasDescription: null,
        open: null,
      };
    };
    const rows = [group('g1'), group('g1'), group('g2', '2026-02-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')];
    expect(told(checkGroups(located(rows)))).toEqual([
      [3, 'g1', 'duplicate_group'],
      [4, 'g2', 'empty_validity'],
    ]);
  });
});
