import { useTranslation } from 'react-i18next';
import { type suggestedKinds } from '#domain/communities/suggested-kind.js';

export const groupKinds = {
  project: 'project',
  process: 'process',
  community: 'community',
  social: 'social',
} as const satisfies Record<(typeof suggestedKinds)[number], string>;

/** Words that files use beside those that are offered. */
const wordsOfFiles = {
  ...groupKinds,
  template: 'template',
  trade: 'trade',
  field_feedback: 'fieldFeedback',
  information: 'information',
  team: 'team',
  // What an export calls everything it has, which says nothing.
  group: 'noKind',
  channel: 'channel',
} as const;

/** What a group is for, in the words of the screen; a kind that a file named otherwise stays as it is. */
export function useGroupKind(): (kind: string | null) => string {
  const { t } = useTranslation('groups');
  return (kind) => {
    if (kind === null) return t('noKind');
    return kind in wordsOfFiles ? t(wordsOfFiles[kind as keyof typeof wordsOfFiles]) : kind;
  };
}
