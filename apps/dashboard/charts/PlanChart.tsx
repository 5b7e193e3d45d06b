import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CurvePoint } from '#contract/rollout.js';
import { useFormat } from '../i18n/use-format.js';
import { useReadingLevel } from '../ui/reading-level.js';
import { type PlotTarget } from './plot.js';
import { planSeries } from './plan-series.js';
import { TimeChart, type TimeMark, type TimePoint, type TimeSeries } from './TimeChart.js';

interface PlanChartProps {
  label: string;
  curve: CurvePoint[];
  annotations?: TimeMark[];
  targets?: readonly PlotTarget[];
  height?: number;
  /** Lines beside ours, from its points. */
  compared?: (own: TimePoint[]) => TimeSeries[];
}

/** Planned and actual activation, week by week. */
export function PlanChart({ label, curve, compared, ...rest }: PlanChartProps) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  const [level] = useReadingLevel();
  const series = useMemo(
    () => planSeries(curve, { plan: t('plan'), actual: t('actual') }, level === 'expert'),
    [curve, t, level],
  );
  return (
    <TimeChart
      {...rest}
      label={label}
      series={[...series, ...(compared?.(series.at(-1)?.points ?? []) ?? [])]}
      valueText={(value) => format.percent(value)}
      domain={[0, 1]}
    />
  );
}
