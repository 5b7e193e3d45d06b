import styles from './WaveSwatch.module.css';

/** The colour of a wave by its rank: the pilot is 0 and always the same; from the fifth on, context grey. */
export const waveColour = (rank: number) =>
  rank >= 0 && rank < 4 ? `var(--wave-${rank + 1})` : 'var(--series-context)';

/** A wave's name with its colour. */
export function WaveSwatch({ rank, children }: { rank: number; children: string }) {
  return (
    <span className={styles.wave}>
      <span className={styles.swatch} style={{ background: waveColour(rank) }} aria-hidden />
      {children}
    </span>
  );
}
