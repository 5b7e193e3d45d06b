/** One line of the printed table. */
export interface Line {
  work: string;
  /** What was measured, with its unit. */
  measured: string;
  /** What it is compared with in the same run; empty for an absolute limit. */
  peer: string;
  target: string;
  /** Null where there is nothing to hold it to. */
  met: boolean | null;
  note: string;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Of sorted values, the one below which a share of them lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** The straight line through points by least squares: how much the value rises for each unit of `at`. */
export function risePer(points: readonly { at: number; value: number }[]): number {
  const mean = (of: (point: { at: number; value: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [at, value] = [mean((point) => point.at), mean((point) => point.value)];
  return mean((point) => (point.at - at) * (point.value - value)) / mean((point) => (point.at - at) ** 2);
}

/** The power of the size with which a cost grows: the line through both in logarithms. */
export const exponent = (sizes: readonly number[], costs: readonly number[]): number =>
  risePer(sizes.map((size, index) => ({ at: Math.log(size), value: Math.log(costs[index] ?? Number.NaN) })));

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The median of several runs, with the extremes: on a shared machine they tell how far to believe it. */
export function spread(values: readonly number[], digits = 0): string {
  const text = (value: number) => value.toLocaleString('en', { maximumFractionDigits: digits });
  return `${text(median(values))} (${text(Math.min(...values))}–${text(Math.max(...values))}, n ${values.length})`;
}

export function print(lines: readonly Line[]): void {
  const columns = ['work', 'measured', 'peer', 'target', '', 'note'];
  const rows = lines.map(({ work, measured, peer, target, met, note }) => [
    ...[work, measured, peer, target],
    ...[met === null ? '–' : met ? 'met' : 'MISSED', note],
  ]);
  console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}
