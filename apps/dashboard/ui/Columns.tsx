import { type ReactNode } from 'react';
import styles from './Columns.module.css';

/** Panels side by side where the screen is wide enough; `wide` gives the first one two thirds. */
export function Columns({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <div className={styles.columns} data-wide={wide || undefined}>
      {children}
    </div>
  );
}
