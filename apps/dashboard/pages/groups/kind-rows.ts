import { type Group, type NewKind } from '#contract/groups.js';
import { isKindUnsaid, suggestedKinds } from '#domain/communities/suggested-kind.js';
import { plain } from '../../format/plain.js';

export interface KindChange {
  group: string;
  kind: NewKind;
}

/** `unsaid`: nobody said a kind, nor does a word that every room of a source has. `suggested`: of these, a name speaks. */
export type KindFilter = 'all' | 'unsaid' | 'suggested' | 'byHand' | (typeof suggestedKinds)[number];

export function filterGroups(groups: readonly Group[], words: string, filter: KindFilter): Group[] {
  const wanted = plain(words.trim());
  return groups.filter((group) => {
    if (wanted !== '' && !plain(group.name).includes(wanted)) return false;
    if (filter === 'all') return true;
    if (filter === 'unsaid') return isKindUnsaid(group);
    if (filter === 'suggested') return isKindUnsaid(group) && group.suggestion !== null;
    if (filter === 'byHand') return group.byHand;
    return group.kind === filter;
  });
}

/** Templates are changed by a file only. */
export const isFixed = ({ kind, kindInFile }: Group): boolean => kind === 'template' || kindInFile === 'template';

/** What each of these groups would become; those that are so already are left out. */
export const changesTo = (groups: readonly Group[], kind: NewKind): KindChange[] =>
  groups
    .filter((group) => (kind === 'as_imported' ? group.byHand : !group.byHand || group.kind !== kind))
    .map(({ key }) => ({ group: key, kind }));

/** Takes what their names speak for, of groups whose kind nobody said. */
export const suggestionsOf = (groups: readonly Group[]): KindChange[] =>
  groups
    .filter(isKindUnsaid)
    .flatMap(({ key, suggestion }) => (suggestion === null ? [] : [{ group: key, kind: suggestion }]));

/** What puts these groups back to where they are now. */
export function inverseOf(groups: readonly Group[], changes: readonly KindChange[]): KindChange[] {
  const known = new Map(groups.map((group) => [group.key, group]));
  return changes.flatMap(({ group }) => {
    const now = known.get(group);
    if (!now) return [];
    const said = now.kind === null ? null : suggestedKinds.find((kind) => kind === now.kind);
    return [{ group, kind: now.byHand && said !== undefined ? said : 'as_imported' }];
  });
}

/** Groups whose kind nobody said, and of how many of them the names say nothing either. */
export function undecidedOf(groups: readonly Group[]): { unsaid: number; undecided: number } {
  const unsaid = groups.filter(isKindUnsaid);
  return { unsaid: unsaid.length, undecided: unsaid.filter(({ suggestion }) => suggestion === null).length };
}
