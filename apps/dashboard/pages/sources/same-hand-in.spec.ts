import { plainReading } from './reading.js';
import { sameHandIn } from './same-hand-in.js';
import { type HandedIn } from './use-sources.js';

const tried: HandedIn = {
  ...{ file: new File(['a'], 'a.csv'), kind: 'events', completeThrough: '', dryRun: true, strict: false, again: false },
  ...{ snapshot: '', reading: { ...plainReading, kinds: { Jaime: 'post' } } },
};

it('tells of a trial only while the file would be handed in as it was tried', () => {
  const now = { ...tried, dryRun: false };
  expect(sameHandIn(tried, now)).toBe(true);
  expect(sameHandIn(tried, { ...now, reading: { ...tried.reading, kinds: { Jaime: 'reaction' } } })).toBe(false);
  expect(sameHandIn(tried, { ...now, reading: { ...tried.reading, zone: 'Europe/Paris' } })).toBe(false);
  expect(sameHandIn(tried, { ...now, reading: { ...tried.reading, source: 'intranet' } })).toBe(false);
  expect(sameHandIn(tried, { ...now, strict: true })).toBe(false);
  expect(sameHandIn(tried, { ...now, kind: 'people' })).toBe(false);
  expect(sameHandIn(tried, { ...now, completeThrough: '2026-11-22' })).toBe(false);
  expect(sameHandIn(tried, { ...now, file: new File(['b'], 'a.csv') })).toBe(false);
  // What was changed and changed back is what was tried.
  expect(sameHandIn(tried, { ...now, reading: { ...plainReading, kinds: { Jaime: 'post' } } })).toBe(true);
});
