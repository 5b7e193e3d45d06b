export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** NaN of nothing. */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Sample variance, n − 1 below; NaN of fewer than two. */
export function variance(values: readonly number[]): number {
  const middle = mean(values);
  return sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
}

/** Value below which a share of sorted values lies, interpolated (Hyndman & Fan type 7); 0 ≤ share ≤ 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  // Not below + 0 × …: both may be infinite.
  return below === above ? below : below + (above - below) * (at - Math.floor(at));
}
