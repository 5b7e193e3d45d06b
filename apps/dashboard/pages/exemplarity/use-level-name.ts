import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../api/organization.js';

/** The organisation's own word for a level where it has one. */
export function useLevelName() {
  const { t } = useTranslation('exemplarity');
  const { data } = useOrganization();
  const words = data?.houseWords;
  return useCallback(
    (levels: number[]) => {
      const names = levels.map(
        (level) => words?.[`level-${level}`] ?? (level === 0 ? t('level0') : t('level', { n: level })),
      );
      if (names.length === 0) return t('all');
      if (names.length === 1) return names.join('');
      return t('levelsJoined', { names: `${names.slice(0, -1).join(', ')} ${t('and')} ${names.at(-1)}` });
    },
    [t, words],
  );
}
