import { type ReactNode } from 'react';
import { Logo } from './shell/Logo.js';
import styles from './PlainPage.module.css';

interface PlainPageProps {
  title: string;
  detail: string;
  children?: ReactNode;
  /** Where it may stand inside a frame, which is the main part already. */
  isFramed?: boolean;
}

/** A page with one thing to say and at most one thing to do. */
export function PlainPage({ title, detail, children, isFramed = false }: PlainPageProps) {
  const Part = isFramed ? 'div' : 'main';
  return (
    <Part className={styles.page}>
      <div className={styles.message}>
        <Logo size={40} />
        <h1>{title}</h1>
        <p>{detail}</p>
        {children && <div className={styles.gesture}>{children}</div>}
      </div>
    </Part>
  );
}
