import { type StoredImport } from '#storage/import/imports.js';
import { importAnswer } from './import-answer.js';

const startedAt = new Date('2026-11-23T08:00:00Z');
const stored: StoredImport = {
  ...{ id: 1, kind: 'events', fileName: 'a.csv', state: 'running', sourceId: 1, options: {}, totalBytes: 100 },
  ...{ readBytes: 50, received: 5, accepted: 3, duplicates: 0, rejected: 2, completeThrough: null, notes: [] },
  ...{ errorCode: null, errorField: null, attempts: 1, firstDay: null, livedFrom: null, lastDay: null },
  ...{ undoneEvents: null, mayOwnEvents: true, createdAt: startedAt, startedAt, finishedAt: null },
  refusals: [{ code: 'unknown_kind', times: 2 }],
};
const answer = (over: Partial<StoredImport>) =>
  importAnswer({ ...stored, ...over }, null, new Date('2026-11-23T08:00:10Z'));

it('says how the times of the file were said to be written, for whoever words a refusal', () => {
  expect(answer({ options: { dateFormat: 'dd/MM/yyyy HH:mm' } }).dateFormat).toBe('dd/MM/yyyy HH:mm');
  expect(answer({}).dateFormat).toBeNull();
});

it('says how long a reading still takes, and nothing of it once all is read and not yet kept', () => {
  expect(answer({})).toMatchObject({ share: 0.5, secondsLeft: 10, refusals: [{ code: 'unknown_kind', times: 2 }] });
  // The directory of an archive is read twice.
  expect(answer({ readBytes: 120 })).toMatchObject({ state: 'running', share: 1, secondsLeft: null });
  expect(answer({ readBytes: 100 })).toMatchObject({ share: 1, secondsLeft: null });
});
