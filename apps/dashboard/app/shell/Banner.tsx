import { IconAlertTriangle, IconFlask, IconHourglass } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { usePageNote } from '../../ui/page-sheets.js';
import styles from './Banner.module.css';

/** A fact about the whole screen, above everything else. Amber only when somebody should act on it. */
export function Banner({
  title,
  children,
  attention = false,
  waiting = false,
  action,
}: {
  title: string;
  children?: string;
  attention?: boolean;
  waiting?: boolean;
  /** What to do about it; stays where the details give way. */
  action?: ReactNode;
}) {
  usePageNote([title, children].filter(Boolean).join(/[.!?]$/.test(title) ? ' ' : '. '));
  const Icon = attention ? IconAlertTriangle : waiting ? IconHourglass : IconFlask;
  return (
    <aside className={styles.banner} data-attention={attention || undefined} aria-label={title}>
      <Icon size={16} stroke={1.7} aria-hidden />
      <span>
        <strong>{title}</strong>
        {children && <span className={styles.detail}> {children}</span>}
      </span>
      {action && <span className={styles.action}>{action}</span>}
    </aside>
  );
}
