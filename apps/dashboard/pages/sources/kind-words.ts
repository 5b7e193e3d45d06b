import { type ImportKind } from '#contract/imports.js';

export const kindWords = {
  events: 'kindEvents',
  entities: 'kindEntities',
  people: 'kindPeople',
  waves: 'kindWaves',
  members: 'kindMembers',
  groups: 'kindGroups',
  mandates: 'kindMandates',
  mattermost: 'kindMattermost',
} as const satisfies Record<ImportKind, string>;

/** The word of a kind that came over the wire; a kind nobody knows here stays as it is. */
export const wordOfKind = (kind: string) => (kind in kindWords ? kindWords[kind as ImportKind] : null);
