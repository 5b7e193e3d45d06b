import { usePlotArea, useXAxisScale } from 'recharts';
import { useFormat } from '../i18n/use-format.js';
import { followedAt } from './followed-at.js';
import { colourOf, type PlotSeries } from './plot.js';

const rowHeight = 18;
const titleAt = 46;
const firstAt = 66;
const axisHeight = 30;
/** Room of a number with its neighbour's distance: the axis names the same steps. */
export const numberRoom = 72;

/** Names stand clear of the last number, half of which hangs over the edge. */
export const nameGap = 26;

const followed = (series: PlotSeries[]) => series.filter(({ points }) => points.some(({ n }) => n != null));

export const atRiskHeight = (series: PlotSeries[]) => firstAt + followed(series).length * rowHeight - axisHeight;

interface AtRiskRowsProps {
  /** The steps that the axis names: recharts forgets them when it mounts a chart again. */
  steps: readonly number[];
  series: PlotSeries[];
  title: string;
  axisTitle?: string;
  /** Repeats the names on the right, where the lines are named too. */
  named: boolean;
}

/** How many people still stand behind each point, under the axis. */
export function AtRiskRows({ steps, series, title, axisTitle, named }: AtRiskRowsProps) {
  const area = usePlotArea();
  const x = useXAxisScale();
  const format = useFormat();
  if (!area || !x) return null;
  const foot = area.y + area.height;
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
          {steps.map((step) => {
            const point = followedAt(each, step);
            return (
              <text key={step} x={x(step)} y={foot + firstAt + i * rowHeight} textAnchor="middle">
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
