import { isCorrectedLater, stateOfImport } from './state-of-import.js';

const done = {
  state: 'done',
  dryRun: false,
  everybody: false,
  accepted: 0,
  duplicates: 0,
  rejected: 0,
  errorCode: null,
} as const;

it.each([
  [{ accepted: 9 }, 'done', 'stateDone'],
  [{ accepted: 9, duplicates: 3 }, 'done', 'stateDone'],
  [{ accepted: 9, duplicates: 3, rejected: 1 }, 'attention', 'statePartly'],
  [{ duplicates: 9 }, 'done', 'stateKnown'],
  [{ duplicates: 9, dryRun: true }, 'done', 'stateKnown'],
  // Whoever is not in it has left.
  [{ duplicates: 9, everybody: true }, 'done', 'stateDone'],
  [{ duplicates: 9, rejected: 1 }, 'attention', 'stateKnownPartly'],
  [{ rejected: 9 }, 'attention', 'stateNothing'],
  [{ accepted: 9, rejected: 1, dryRun: true }, 'attention', 'stateDryPartly'],
  [{ state: 'cancelled', errorCode: 'import_cancelled', accepted: 9 }, 'attention', 'stateCancelled'],
  // Held, it was looked at and refused: nobody stopped a reading.
  [{ state: 'cancelled', errorCode: 'snapshot_refused' }, 'unknown', 'stateRefused'],
  // Nor is it in: no tick.
  [{ state: 'undone', accepted: 9 }, 'unknown', 'stateUndone'],
  [{ state: 'cancelled', errorCode: 'snapshot_expired' }, 'attention', 'stateFailed'],
  // Only tried, it failed at nothing.
  [{ state: 'failed', errorCode: 'snapshot_held', dryRun: true }, 'attention', 'stateWouldBeHeld'],
  [{ state: 'failed', errorCode: 'snapshot_held' }, 'failed', 'stateFailed'],
  [{ state: 'failed', duplicates: 9 }, 'failed', 'stateFailed'],
] as const)('says of %j: %s, %s', (over, state, word) => {
  expect(stateOfImport({ ...done, ...over })).toEqual([state, word]);
});

test('a directory that went in says that a later file corrects it, as nothing undoes it', () => {
  const people = { kind: 'people', state: 'done', dryRun: false, accepted: 320 } as const;
  expect(isCorrectedLater(people)).toBe(true);
  expect(isCorrectedLater({ ...people, kind: 'entities' })).toBe(true);
  for (const other of [{ kind: 'events' }, { state: 'failed' }, { dryRun: true }, { accepted: 0 }] as const)
    expect(isCorrectedLater({ ...people, ...other })).toBe(false);
});
