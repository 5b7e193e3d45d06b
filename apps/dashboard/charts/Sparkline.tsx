import { sparkPath } from './spark-path.js';

interface SparklineProps {
  /** Oldest first, between 0 and 1 or any scale; null = nothing was told, and nothing is drawn. */
  values: (number | null)[];
  /** What it shows, for those who do not see it; absent when the text beside it already says so. */
  label?: string;
  width?: number;
  height?: number;
  /** Told from time to time only: each value stands until the next. */
  stepped?: boolean;
  /** Top of the scale, where several are to be compared; their own highest value without it. */
  max?: number;
}

/** The shape of the past, small enough for a row. */
export function Sparkline({ values, label, width = 96, height = 28, stepped = false, max }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  const top = (max ?? Math.max(...known, 0)) || 1;
  const x = (i: number) => 3 + (i / Math.max(1, values.length - 1)) * (width - 6);
  const y = (value: number) => height - 3 - (value / top) * (height - 6);
  const { path, alone, last } = sparkPath(values, x, y, stepped);
  return (
    <svg
      width={width}
      height={height}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path
        d={path}
        fill="none"
        stroke="var(--series-ours)"
        strokeWidth={1.75}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {alone.map(([i, value]) => (
        <circle key={i} cx={x(i)} cy={y(value)} r={1.5} fill="var(--series-ours)" />
      ))}
      {last && <circle cx={x(last[0])} cy={y(last[1])} r={2.75} fill="var(--series-ours)" />}
    </svg>
  );
}
