import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import styles from './copil.module.css';
import { type CommitteeWriting } from './use-committees.js';

/** What was taken away last, and the way back. */
export function Removed({ writing: { removed, undo, isPending, error } }: { writing: CommitteeWriting }) {
  const { t } = useTranslation('copil');
  const sayProblem = useProblemWords();
  if (!removed) return null;
  return (
    <div role="status" className={styles.removed}>
      <span>{removed.says}</span>
      <Button
        size="compact-sm"
        variant="subtle"
        loading={isPending}
        leftSection={<IconArrowBackUp size={14} stroke={1.8} aria-hidden />}
        onClick={undo}
      >
        {t('undo')}
      </Button>
      {error && <span className={styles.refusal}>{sayProblem(error)}</span>}
    </div>
  );
}
