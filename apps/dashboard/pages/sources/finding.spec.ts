import { type Import } from '#contract/imports.js';
import { findingOf } from './finding.js';

const now = new Date('2026-11-23T08:00:00Z');
const file = (more: Partial<Import>) =>
  ({
    ...{ fileName: 'annuaire.csv', kind: 'people', state: 'done', dryRun: false, errorCode: null },
    ...{ received: 320, rejected: 0, completeThrough: null, undoneEvents: null },
    ...more,
  }) as Import;
const says = (...imports: Import[]) => findingOf({ sources: [], pulls: [], imports }, now).says;

describe('what Sources found', () => {
  it('is nothing before the first file, nor after one that was only tried', () => {
    expect(says()).toBe('nothing');
    expect(says(file({ dryRun: true }))).toBe('nothing');
  });

  it('is no activity yet where a directory is in', () => {
    expect(says(file({}))).toBe('noActivity');
  });

  it('is the file that waits, with its number to find it by', () => {
    const found = findingOf({ sources: [], pulls: [], imports: [file({ id: 7, state: 'held' }), file({})] }, now);
    expect(found).toEqual({ says: 'held', file: 'annuaire.csv', id: 7 });
  });

  it('is what closed the gate, where activity had come before', () => {
    const gate = { state: 'closed', unsaid: [{ entity: 'a', path: ['Lyon'], proposal: null }] } as never;
    const heard = [{ name: 'a', kind: 'file', lastHour: '2026-11-23T07:00:00Z' }] as never;
    const says = (...[sources]: [never] | []) =>
      findingOf({ sources: sources ?? [], pulls: [], imports: [file({ state: 'held' })] }, now, gate).says;
    expect(says(heard)).toBe('closed');
    expect(says()).toBe('held');
  });

  it('is no refused line of a file that was undone since', () => {
    expect(says(file({ state: 'undone', rejected: 12, undoneEvents: 40 }), file({}))).not.toBe('refused');
    expect(says(file({ state: 'undoing', rejected: 12 }), file({ rejected: 3 }))).toBe('refused');
    expect(
      findingOf(
        { sources: [], pulls: [], imports: [file({ state: 'undone', rejected: 12 }), file({ rejected: 3 })] },
        now,
      ),
    ).toMatchObject({ count: 3 });
  });

  it('is no waiting file where a directory was only tried', () => {
    const held = { state: 'failed', errorCode: 'snapshot_held' } as const;
    expect(says(file({ ...held, dryRun: true }), file({}))).toBe('noActivity');
    expect(says(file(held))).toBe('failed');
    expect(says(file({ dryRun: true }), file(held))).toBe('failed');
  });
});
