import { useProblemWords } from '../../i18n/use-problem-words.js';
import { Taken } from '../../ui/Taken.js';
import styles from './copil.module.css';
import { type CommitteeWriting } from './use-committees.js';

/** What was taken away last, and the way back. */
export function Removed({ writing: { removed, undo, isPending, error } }: { writing: CommitteeWriting }) {
  const sayProblem = useProblemWords();
  if (!removed) return null;
  return (
    <div className={styles.removed}>
      <Taken says={removed.says} isPending={isPending} refusal={error && sayProblem(error)} onUndo={undo} />
    </div>
  );
}
