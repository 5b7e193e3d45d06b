import { useReducedMotion } from '@mantine/hooks';
import { useId, useMemo } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import { acrossAxis, spaced, upAxis } from './axes.js';
import { AtRiskRows, atRiskHeight, nameGap, numberRoom } from './AtRiskRows.js';
import { EndLabels } from './EndLabels.js';
import { Levels } from './Levels.js';
import { Marks, marksHeight, type PlotMark } from './Marks.js';
import {
  colourOf,
  isAlone,
  isNamedBeside,
  isPier,
  type PlotLevel,
  type PlotRow,
  type PlotSeries,
  type PlotTarget,
  roundEnd,
  rowsOf,
  textWidth,
} from './plot.js';
import { PlotTooltip } from './PlotTooltip.js';
import { Targets } from './Targets.js';
import { ChartFrame } from './ChartFrame.js';
import { PlotKey } from './PlotKey.js';

interface LinePlotProps {
  label: string;
  series: PlotSeries[];
  /** Distance between two measures on the axis. */
  step: number;
  marks?: PlotMark[];
  levels?: readonly PlotLevel[];
  targets?: readonly PlotTarget[];
  /** Draws n under the axis, a row for each series. */
  atRisk?: string;
  height: number;
  /** Steps instead of slopes, for sets read in bands. */
  stepped?: boolean;
  valueText: (value: number) => string;
  tickText: (x: number) => string;
  titleText: (x: number) => string;
  /** Ends of the vertical axis; from zero to what is there without it. */
  domain?: [number, number | 'auto'];
  axisTitle?: string;
}

type Domain = [number, number | 'auto' | ((most: number) => number)];

/** Where the axis ends with the lines: on a round value, high enough for what others published and what is aimed at. */
function reaching([from, to]: [number, number | 'auto'], ends: readonly number[]): Domain {
  const highest = Math.max(0, ...ends);
  return to !== 'auto' ? [from, to] : [from, (most) => roundEnd(Math.max(most, highest * 1.1))];
}

const endOf = ({ low, high }: PlotTarget) => high ?? low ?? 0;

const narrowFrom = 480;
/** Lines over weeks. Draws what it is given: no fetching, no arithmetic. */
export function LinePlot(props: LinePlotProps) {
  const {
    label,
    series,
    step,
    marks = [],
    levels = [],
    targets = [],
    atRisk,
    height,
    stepped,
    valueText,
    tickText,
    titleText,
  } = props;
  const id = useId();
  const still = useReducedMotion() ?? false;
  const rows = useMemo(() => rowsOf(series, step), [series, step]);
  const shape = stepped ? 'stepAfter' : 'linear';
  const plotHeight = height + (atRisk ? atRiskHeight(series) : 0);

  return (
    <ChartFrame label={label} height={plotHeight}>
      {(width) => {
        const narrow = width < narrowFrom;
        // A single line is named by the title: it needs no room for a name.
        const hasNames = series.length > 1 || atRisk !== undefined;
        const isNamed = hasNames && !narrow && isNamedBeside(series, atRisk !== undefined);
        const right = !isNamed
          ? 12
          : Math.max(...series.map(({ name }) => textWidth(name))) + (atRisk ? nameGap + 4 : 20);
        const xs = rows.map(({ x }) => x);
        const steps = atRisk ? spaced(xs, width - right - upAxis(narrow).width, numberRoom) : xs;
        return (
          <>
            {!isNamed && series.length > 1 && <PlotKey series={series} />}
            {levels.length + targets.length > 0 && <PlotKey levels={levels} targets={targets} />}
            <ComposedChart
              width={width}
              height={plotHeight}
              data={rows}
              title={label}
              margin={{ top: 8 + marksHeight(marks), right, bottom: (atRisk ? atRiskHeight(series) : 0) + 4, left: 0 }}
            >
              <CartesianGrid vertical={false} stroke="var(--hairline)" />
              <XAxis {...acrossAxis(steps, narrow)} tickFormatter={tickText} />
              <YAxis
                {...upAxis(narrow)}
                tickFormatter={valueText}
                domain={reaching(props.domain ?? [0, 'auto'], [
                  ...levels.map(({ high }) => high),
                  ...targets.map(endOf),
                ])}
              />
              <Levels levels={levels} />
              <Targets targets={targets} />
              <Marks marks={marks} rightSpace={right} />
              {series.map((each) => (
                <Area
                  key={`${id}${each.key}`}
                  dataKey={(row: PlotRow) => row.bands[each.key]}
                  type={shape}
                  stroke="none"
                  fill={colourOf(each)}
                  fillOpacity={0.14}
                  activeDot={false}
                  tooltipType="none"
                  isAnimationActive={false}
                />
              ))}
              {series.map((each) => (
                <Line
                  key={each.key}
                  name={each.key}
                  dataKey={(row: PlotRow) => row.values[each.key]}
                  type={shape}
                  stroke={colourOf(each)}
                  strokeWidth={each.role === 'context' || each.role === 'plan' ? 1.75 : 2.5}
                  strokeDasharray={each.role === 'plan' ? '2 6' : undefined}
                  strokeLinecap="round"
                  strokeLinejoin="round"
                  dot={({ cx, cy, index }: { cx?: number; cy?: number; index?: number }) =>
                    isAlone(rows, index ?? -1, each.key) || isPier(each, rows[index ?? -1]?.x ?? NaN, step) ? (
                      <circle key={index} cx={cx} cy={cy} r={3} fill={colourOf(each)} />
                    ) : (
                      <g key={index} />
                    )
                  }
                  activeDot={{ r: 4.5, fill: colourOf(each), stroke: 'var(--surface)', strokeWidth: 2 }}
                  isAnimationActive={!still}
                  animationDuration={140}
                />
              ))}
              {isNamed && series.length > 1 && <EndLabels series={series} />}
              {atRisk && (
                <AtRiskRows steps={steps} series={series} title={atRisk} axisTitle={props.axisTitle} named={isNamed} />
              )}
              <Tooltip
                cursor={{ stroke: 'var(--hairline-strong)', strokeWidth: 1 }}
                isAnimationActive={false}
                content={({ active, label: x }) =>
                  active && typeof x === 'number' ? (
                    <PlotTooltip title={titleText(x)} x={x} series={series} valueText={valueText} />
                  ) : null
                }
              />
            </ComposedChart>
          </>
        );
      }}
    </ChartFrame>
  );
}
