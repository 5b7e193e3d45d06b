import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { withoutLevel } from '#domain/indicators/levels.js';
import { useOrganization } from '../../api/organization.js';

interface Level {
  key: string;
  levels: number[];
}

/** The organisation's own word for a level where it has one. */
export function useLevelName(): (level: Level) => string {
  const { t } = useTranslation('exemplarity');
  const { data } = useOrganization();
  const words = data?.houseWords;
  return useCallback(
    ({ key, levels }: Level): string => {
      const nameOf = (level: number): string => {
        const own = words?.[`level-${level}`];
        if (own !== undefined) return own;
        return level === 0 ? t('level0') : t('level', { n: level });
      };
      if (key === withoutLevel) return t('levelNone');
      const names = levels.map(nameOf);
      if (names.length === 0) return t('all');
      const [first = '', last = first] = [names[0], names.at(-1)];
      // A row has little room: neighbours are told by both ends.
      if (names.length <= 2) return [...new Set([first, last])].join(` ${t('and')} `);
      return t('levelsRange', { first, last });
    },
    [t, words],
  );
}
