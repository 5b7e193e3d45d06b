import { useTranslation } from 'react-i18next';
import {
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceArea,
  ReferenceLine,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormat } from '../i18n/use-format.js';
import { ChartFrame } from './ChartFrame.js';
import styles from './PlotTooltip.module.css';

interface FunnelPoint {
  place: string;
  name: string;
  size: number;
  /** Null where only the ends of what is published are told: drawn as a line between them. */
  value: number | null;
  published: Limits;
  standing: 'above' | 'below' | 'within';
  isMarked: boolean;
}
interface Limits {
  low: number;
  high: number;
}

interface FunnelPlotChartProps {
  label: string;
  entities: FunnelPoint[];
  limits: { size: number; warn: Limits; alarm: Limits }[];
  /** The rate of all; its ends where it has no middle to tell. */
  target: number | Limits;
  height: number;
}

const tick = { fill: 'var(--ink-faint)', fontSize: 13 };
const shapes = { above: 'triangle', below: 'diamond', within: 'circle' } as const;
const colours = { above: 'var(--series-ours)', below: 'var(--attention)', within: 'var(--ink-faint)' } as const;

/** Rate against size, with the limits within which size alone explains a rate. Shape and colour say the same. */
export function FunnelPlotChart({ label, entities, limits, target, height }: FunnelPlotChartProps) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  const curves = limits.map(({ size, warn, alarm }) => ({
    ...{ size, warnLow: warn.low, warnHigh: warn.high, alarmLow: alarm.low, alarmHigh: alarm.high },
  }));
  // The limits of the smallest may run out of the picture; no entity does.
  const ends = typeof target === 'number' ? { low: target, high: target } : target;
  const highest = Math.max(ends.high * 2, ...entities.map(({ value, published }) => value ?? published.high));
  const top = tops.find((one) => one >= highest) ?? 1;
  const line = (key: string, dash: string) => (
    <Line
      key={key}
      data={curves}
      dataKey={key}
      type="monotone"
      stroke="var(--hairline-strong)"
      strokeDasharray={dash}
      dot={false}
      activeDot={false}
      isAnimationActive={false}
      tooltipType="none"
    />
  );
  return (
    <ChartFrame label={label} height={height}>
      {(width) => (
        <ComposedChart width={width} height={height} title={label} margin={{ top: 8, right: 26, bottom: 24, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis
            dataKey="size"
            type="number"
            scale="log"
            domain={['dataMin', 'dataMax']}
            ticks={roundSizes(limits.map(({ size }) => size))}
            tickFormatter={(size: number) => format.number(size)}
            tick={tick}
            tickLine={false}
            tickMargin={8}
            axisLine={{ stroke: 'var(--hairline-strong)' }}
            label={{ value: t('peopleOfEntity'), position: 'insideBottom', offset: -16, ...tick }}
          />
          <YAxis
            domain={[0, top]}
            tickCount={5}
            allowDataOverflow
            tickFormatter={(share: number) => format.percent(share)}
            width={52}
            tick={tick}
            tickLine={false}
            axisLine={false}
          />
          {[line('warnLow', '4 4'), line('warnHigh', '4 4'), line('alarmLow', ''), line('alarmHigh', '')]}
          {typeof target === 'number' ? (
            <ReferenceLine y={target} stroke="var(--ink-soft)" />
          ) : (
            <ReferenceArea y1={target.low} y2={target.high} fill="var(--ink-soft)" fillOpacity={0.14} />
          )}
          {(['within', 'below', 'above'] as const).map((standing) => (
            <Scatter
              key={standing}
              data={entities.filter((each) => each.standing === standing && each.value !== null)}
              dataKey="value"
              shape={shapes[standing]}
              fill={colours[standing]}
              fillOpacity={standing === 'within' ? 0.55 : 1}
              isAnimationActive={false}
            />
          ))}
          {(['within', 'below', 'above'] as const).map((standing) => (
            <Scatter
              key={`range ${standing}`}
              data={entities.filter((each) => each.standing === standing && each.value === null).map(rangeOf)}
              dataKey="middle"
              shape={nothing}
              isAnimationActive={false}
            >
              <ErrorBar
                dataKey="reach"
                direction="y"
                width={3}
                stroke={colours[standing]}
                strokeOpacity={standing === 'within' ? 0.55 : 1}
                isAnimationActive={false}
              />
            </Scatter>
          ))}
          <Tooltip
            cursor={false}
            content={({ payload }) => <EntityTooltip entity={payload[0]?.payload as FunnelPoint} />}
          />
        </ComposedChart>
      )}
    </ChartFrame>
  );
}

function EntityTooltip({ entity }: { entity: FunnelPoint | undefined }) {
  const format = useFormat();
  const { t } = useTranslation('charts');
  if (!entity?.name) return null;
  return (
    <div className={styles.tooltip}>
      <h4>{entity.name}</h4>
      <p>
        {entity.value === null
          ? t('fromTo', { low: format.percent(entity.published.low), high: format.percent(entity.published.high) })
          : format.percent(entity.value)}{' '}
        · n = {format.number(Math.round(entity.size))} · {t(`standing_${entity.standing}`)}
      </p>
    </div>
  );
}

/** No mark in the middle: nobody's figure. */
const nothing = () => <g />;

const rangeOf = (entity: FunnelPoint) => ({
  ...entity,
  middle: (entity.published.low + entity.published.high) / 2,
  reach: (entity.published.high - entity.published.low) / 2,
});

// Tops of a vertical axis that four steps divide into round percentages.
const tops = [0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8, 1];

const steps = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];

/** Round sizes between the smallest and the largest entity. */
function roundSizes(sizes: readonly number[]): number[] {
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  return steps.filter((step) => step >= low && step <= high);
}
