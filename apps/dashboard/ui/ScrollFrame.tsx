import { IconArrowsHorizontal, IconArrowsVertical } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ScrollFrame.module.css';
import { useOverflow } from './use-overflow.js';

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
  const [frame, { isWider, isLonger }] = useOverflow<HTMLDivElement>(maxHeight);
  const Icon = isWider ? IconArrowsHorizontal : IconArrowsVertical;
  return (
    <>
      <div
        ref={frame}
        className={`${styles.frame} ${className}`}
        style={{ maxHeight: isLonger ? maxHeight : undefined }}
        tabIndex={isLonger || isWider ? 0 : undefined}
        role="region"
        aria-label={label}
        aria-describedby={isWider || isLonger ? hint : undefined}
        data-wider={isWider || undefined}
        data-longer={isLonger || undefined}
      >
        {children}
      </div>
      {(isWider || isLonger) && (
        <p id={hint} className={styles.hint}>
          <Icon size={14} stroke={1.6} aria-hidden />
          {[isWider && t('moreColumns'), isLonger && t('moreRows')].filter(Boolean).join(' ')}
        </p>
      )}
    </>
  );
}
