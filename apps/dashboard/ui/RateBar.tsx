import { type ReactNode } from 'react';
import { type Measured } from '#contract/published.js';
import styles from './RateBar.module.css';
import { waveColour } from './wave-colour.js';

interface RateBarProps {
  measured: Measured;
  /** What was expected, as a share. */
  mark?: number | null;
  /** Place of its wave in the order of colours; ours without it. */
  rank?: number;
  children: ReactNode;
}

/** A share in a row: bar from zero, its words beside it. */
export function RateBar({ measured: { value, shown }, mark, rank, children }: RateBarProps) {
  const colour = rank === undefined ? 'var(--series-ours)' : waveColour(rank);
  return (
    <span className={styles.rate}>
      <span className={styles.track} aria-hidden>
        {shown === 'value' && value !== null && (
          <span className={styles.bar} style={{ width: `${Math.min(1, value) * 100}%`, background: colour }} />
        )}
        {mark != null && mark > 0 && <span className={styles.mark} style={{ left: `${Math.min(1, mark) * 100}%` }} />}
      </span>
      <span className={styles.words}>{children}</span>
    </span>
  );
}
