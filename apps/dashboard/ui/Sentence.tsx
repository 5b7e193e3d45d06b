import { type ReactNode, useRef } from 'react';
import { PdfButton, type PrintedBoard } from './PdfButton.js';
import styles from './Sentence.module.css';
import { XlsxButton } from './XlsxButton.js';

interface SentenceProps {
  /** The page's name; the sentence itself is the largest thing on the screen. */
  page: string;
  /** What can be said, or that nothing can. */
  children: ReactNode;
  /** A second, quieter sentence: how far it reaches, what would settle it. */
  detail?: ReactNode;
  /** What prints it on the server, where there is such. */
  pdf?: PrintedBoard;
  /** Controls of the page, such as its reading level. */
  actions?: ReactNode;
}

/** The finding, first thing on every page. */
export function Sentence({ page, children, detail, pdf, actions }: SentenceProps) {
  const says = useRef<HTMLParagraphElement>(null);
  const reach = useRef<HTMLParagraphElement>(null);
  return (
    <header className={styles.head}>
      <title>{`${page} · Essor`}</title>
      <div className={styles.line}>
        <h1 className={styles.page}>{page}</h1>
        <div className={styles.actions}>
          <XlsxButton page={page} says={says} reach={reach} />
          {pdf && <PdfButton page={page} {...pdf} />}
          {actions}
        </div>
      </div>
      <p ref={says} className={styles.finding}>
        {children}
      </p>
      {detail && (
        <p ref={reach} className={styles.detail}>
          {detail}
        </p>
      )}
    </header>
  );
}
