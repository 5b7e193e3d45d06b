import { waveColour } from './wave-colour.js';
import styles from './WaveSwatch.module.css';

/** A wave's name with its colour. */
export function WaveSwatch({ rank, children }: { rank: number; children: string }) {
  return (
    <span className={styles.wave}>
      <span className={styles.swatch} style={{ background: waveColour(rank) }} aria-hidden />
      {children}
    </span>
  );
}
