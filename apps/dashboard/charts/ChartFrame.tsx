import { useElementSize } from '@mantine/hooks';
import { type ReactNode } from 'react';
import styles from './ChartFrame.module.css';

interface ChartFrameProps {
  /** What the picture shows, for those who do not see it. */
  label: string;
  /** Kept from the first frame, so that nothing moves when the chart arrives. */
  height: number;
  caption?: ReactNode;
  children: (width: number) => ReactNode;
}

/** An accessible figure that knows its width. */
export function ChartFrame({ label, height, caption, children }: ChartFrameProps) {
  const { ref, width } = useElementSize();
  return (
    <figure className={styles.figure} aria-label={label}>
      <div ref={ref} className={styles.canvas} style={{ minHeight: height }}>
        {width > 0 && children(width)}
      </div>
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
    </figure>
  );
}
