import { type Interval } from '#domain/statistics/interval.js';

/** One point of a line; null values are gaps and stay gaps. */
export interface PlotPoint {
  x: number;
  value: number | null;
  low?: number | null;
  high?: number | null;
  /** People behind the point. */
  n?: number | null;
  /** Between which ends they are published, where these are not one. */
  nEnds?: Interval | null;
  /** There may be fewer of them. */
  atMost?: boolean;
}

/** `ours` is drawn strong, `context` grey, `plan` dashed; a wave brings its own colour. */
export interface PlotSeries {
  key: string;
  name: string;
  role: 'ours' | 'context' | 'plan' | 'wave';
  colour?: string;
  /** Longest way between two measures that is no gap: small places publish every four weeks. */
  bridge?: number;
  points: PlotPoint[];
}

/** A figure that others published, as a line or a band across the plot. */
export interface PlotLevel {
  low: number;
  high: number;
  label: string;
  /** Why it may stand there. */
  reason: string;
}

/** What the lines are to reach, up to a day: a line, or a band between both ends. */
export interface PlotTarget {
  /** Null = no such end. */
  low: number | null;
  high: number | null;
  /** The day by which. */
  x: number;
  label: string;
}

export interface PlotRow {
  x: number;
  values: Record<string, number | null>;
  bands: Record<string, [number, number] | null>;
}

export const colourOf = ({ role, colour }: PlotSeries) =>
  colour ?? (role === 'ours' ? 'var(--series-ours)' : 'var(--series-context)');

/** One row per step from first to last, so that a step nobody measured breaks the line instead of being bridged. */
export function rowsOf(series: PlotSeries[], step: number): PlotRow[] {
  const xs = series.flatMap(({ points }) => points.map(({ x }) => x));
  if (xs.length === 0) return [];
  const first = Math.min(...xs);
  const count = Math.round((Math.max(...xs) - first) / step) + 1;
  const byKey = series.map(({ key, points }) => [key, new Map(points.map((point) => [point.x, point]))] as const);
  const rows = Array.from({ length: count }, (_, i) => {
    const row: PlotRow = { x: first + i * step, values: {}, bands: {} };
    for (const [key, points] of byKey) {
      const point = points.get(row.x);
      row.values[key] = point?.value ?? null;
      const [low, high] = [point?.low ?? null, point?.high ?? null];
      // What is published between two ends without a middle has its interval, and no line.
      row.bands[key] = low === null || high === null ? null : [low, high];
    }
    return row;
  });
  for (const { key, bridge } of series) if (bridge) bridgeOver(rows, key, bridge);
  return rows;
}

const between = (from: number, to: number, part: number) => from + (to - from) * part;

/** Lays a straight line, and its band, over steps without a measure, where the measures beside them are near enough. */
function bridgeOver(rows: PlotRow[], key: string, longest: number): void {
  // A band without a middle ends the line: it is no step that nobody measured.
  const line = ({ values, bands }: PlotRow) => values[key] ?? (bands[key] ? 'none' : null);
  bridge(rows, longest, line, between, ({ values }, value) => (values[key] = value));
  bridge(
    rows,
    longest,
    ({ bands }): [number, number] | null => bands[key] ?? null,
    (from, to, part): [number, number] => [between(from[0], to[0], part), between(from[1], to[1], part)],
    ({ bands }, band) => (bands[key] = band),
  );
}

function bridge<T>(
  rows: PlotRow[],
  longest: number,
  read: (row: PlotRow) => T | 'none' | null,
  along: (from: T, to: T, part: number) => T,
  lay: (row: PlotRow, value: T) => void,
): void {
  let last: { x: number; value: T } | undefined;
  let skipped: PlotRow[] = [];
  for (const row of rows) {
    const value = read(row);
    if (value === null) {
      skipped.push(row);
      continue;
    }
    if (last && value !== 'none' && row.x - last.x <= longest)
      for (const step of skipped) lay(step, along(last.value, value, (step.x - last.x) / (row.x - last.x)));
    [last, skipped] = [value === 'none' ? undefined : { x: row.x, value }, []];
  }
}

/** True where a bridged line was measured beside steps where it was not: only a dot can tell them apart. */
export function isPier({ bridge, points }: PlotSeries, x: number, step: number): boolean {
  if (!bridge) return false;
  const measured = (at: number) => points.some((point) => point.x === at && point.value !== null);
  return measured(x) && !(measured(x - step) && measured(x + step)) && !(measured(x - step) && isLast(points, x));
}

const isLast = (points: PlotPoint[], x: number) => points.every((point) => point.value === null || point.x <= x);

/** Where a line ends and may be named; where only its band goes on, the middle of that. Null where nothing is drawn. */
export function lastOf({ points }: Pick<PlotSeries, 'points'>): { x: number; y: number } | null {
  const last = points.findLast(({ value, low, high }) => value !== null || (low != null && high != null));
  return last ? { x: last.x, y: last.value ?? ((last.low ?? 0) + (last.high ?? 0)) / 2 } : null;
}

/** Room for a name beside the plot. */
export const nameWidth = 170;

/**
 * Whether lines may be named beside the plot: every name has room there and, unless lines are of different lengths by
 * nature, each goes on to the edge. A name in the middle would stand on the line of another.
 */
export function isNamedBeside(series: readonly PlotSeries[], mayEndEarly: boolean): boolean {
  const ends = new Set(series.flatMap((each) => lastOf(each)?.x ?? []));
  return series.every(({ name }) => textWidth(name) <= nameWidth) && (mayEndEarly || ends.size <= 1);
}

/** The smallest end of an axis from zero, at least `most`, whose four steps are round: 0.375 becomes 0.4. */
export function roundEnd(most: number): number {
  if (!(most > 0)) return 1;
  const unit = 10 ** Math.floor(Math.log10(most / 4));
  const step = [1, 2, 2.5, 5, 10].find((times) => times * unit * 4 >= most - 1e-9) ?? 10;
  return step * unit * 4;
}

/** True for a point without a neighbour: a line would not show it. */
export const isAlone = (rows: PlotRow[], index: number, key: string) =>
  rows[index]?.values[key] != null && rows[index - 1]?.values[key] == null && rows[index + 1]?.values[key] == null;

/** Moves labels apart to `gap`, keeping their order and staying between the bounds as long as they fit. */
export function spread(positions: number[], gap: number, top: number, bottom: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  let floor = top;
  for (const i of order) {
    placed[i] = Math.max(placed[i] ?? 0, floor);
    floor = (placed[i] ?? 0) + gap;
  }
  let ceiling = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i] ?? 0, ceiling);
    ceiling = (placed[i] ?? 0) - gap;
  }
  return placed;
}

/** Gives each label the first row where it does not touch the one before; null where no row has room. */
export function stack(labels: { from: number; to: number }[], rows: number): (number | null)[] {
  const ends = Array.from({ length: rows }, () => -Infinity);
  return labels.map(({ from, to }) => {
    const row = ends.findIndex((end) => from > end);
    if (row < 0) return null;
    ends[row] = to;
    return row;
  });
}

/** As much of a name as there is room for. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  return `${text.slice(0, Math.max(1, Math.floor(width / 7.1) - 1)).trimEnd()}…`;
}

/** The words in lines of that width, as far as words let them be. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Wide enough for the text at 13 px, without measuring it. */
export const textWidth = (text: string) => text.length * 7.1;
