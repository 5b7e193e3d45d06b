import { type IndicatorRow } from '#contract/indicators.js';
import { isMiddleTold } from '#domain/indicators/count-reading.js';
import { peopleEnds } from '#domain/indicators/told.js';
import { type TimePoint } from './TimeChart.js';

/** Rows of one indicator and one slice, as points of a line; what is masked is a gap. */
export const timePoints = (rows: IndicatorRow[]): TimePoint[] =>
  rows.map((row) => {
    const { periodEnd, value, low, high, n } = row;
    return { weekEnd: periodEnd, value, low, high, n, nEnds: peopleEnds(row) };
  });

/**
 * The same, where bands are read with their line: the line breaks where a share is published between ends that have no
 * middle, and its interval stays. A line through such middles would fall, or rise, with the mask alone.
 */
export const toldPoints = (rows: IndicatorRow[]): TimePoint[] =>
  timePoints(rows).map((point, at) => {
    const { numerator = null, denominator = null } = rows[at] ?? {};
    return numerator && denominator && !isMiddleTold(numerator, denominator) ? { ...point, value: null } : point;
  });

/** Published between two ends in some week. */
export const isBanded = ({ numerator }: IndicatorRow): boolean => numerator !== null && numerator.low < numerator.high;
