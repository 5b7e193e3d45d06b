import { type Group } from '#contract/groups.js';
import { changesTo, filterGroups, inverseOf, suggestionsOf, undecidedOf } from './kind-rows.js';

const group = (key: string, more: Partial<Group> = {}): Group => ({
  ...{ key, name: `Groupe ${key}`, kind: null, kindInFile: null, byHand: false, suggestion: null },
  ...more,
});
const groups = [
  group('a', { name: 'Projet Évry', kind: 'channel', kindInFile: 'channel', suggestion: 'project' }),
  group('b', { kind: 'social', byHand: true }),
  group('c', { kind: null, byHand: true }),
  group('d', { kind: 'trade', kindInFile: 'trade' }),
  group('e'),
];
const keys = (found: Group[]) => found.map(({ key }) => key).join('');

describe('kinds of groups', () => {
  it('are found by words without accents, and by how they stand', () => {
    expect(keys(filterGroups(groups, ' evry', 'all'))).toBe('a');
    expect(keys(filterGroups(groups, '', 'unsaid'))).toBe('ae');
    expect(keys(filterGroups(groups, '', 'suggested'))).toBe('a');
    expect(keys(filterGroups(groups, '', 'byHand'))).toBe('bc');
    expect(keys(filterGroups(groups, '', 'social'))).toBe('b');
  });

  it('change only where they differ', () => {
    expect(changesTo(groups, 'social').map(({ group: key }) => key)).toEqual(['a', 'c', 'd', 'e']);
    expect(changesTo(groups, 'as_imported').map(({ group: key }) => key)).toEqual(['b', 'c']);
    expect(suggestionsOf(groups)).toEqual([{ group: 'a', kind: 'project' }]);
  });

  it('go back to what they were, by hand or by file', () => {
    const changes = changesTo(groups, 'process');
    expect(inverseOf(groups, changes)).toEqual([
      { group: 'a', kind: 'as_imported' },
      { group: 'b', kind: 'social' },
      { group: 'c', kind: null },
      { group: 'd', kind: 'as_imported' },
      { group: 'e', kind: 'as_imported' },
    ]);
  });

  it('tell of how many nobody and no name says anything', () => {
    expect(undecidedOf(groups)).toEqual({ unsaid: 2, undecided: 1 });
  });
});
