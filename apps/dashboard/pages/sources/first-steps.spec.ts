import { type Import } from '#contract/imports.js';
import { type Organization } from '#contract/organization.js';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { type Source } from '#contract/sources.js';
import { firstSteps, isPlaced, isPlanned } from './first-steps.js';

const done = { state: 'done', dryRun: false, received: 10, rejected: 0 };
const file = (kind: string, over: Partial<Import> = {}) => ({ kind, ...done, ...over }) as Import;
const nothing = { sources: [], imports: [], pulls: [] };
const heard = [{ lastHour: '2026-01-05T10:00:00Z' } as Source];
const told = (over: Partial<Organization>) => ({ weeks: [], waves: [], nodes: [], ...over }) as unknown as Organization;

type Known = Parameters<typeof firstSteps>[0];
function taken(known: Known, organization?: Organization, gate: PurposeGate['state'] = 'not_needed') {
  return firstSteps(known, organization, gate).flatMap(({ step, isDone }) => (isDone ? [step] : []));
}

test('nothing is done before anything has come', () => {
  expect(taken(nothing)).toEqual([]);
});

test('the panel remembers what is there, and what still has to come', () => {
  expect(taken({ ...nothing, sources: heard }, told({}))).toEqual(['stepExport']);
  const imports = [file('people'), file('waves', { dryRun: true })];
  expect(taken({ ...nothing, sources: heard, imports }, told({}))).toEqual(['stepDirectory', 'stepExport']);
});

test('a directory and a plan that are in are missing nowhere, also before a first week is published', () => {
  const unpublished = told({});
  const both = { imports: [file('people'), file('waves')] };
  expect([isPlaced, isPlanned].map((is) => is(both, unpublished))).toEqual([true, true]);
  expect([isPlaced, isPlanned].map((is) => is(nothing, unpublished))).toEqual([false, false]);
});

test('a file that did not go in, or of which every line was refused, is no step', () => {
  const imports = [file('people', { state: 'failed' }), file('waves', { rejected: 10 })];
  expect(taken({ ...nothing, imports }, told({}))).toEqual([]);
});

test('a directory that was pushed and a plan that was declared count as well as files', () => {
  const nodes = [{ headcount: 420 }] as Organization['nodes'];
  const organization = told({ nodes, waves: [{}] as Organization['waves'], weeks: [{}] as Organization['weeks'] });
  expect(taken({ ...nothing, sources: heard }, organization)).toHaveLength(4);
});

test('the directory comes first, which names the countries', () => {
  for (const gate of ['closed', 'not_needed'] as const)
    expect(firstSteps(nothing, undefined, gate)[0]).toMatchObject({ step: 'stepDirectory' });
});

test('real people are heard before their activity comes: the step is there, and done once the gate lets their activity in', () => {
  const first = (gate: PurposeGate['state']) => firstSteps(nothing, undefined, gate)[1];
  expect(first('closed')).toEqual({ step: 'stepHeard', isDone: false, place: { page: 'privacy', anchor: 'gate' } });
  expect(first('open')).toMatchObject({ step: 'stepHeard', isDone: true });
  expect(first('overridden')).toMatchObject({ step: 'stepHeard', isDone: true });
  expect(first('not_needed')).toMatchObject({ step: 'stepExport' });
});

test('of real people somebody says that everything is in', () => {
  const awaits = told({ awaitsWord: true });
  expect(taken({ ...nothing, sources: heard }, awaits, 'open')).toEqual(['stepHeard', 'stepExport']);
  expect(taken({ ...nothing, sources: heard }, told({ awaitsWord: false }), 'open')).toContain('stepPublish');
  expect(firstSteps(nothing, awaits, 'not_needed').map(({ step }) => step)).not.toContain('stepPublish');
});
