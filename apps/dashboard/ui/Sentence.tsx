import { type ReactNode } from 'react';
import styles from './Sentence.module.css';

interface SentenceProps {
  /** The page's name; the sentence itself is the largest thing on the screen. */
  page: string;
  /** What can be said, or that nothing can. */
  children: ReactNode;
  /** A second, quieter sentence: how far it reaches, what would settle it. */
  detail?: ReactNode;
  /** Controls of the page, such as its reading level. */
  actions?: ReactNode;
}

/** The finding, first thing on every page. */
export function Sentence({ page, children, detail, actions }: SentenceProps) {
  return (
    <header className={styles.head}>
      <title>{`${page} · Essor`}</title>
      <div className={styles.line}>
        <h1 className={styles.page}>{page}</h1>
        {actions}
      </div>
      <p className={styles.finding}>{children}</p>
      {detail && <p className={styles.detail}>{detail}</p>}
    </header>
  );
}
