import { IconInbox } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  title: string;
  /** What is missing. */
  children?: ReactNode;
  /** The button that fixes it. */
  action?: ReactNode;
  icon?: ReactNode;
}

/** Nothing yet: what is missing, and the gesture that brings it. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>{icon ?? <IconInbox size={24} stroke={1.5} aria-hidden />}</span>
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.detail}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
