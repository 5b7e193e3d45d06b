import { type ReactNode } from 'react';
import { Logo } from './shell/Logo.js';
import styles from './PlainPage.module.css';

/** A page with one thing to say and at most one thing to do. */
export function PlainPage({ title, detail, children }: { title: string; detail: string; children?: ReactNode }) {
  return (
    <div className={styles.page}>
      <div className={styles.message}>
        <Logo size={40} />
        <h1>{title}</h1>
        <p>{detail}</p>
        {children && <div className={styles.gesture}>{children}</div>}
      </div>
    </div>
  );
}
