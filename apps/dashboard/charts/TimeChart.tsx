import { UnstyledButton } from '@mantine/core';
import { IconFlag, IconFlagOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAt, type Day, mondayOf, ordinalOf, sundayOf } from '../format/iso-week.js';
import { useFormat } from '../i18n/use-format.js';
import { LinePlot } from './drawn-later.js';
import { MarkList } from './MarkList.js';
import { numberMarks } from './number-marks.js';
import { type PlotLevel, type PlotPoint, type PlotSeries, type PlotTarget } from './plot.js';
import styles from './TimeChart.module.css';

/** One measure: `weekEnd` is the Sunday that closes it. */
export interface TimePoint {
  weekEnd: Day;
  value: number | null;
  low?: number | null;
  high?: number | null;
  n?: number | null;
  nEnds?: PlotPoint['nEnds'];
}

export interface TimeSeries extends Omit<PlotSeries, 'points'> {
  points: TimePoint[];
}

export interface TimeMark {
  day: Day;
  label: string;
}

interface TimeChartProps {
  label: string;
  series: TimeSeries[];
  valueText: (value: number) => string;
  annotations?: TimeMark[];
  /** Figures that others published. */
  levels?: readonly PlotLevel[];
  targets?: readonly PlotTarget[];
  height?: number;
  stepped?: boolean;
  domain?: [number, number | 'auto'];
}

/** Days between the first and the last point of all lines. */
function spanOf(series: readonly { points: readonly { x: number }[] }[]): number {
  const xs = series.flatMap(({ points }) => points.map(({ x }) => x));
  return xs.length === 0 ? 0 : Math.max(...xs) - Math.min(...xs);
}

/** Weeks on the calendar, each labelled by its Monday. */
export function TimeChart({ label, series, valueText, annotations = [], height = 280, ...rest }: TimeChartProps) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  const [marked, setMarked] = useState(true);
  const placed = useMemo(
    () =>
      series.map((each) => ({
        ...each,
        points: each.points.map((point) => ({ ...point, x: ordinalOf(point.weekEnd) })),
      })),
    [series],
  );
  // A mark stands on the week that holds its day, where its effect is read.
  const marks = useMemo(() => {
    const xs = placed.flatMap(({ points }) => points.map(({ x }) => x));
    const all = annotations.map(({ day, label: text }) => ({ x: ordinalOf(sundayOf(day)), label: text, day }));
    return numberMarks(all, Math.min(...xs), Math.max(...xs));
  }, [annotations, placed]);
  // Over more than a year the same day comes twice.
  const isLong = spanOf(placed) > 366;
  const Icon = marked ? IconFlagOff : IconFlag;
  return (
    <div className={styles.chart}>
      <LinePlot
        {...rest}
        label={label}
        series={placed}
        step={7}
        height={height}
        marks={marked ? marks : []}
        valueText={valueText}
        tickText={(x) => format.day(mondayOf(dayAt(x)), isLong ? 'medium' : 'short')}
        titleText={(x) => t('week', { day: format.day(mondayOf(dayAt(x))) })}
      />
      {marks.length > 0 && (
        <UnstyledButton className={styles.toggle} aria-pressed={marked} onClick={() => setMarked(!marked)}>
          <Icon size={14} stroke={1.7} aria-hidden />
          {t(marked ? 'annotationsHide' : 'annotationsShow')}
        </UnstyledButton>
      )}
      {marked && <MarkList marks={marks} />}
    </div>
  );
}
