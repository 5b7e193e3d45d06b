import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Wave } from '#contract/organization.js';
import { comparedWith } from '../compared.js';
import styles from './TopBar.module.css';

interface ComparePickerProps {
  waves: readonly Wave[];
  /** Whether the page puts anything beside the plan. */
  hasPlan: boolean;
  compare: string[] | undefined;
  onCompare: (compare: string[] | undefined) => void;
}

/** What the figures of the page are put beside. */
export function ComparePicker({ waves, hasPlan, compare, onCompare }: ComparePickerProps) {
  const { t } = useTranslation('compare');
  const choices = [
    { value: 'previous', label: t('previous') },
    ...(hasPlan ? [{ value: 'plan', label: t('plan') }] : []),
    ...waves.map(({ key, name }) => ({ value: `wave:${key}`, label: name })),
  ];
  return (
    <Select
      className={styles.compare}
      aria-label={t('compareWith')}
      size="xs"
      clearable
      placeholder={t('compareWith')}
      data={choices}
      value={comparedWith(compare) ? (compare?.[0] ?? null) : null}
      onChange={(value) => onCompare(value === null ? undefined : [value])}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
    />
  );
}
