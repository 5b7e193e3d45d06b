import { Area, CartesianGrid, ComposedChart, DefaultZIndexes, Tooltip, XAxis, YAxis, ZIndexLayer } from 'recharts';
import { type Day, dayAt, mondayOf, ordinalOf, sundayOf } from '../format/iso-week.js';
import { useFormat } from '../i18n/use-format.js';
import { acrossAxis, upAxis } from './axes.js';
import { ChartFrame } from './ChartFrame.js';
import { MarkList } from './MarkList.js';
import { Marks, marksHeight } from './Marks.js';
import { numberMarks } from './number-marks.js';
import { PlotKey } from './PlotKey.js';
import { type PlotSeries, spread, textWidth } from './plot.js';
import { PlotTooltip } from './PlotTooltip.js';
import { middles } from './stacked.js';
import { type TimeMark } from './TimeChart.js';

export interface Layer {
  key: string;
  name: string;
  colour: string;
}

export interface SharesWeek {
  weekEnd: Day;
  /** Of each layer; together they are one. */
  shares: Record<string, number>;
}

const narrowFrom = 560;
const quarters = [0, 0.25, 0.5, 0.75, 1];
/** Parts of a whole over weeks, the first layer at the bottom, each named where it ends. */
export function StackedShares({
  label,
  layers,
  weeks,
  annotations = [],
  height = 300,
}: {
  label: string;
  layers: readonly Layer[];
  weeks: readonly SharesWeek[];
  annotations?: readonly TimeMark[];
  height?: number;
}) {
  const format = useFormat();
  const rows = weeks.map(({ weekEnd, shares }) => ({ x: ordinalOf(weekEnd), shares }));
  const series = layers.map(({ key, name, colour }): PlotSeries => ({
    ...{ key, name, colour, role: 'wave' },
    points: rows.map(({ x, shares }) => ({ x, value: shares[key] ?? null })),
  }));
  const last = rows.at(-1);
  const marks = numberMarks(
    annotations.map(({ day, label: text }) => ({ x: ordinalOf(sundayOf(day)), label: text, day })),
    rows[0]?.x ?? 0,
    last?.x ?? 0,
  );
  const top = 8 + marksHeight(marks);
  return (
    <>
      <ChartFrame label={label} height={height}>
        {(width) => {
          const narrow = width < narrowFrom;
          const names = layers.map(({ key, name }) => `${name} ${last ? format.percent(last.shares[key] ?? 0) : ''}`);
          const right = narrow ? 12 : Math.max(...names.map(textWidth)) + 24;
          return (
            <>
              {narrow && <PlotKey series={[...series].reverse()} />}
              <ComposedChart
                width={width}
                height={height}
                data={rows}
                title={label}
                margin={{ top, right, bottom: 4, left: 0 }}
              >
                <CartesianGrid vertical={false} stroke="var(--hairline)" />
                <XAxis
                  {...acrossAxis(
                    rows.map(({ x }) => x),
                    narrow,
                  )}
                  tickFormatter={(x: number) => format.day(mondayOf(dayAt(x)), 'short')}
                />
                <YAxis
                  {...upAxis(narrow)}
                  ticks={quarters}
                  tickFormatter={(share: number) => format.percent(share)}
                  domain={[0, 1]}
                />
                {layers.map(({ key, colour }) => (
                  <Area
                    key={key}
                    name={key}
                    stackId="whole"
                    dataKey={(row: (typeof rows)[number]) => row.shares[key]}
                    type="linear"
                    stroke="var(--surface)"
                    strokeWidth={1.5}
                    fill={colour}
                    fillOpacity={1}
                    activeDot={false}
                    isAnimationActive={false}
                  />
                ))}
                <ZIndexLayer zIndex={DefaultZIndexes.label}>
                  <Marks marks={marks} rightSpace={right} />
                </ZIndexLayer>
                {!narrow && last && <Names {...{ layers, names, width, height, right, top }} shares={last.shares} />}
                <Tooltip
                  cursor={{ stroke: 'var(--ink)', strokeWidth: 1 }}
                  isAnimationActive={false}
                  content={({ active, label: x }) =>
                    active && typeof x === 'number' ? (
                      <PlotTooltip
                        title={format.week(dayAt(x))}
                        x={x}
                        series={[...series].reverse()}
                        valueText={(value) => format.percent(value)}
                      />
                    ) : null
                  }
                />
              </ComposedChart>
            </>
          );
        }}
      </ChartFrame>
      <MarkList marks={marks} />
    </>
  );
}

const axisHeight = 34;

interface NamesProps {
  layers: readonly Layer[];
  names: readonly string[];
  shares: Record<string, number>;
  width: number;
  height: number;
  right: number;
  top: number;
}

/** What each layer is, beside where it ends. */
function Names({ layers, names, shares, width, height, right, top }: NamesProps) {
  const room = height - top - axisHeight;
  const middle = middles(layers.map(({ key }) => shares[key] ?? 0)).map((share) => top + room * (1 - share));
  const placed = spread(middle, 18, top + 6, top + room - 4);
  return (
    <g aria-hidden="true">
      {layers.map(({ key, colour }, place) => (
        <g key={key} transform={`translate(${width - right + 8} ${placed[place] ?? 0})`}>
          <rect y={-5} width={10} height={10} rx={2} fill={colour} stroke="var(--hairline-strong)" />
          <text x={16} dy="0.35em" fontSize={13} fill="var(--ink-soft)">
            {names[place]}
          </text>
        </g>
      ))}
    </g>
  );
}
