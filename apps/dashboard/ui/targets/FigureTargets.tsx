import { Button } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Target } from '#contract/targets.js';
import { useRights } from '../../api/rights.js';
import { useSay } from '../../i18n/use-say.js';
import { Status } from '../Status.js';
import { stateIcons, useGoalWords } from './target-words.js';
import styles from './targets.module.css';

/** Under a number: what it is to be, and whether it is. */
export function TargetLine({ target }: { target: Target | undefined }) {
  const { t } = useTranslation('targets');
  const { goal } = useGoalWords();
  if (!target) return null;
  return (
    <span className={styles.line}>
      {t('drawn', { goal: goal(target) })} <Status state={stateIcons[target.state]}>{t(target.state)}</Status>
    </span>
  );
}

interface TargetSentencesProps {
  targets: readonly Target[];
  /** Opens the form: of one that there is, or of a new one. */
  onSet: (target: Target | null) => void;
}

/** In the panel of a number: each target in a sentence, and the way to set one. */
export function TargetSentences({ targets, onSet }: TargetSentencesProps) {
  const { t } = useTranslation('targets');
  const say = useSay();
  const { declaresFacts } = useRights();
  return (
    <>
      {targets.map((target) => (
        <p key={`${target.dueOn}`} className={styles.sentence}>
          {say(target.sentence)}{' '}
          {declaresFacts && (
            <Button size="compact-xs" variant="subtle" onClick={() => onSet(target)}>
              {t('change')}
            </Button>
          )}
        </p>
      ))}
      {declaresFacts && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconTarget size={15} stroke={1.7} aria-hidden />}
          onClick={() => onSet(null)}
        >
          {t('set')}
        </Button>
      )}
    </>
  );
}
