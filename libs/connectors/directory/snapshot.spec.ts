import { type PersonRow } from '../csv/rows.js';
import { rowsOfSnapshot, SnapshotHeld, unnamedOf } from './snapshot.js';

const person = (personId: string, entity: string): PersonRow => ({
  ...{ personId, entity, managerId: null, level: null, validFrom: null, validTo: null, aliases: [], name: null },
  ...{ site: null, trade: null, bot: false },
});
const file = (...people: [string, string][]) =>
  people.map(([key, entity], index) => ({ line: index + 2, row: person(key, entity) }));
const known = (...people: [string, string][]) =>
  new Map(people.map(([key, entity]) => [key, { entity, bot: key === 'robot' }]));
const day = '2026-03-02';
const ten = Array.from({ length: 10 }, (_, index): [string, string] => [`p${index}`, 'lyon']);

test('everybody is where the file says from its day on, and who is not in it has left', () => {
  const found = rowsOfSnapshot(file(...ten.slice(1), ['new', 'paris']), known(...ten), new Set(), {
    ...{ day, approved: false },
  });
  expect(found.changes).toEqual({ joined: 1, left: 1, moved: 0 });
  expect(found.rows.every(({ row }) => row.validFrom === day && row.validTo === null)).toBe(true);
  expect(found.rows.at(-1)).toMatchObject({ line: 0, row: { personId: 'p0', entity: null } });
});

test('a line that could not be read sends nobody away', () => {
  const found = rowsOfSnapshot(file(...ten.slice(1)), known(...ten), new Set(['p0']), { day, approved: false });
  expect(found.changes.left).toBe(0);
});

test('a file of a part is told how many it leaves as they are, robots and refused lines aside', () => {
  const all = known(...ten, ['robot', 'lyon']);
  expect(unnamedOf(all, file(...ten.slice(3), ['new', 'paris']), new Set(['p0']))).toBe(2);
  expect(unnamedOf(all, file(...ten), new Set())).toBe(0);
  expect(unnamedOf(new Map(), file(...ten), new Set())).toBe(0);
});

test.each([
  ['half of an export', file(...ten.slice(5)), new Set<string | null>()],
  ['a reorganisation', file(...ten.map(([key]): [string, string] => [key, 'paris'])), new Set<string | null>()],
  ['a line whose person nobody can tell', file(...ten.slice(1)), new Set<string | null>([null])],
])('%s waits until somebody approves it', (_what, rows, refused) => {
  const take = (approved: boolean) => rowsOfSnapshot(rows, known(...ten), refused, { day, approved });
  expect(() => take(false)).toThrow(
    expect.objectContaining({ name: 'UnreadableFileError', code: 'snapshot_held' }) as Error,
  );
  expect(take(true).rows.length).toBeGreaterThan(0);
});

test('what is held is told in counts, entity by entity, and goes in as far as somebody looked', () => {
  const rows = file(...ten.slice(4), ['p0', 'paris'], ['p1', 'paris'], ['p2', 'paris'], ['new', 'paris']);
  const take = (approved: boolean | { left: number; moved: number }) =>
    rowsOfSnapshot(rows, known(...ten), new Set(), { day, approved, nameOf: (key) => `Group > ${key}` });
  const held = {
    ...{ day, known: 10, joined: 1, left: 1, moved: 3, hasUnreadable: false },
    places: [
      { place: 'Group > lyon', known: 10, joined: 0, left: 1, arrived: 0, departed: 3 },
      { place: 'Group > paris', known: 0, joined: 1, left: 0, arrived: 3, departed: 0 },
    ],
  };
  expect(() => take(false)).toThrow(expect.objectContaining({ held: { ...held, correctsFirst: false } }) as Error);
  const correct = () => rowsOfSnapshot(rows, known(...ten), new Set(), { day, approved: false, isFromStart: true });
  // Said before somebody approves it: what it says then holds for all weeks before, too.
  expect(correct).toThrow(
    expect.objectContaining({ held: expect.objectContaining({ correctsFirst: true }) as object }) as Error,
  );
  expect(take({ left: 1, moved: 3 }).changes).toEqual({ joined: 1, left: 1, moved: 3 });
  expect(() => take({ left: 1, moved: 2 })).toThrow(SnapshotHeld);
});

test('the first one of all is never held, and a service account that goes stays one', () => {
  expect(rowsOfSnapshot(file(...ten), known(), new Set(), { day, approved: false }).changes.joined).toBe(10);
  const found = rowsOfSnapshot(file(...ten), known(...ten, ['robot', 'lyon']), new Set(), { day, approved: true });
  expect(found.rows.at(-1)?.row).toMatchObject({ personId: 'robot', bot: true });
});
