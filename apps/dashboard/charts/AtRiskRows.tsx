import { usePlotArea, useXAxisScale, useXAxisTicks } from 'recharts';
import { useFormat } from '../i18n/use-format.js';
import { colourOf, type PlotSeries } from './plot.js';

const rowHeight = 18;
const top = 46;

const followed = (series: PlotSeries[]) => series.filter(({ points }) => points.some(({ n }) => n != null));

export const atRiskHeight = (series: PlotSeries[]) => top + followed(series).length * rowHeight - 16;

/** How many people still stand behind each point, under the axis. */
export function AtRiskRows({ series, title }: { series: PlotSeries[]; title: string; step: number }) {
  const area = usePlotArea();
  const x = useXAxisScale();
  const ticks = useXAxisTicks() ?? [];
  const format = useFormat();
  if (!area || !x) return null;
  const first = area.y + area.height + top;
  const gap = 52;
  let last = -Infinity;
  const shown = ticks.filter(({ coordinate }) => {
    if (coordinate - last < gap) return false;
    last = coordinate;
    return true;
  });
  return (
    <g fontSize={13}>
      <text x={area.x - 8} y={first - rowHeight + 2} textAnchor="start" fill="var(--ink-faint)" dx={-area.x + 10}>
        {title}
      </text>
      {followed(series).map((each, i) => (
        <g key={each.key} fill={colourOf(each)}>
          {shown.map(({ value, coordinate }) => {
            const point = each.points.find((candidate) => candidate.x === value);
            return (
              <text key={coordinate} x={coordinate} y={first + i * rowHeight + 2} textAnchor="middle">
                {point?.n == null ? '·' : format.number(Math.round(point.n))}
              </text>
            );
          })}
        </g>
      ))}
    </g>
  );
}
