import { IconArrowsHorizontal } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ScrollFrame.module.css';
import { useSideways } from './use-sideways.js';

interface ScrollFrameProps {
  label: string;
  maxHeight?: number;
  className?: string;
  children: ReactNode;
}

/** Holds a table that may be larger than its room: says so, by a shadow and in words, and scrolls by keyboard too. */
export function ScrollFrame({ label, maxHeight, className = '', children }: ScrollFrameProps) {
  const { t } = useTranslation('ui');
  const hint = useId();
  const [frame, isWider] = useSideways<HTMLDivElement>();
  return (
    <>
      <div
        ref={frame}
        className={`${styles.frame} ${className}`}
        style={{ maxHeight }}
        tabIndex={maxHeight || isWider ? 0 : undefined}
        role="region"
        aria-label={label}
        aria-describedby={isWider ? hint : undefined}
        data-wider={isWider || undefined}
      >
        {children}
      </div>
      {isWider && (
        <p id={hint} className={styles.hint}>
          <IconArrowsHorizontal size={14} stroke={1.6} aria-hidden />
          {t('moreColumns')}
        </p>
      )}
    </>
  );
}
