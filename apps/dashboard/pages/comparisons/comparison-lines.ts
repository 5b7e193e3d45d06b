import { type ComparisonSeries } from '#contract/comparison.js';
import { isMiddleTold } from '#domain/indicators/count-reading.js';
import { peopleEnds } from '#domain/indicators/told.js';
import { type PlotSeries } from '../../charts/plot.js';
import { type TimeSeries } from '../../charts/TimeChart.js';
import { waveColour } from '../../ui/wave-colour.js';

// Small places publish their windows every four weeks.
const cadence = 4;

const coloured = 4;

/** The first ones keep their wave's colour, or take ours and ink where it has none; those beside are grey. */
function lineOf({ side, name, position }: ComparisonSeries, rank: number, most: number): Omit<PlotSeries, 'points'> {
  if (rank >= most) return { key: side, name, role: 'context' };
  const colour =
    position >= 0 && position < coloured ? waveColour(position) : rank === 0 ? 'var(--ink-soft)' : 'var(--series-ours)';
  return { key: side, name, role: 'wave', colour };
}

type Point = ComparisonSeries['points'][number];

/** No line runs through ends that have no middle: it would rise and fall with the mask alone. Its band stays. */
const middleOf = ({ value, numerator, denominator }: Point): number | null =>
  numerator && denominator && !isMiddleTold(numerator, denominator) ? null : value;

/** Some of it is told between two ends only, and drawn as its band. */
export const isBandOnly = ({ points }: ComparisonSeries): boolean => points.some((point) => middleOf(point) === null);

/** The band of a point, drawn and exported: as the test between sites counts its people, where there is one. */
export const endsOf = ({ low, high, betweenSites }: Point) => betweenSites ?? { low, high };

const sides = 2;

/** Points by weeks since launch; so many of them, the first ones, with their bands. */
export const alignedLines = (series: ComparisonSeries[], most = sides): PlotSeries[] =>
  series.map((each, rank) => ({
    ...lineOf(each, rank, most),
    bridge: cadence,
    points: each.points.map((point) => {
      const { week, n } = point;
      const value = middleOf(point);
      return rank >= most ? { x: week, value } : { x: week, value, ...endsOf(point), n, nEnds: peopleEnds(point) };
    }),
  }));

/** Points by weeks of the calendar. */
export const calendarLines = (series: ComparisonSeries[]): TimeSeries[] =>
  series.map((each, rank) => ({
    ...lineOf(each, rank, sides),
    bridge: cadence * 7,
    points: each.points.map((point) => {
      const { weekEnd, n } = point;
      const value = middleOf(point);
      return rank >= sides ? { weekEnd, value } : { weekEnd, value, ...endsOf(point), n, nEnds: peopleEnds(point) };
    }),
  }));

/** One row per week or Sunday, with the value and the people of every line there. */
export interface ComparisonRow {
  at: string;
  week: number;
  bySide: Map<string, ComparisonSeries['points'][number]>;
}

/** The same facts as rows, in order. */
export function comparisonRows(series: ComparisonSeries[], align: 'launch' | 'calendar'): ComparisonRow[] {
  const rows = new Map<string, ComparisonRow>();
  for (const { side, points } of series) {
    for (const point of points) {
      const at = align === 'launch' ? String(point.week) : point.weekEnd;
      const row = rows.get(at) ?? { at, week: point.week, bySide: new Map() };
      row.bySide.set(side, point);
      rows.set(at, row);
    }
  }
  return [...rows.values()].sort((a, b) => (align === 'launch' ? a.week - b.week : a.at.localeCompare(b.at)));
}

// Tops of a vertical axis that four steps divide into round percentages.
const tops = [0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8, 1];

/** From zero to the first round top above everything drawn. */
export function shareDomain(series: ComparisonSeries[]): [number, number] {
  const highest = Math.max(
    0,
    ...series.flatMap(({ points }) => points.map((point) => endsOf(point).high ?? point.value ?? 0)),
  );
  return [0, tops.find((top) => top >= highest) ?? 1];
}

/** True where a line is measured only every few weeks. */
export const isSparse = ({ points }: ComparisonSeries) =>
  points.some(({ week }, i) => i > 0 && week - (points[i - 1]?.week ?? week) > 1);
