import { type Process } from '../declared/facts.js';
import { monthOf, processRatio, processTimes } from './process.js';

test('a process takes half of the declared time before, or nobody knows', () => {
  expect(processRatio(108, 216)).toBe(0.5);
  expect([processRatio(null, 216), processRatio(108, null), processRatio(108, 0)]).toEqual([null, null, null]);
});

test('each process stands with both of its times, and the ratio is theirs', () => {
  const process = (key: string, beforeHours: number | null): Process => ({
    ...{ key, name: key, groupKey: `g-${key}`, tag: null, replacedOn: null, beforeHours },
    ...{ source: null, copiedFrom: null },
  });
  const groups = [{ key: 'g-cabin', resolutionHours: 108, resolved: 40 }];
  const times = processTimes([process('cabin', 216), process('engines', 48)], groups, new Map());
  expect(times).toMatchObject([
    { key: 'cabin', beforeHours: 216, afterHours: 108, ratio: 0.5 },
    { key: 'engines', beforeHours: 48, afterHours: null, ratio: null },
  ]);
});

test('a group of 20 January is in its second month from 20 February on', () => {
  expect([monthOf('2026-01-20', '2026-02-19'), monthOf('2026-01-20', '2026-02-20')]).toEqual([1, 2]);
});
