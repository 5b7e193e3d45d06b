import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Taken.module.css';

interface TakenProps {
  /** What was taken away. */
  says: string;
  isPending: boolean;
  /** Why it did not come back. */
  refusal?: ReactNode;
  onUndo: () => void;
}

/** What was taken away, and the way back. */
export function Taken({ says, isPending, refusal, onUndo }: TakenProps) {
  const { t } = useTranslation('ui');
  return (
    <div role="status" className={styles.taken}>
      <span>{says}</span>
      <Button
        size="compact-sm"
        variant="subtle"
        loading={isPending}
        leftSection={<IconArrowBackUp size={14} stroke={1.8} aria-hidden />}
        onClick={onUndo}
      >
        {t('undo')}
      </Button>
      {refusal && <span className={styles.refusal}>{refusal}</span>}
    </div>
  );
}
