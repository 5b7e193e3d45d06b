import { Tooltip } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './Masked.module.css';

/** « regroupé », with the reason: never an empty cell, never a zero. */
export function Masked({ reason }: { reason: string }) {
  const { t } = useTranslation('ui');
  return (
    <Tooltip label={reason} multiline maw={280}>
      <span className={styles.masked}>
        <IconUsersGroup size={14} stroke={1.7} aria-hidden />
        {t('masked')}
        <span className="essor-hidden">. {reason}</span>
      </span>
    </Tooltip>
  );
}
