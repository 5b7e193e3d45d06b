import { useTranslation } from 'react-i18next';
import { type suggestedKinds } from '#domain/communities/suggested-kind.js';

export const kindWords = {
  project: 'project',
  process: 'process',
  community: 'community',
  social: 'social',
} as const satisfies Record<(typeof suggestedKinds)[number], string>;

/** A kind in the words of the screen; one that a file named otherwise stays as it is. */
export function useKindWord(): (kind: string | null) => string {
  const { t } = useTranslation('groups');
  return (kind) => {
    if (kind === null) return t('noKind');
    if (kind === 'template') return t('template');
    return kind in kindWords ? t(kindWords[kind as keyof typeof kindWords]) : kind;
  };
}
