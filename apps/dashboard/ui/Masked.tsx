import { Tooltip } from '@mantine/core';
import { IconPlugConnectedX, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './Masked.module.css';

interface MaskedProps {
  reason: string;
  /** No source tells it: not hidden, but not measurable. */
  unmeasurable?: boolean;
  /** The reason stands in full beside it. */
  isTold?: boolean;
}

/** « regroupé » or « non mesurable », with the reason: never an empty cell, never a zero. */
export function Masked({ reason, unmeasurable = false, isTold = false }: MaskedProps) {
  const { t } = useTranslation('ui');
  const Icon = unmeasurable ? IconPlugConnectedX : IconUsersGroup;
  return (
    <Tooltip label={reason} multiline maw={280} disabled={isTold}>
      <span className={styles.masked}>
        <Icon size={14} stroke={1.7} aria-hidden />
        {t(unmeasurable ? 'unmeasurable' : 'masked')}
        {!isTold && <span className="essor-hidden">. {reason}</span>}
      </span>
    </Tooltip>
  );
}
