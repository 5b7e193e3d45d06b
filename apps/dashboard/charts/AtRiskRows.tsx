import { usePlotArea, useXAxisScale, useXAxisTicks } from 'recharts';
import { useFormat } from '../i18n/use-format.js';
import { followedAt } from './followed-at.js';
import { colourOf, type PlotSeries } from './plot.js';

const rowHeight = 18;
const titleAt = 46;
const firstAt = 66;
const axisHeight = 30;
const numberWidth = 48;

/** Names stand clear of the last number, half of which hangs over the edge. */
export const nameGap = 26;

const followed = (series: PlotSeries[]) => series.filter(({ points }) => points.some(({ n }) => n != null));

export const atRiskHeight = (series: PlotSeries[]) => firstAt + followed(series).length * rowHeight - axisHeight;

/** As many numbers as fit beside each other. */
function thinned<T extends { coordinate: number }>(ticks: T[]): T[] {
  const [first, second] = ticks;
  if (!first || !second) return ticks;
  const every = Math.max(1, Math.ceil(numberWidth / (second.coordinate - first.coordinate)));
  return ticks.filter((_, i) => i % every === 0);
}

interface AtRiskRowsProps {
  series: PlotSeries[];
  title: string;
  axisTitle?: string;
  /** Repeats the names on the right, where the lines are named too. */
  named: boolean;
}

/** How many people still stand behind each point, under the axis. */
export function AtRiskRows({ series, title, axisTitle, named }: AtRiskRowsProps) {
  const area = usePlotArea();
  const x = useXAxisScale();
  const ticks = [...(useXAxisTicks() ?? [])];
  const format = useFormat();
  if (!area || !x) return null;
  const foot = area.y + area.height;
  const shown = thinned(ticks);
  return (
    <g fontSize={13}>
      <text x={0} y={foot + titleAt} fill="var(--ink-faint)">
        {title}
      </text>
      {axisTitle && (
        <text x={area.x + area.width} y={foot + titleAt} textAnchor="end" fill="var(--ink-faint)">
          {axisTitle}
        </text>
      )}
      {followed(series).map((each, i) => (
        <g key={each.key} fill={colourOf(each)}>
          {named && (
            <text x={area.x + area.width + nameGap} y={foot + firstAt + i * rowHeight} fontWeight={600}>
              {each.name}
            </text>
          )}
          {shown.map(({ value, coordinate }) => {
            const point = followedAt(each, Number(value));
            return (
              <text key={coordinate} x={coordinate} y={foot + firstAt + i * rowHeight} textAnchor="middle">
                {point?.n == null
                  ? '·'
                  : `${point.atMost ? '≤\u202f' : point.nEnds ? '≈\u202f' : ''}${format.number(Math.round(point.n))}`}
              </text>
            );
          })}
        </g>
      ))}
    </g>
  );
}
