import { type ImportReport } from '#pipeline/import/import-request.js';
import { summary } from './import-summary.js';

const failed = (errorField: string | null): ImportReport => ({
  ...{ importId: 3, state: 'failed', errorCode: 'missing_column', errorMessage: 'The file lacks it.', errorField },
  ...{ readBytes: 0, received: 0, accepted: 0, duplicates: 0, rejected: 0, skipped: 0 },
  ...{ rejects: [], completeThrough: null, notes: [], snapshot: null, held: null },
});

it('says how a file of events is read that has no ids', () => {
  expect(summary(failed('id')).at(-1)).toContain('--ids content');
  expect(summary(failed('actor')).join()).not.toContain('--ids');
});
