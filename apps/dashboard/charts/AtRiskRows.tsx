import { usePlotArea, useXAxisScale } from 'recharts';
import { type Format, useFormat } from '../i18n/use-format.js';
import { followedAt } from './followed-at.js';
import { colourOf, type PlotSeries, textWidth } from './plot.js';

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
            const text = followedText(followedAt(each, step), format);
            const at = Math.min(x(step) ?? 0, area.x + area.width + (named ? nameGap : 10) - textWidth(text) / 2);
            return (
              <text key={step} x={at} y={foot + firstAt + i * rowHeight} textAnchor="middle">
                {text}
              </text>
            );
          })}
        </g>
      ))}
    </g>
  );
}

function followedText(point: ReturnType<typeof followedAt>, format: Format): string {
  if (point?.n == null) return '·';
  return `${point.atMost ? '≤\u202f' : point.nEnds ? '≈\u202f' : ''}${format.number(Math.round(point.n))}`;
}
