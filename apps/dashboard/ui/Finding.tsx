import { Skeleton } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PanelQuery } from './Panel.js';
import styles from './Finding.module.css';

/** What a page can say, while its figures come and when they do not. */
export function Finding<T>({ query, children }: { query: PanelQuery<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation('ui');
  if (query.data !== undefined) return children(query.data);
  if (query.error) return t('errorTitle');
  return (
    <span className={styles.waiting} aria-busy="true">
      <span className="essor-hidden">{t('loading')}</span>
      <Skeleton component="span" height="0.8em" width="100%" />
      <Skeleton component="span" height="0.8em" width="62%" />
    </span>
  );
}

/** Figures before they are known, in their own size. */
export function FigureSkeleton() {
  return (
    <div className={styles.figure}>
      <Skeleton height={14} width="55%" />
      <Skeleton height={34} width="45%" />
      <Skeleton height={12} width="70%" />
    </div>
  );
}
