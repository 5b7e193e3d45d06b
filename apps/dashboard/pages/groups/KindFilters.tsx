import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { suggestedKinds } from '#domain/communities/suggested-kind.js';
import { groupKinds } from '../../ui/use-group-kind.js';
import { type KindFilter } from './kind-rows.js';
import styles from './groups.module.css';

const states = { all: 'all', unsaid: 'unsaid', suggested: 'withSuggestion', byHand: 'saidByHand' } as const;

interface KindFiltersProps {
  words: string;
  filter: KindFilter;
  onWords: (words: string) => void;
  onFilter: (filter: KindFilter) => void;
}

/** Which groups are shown: by a part of their name, and by how they stand. */
export function KindFilters({ words, filter, onWords, onFilter }: KindFiltersProps) {
  const { t } = useTranslation('groups');
  const choices = [
    ...Object.entries(states).map(([value, key]) => ({ value, label: t(key) })),
    ...suggestedKinds.map((kind) => ({ value: kind, label: t(groupKinds[kind]) })),
  ];
  return (
    <div className={styles.filters}>
      <TextInput
        aria-label={t('find')}
        placeholder={t('find')}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={t('show')}
        data={choices}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value as KindFilter)}
      />
    </div>
  );
}
