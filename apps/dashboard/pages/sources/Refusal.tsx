import { useProblemWords } from '../../i18n/use-problem-words.js';
import styles from './sources.module.css';

/** Why a gesture did not work, in words; nothing without an error. */
export function Refusal({ error }: { error: Error | null }) {
  const say = useProblemWords();
  if (!error) return null;
  return (
    <p role="alert" className={styles.refusal}>
      {say(error)}
    </p>
  );
}
