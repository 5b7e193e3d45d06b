import { stateOfImport } from './state-of-import.js';

const done = { state: 'done', dryRun: false, accepted: 0, duplicates: 0, rejected: 0 } as const;

it.each([
  [{ accepted: 9 }, 'done', 'stateDone'],
  [{ accepted: 9, duplicates: 3 }, 'done', 'stateDone'],
  [{ accepted: 9, duplicates: 3, rejected: 1 }, 'attention', 'statePartly'],
  [{ duplicates: 9 }, 'done', 'stateKnown'],
  [{ duplicates: 9, dryRun: true }, 'done', 'stateKnown'],
  [{ duplicates: 9, rejected: 1 }, 'attention', 'stateKnownPartly'],
  [{ rejected: 9 }, 'attention', 'stateNothing'],
  [{ accepted: 9, rejected: 1, dryRun: true }, 'attention', 'stateDryPartly'],
  [{ state: 'failed', duplicates: 9 }, 'failed', 'stateFailed'],
] as const)('says of %j: %s, %s', (over, state, word) => {
  expect(stateOfImport({ ...done, ...over })).toEqual([state, word]);
});
