import { usePlotArea, useYAxisScale } from 'recharts';
import { colourOf, type PlotSeries, spread } from './plot.js';

const gap = 17;

/** Each line is named where it ends, instead of in a legend. */
export function EndLabels({ series }: { series: PlotSeries[] }) {
  const area = usePlotArea();
  const y = useYAxisScale();
  if (!area || !y) return null;
  const ends = series.flatMap((each) => {
    const last = each.points.filter((point) => point.value !== null).at(-1);
    const at = last ? y(last.value) : undefined;
    return at === undefined ? [] : [{ each, at }];
  });
  const placed = spread(
    ends.map(({ at }) => at),
    gap,
    area.y + 4,
    area.y + area.height - 4,
  );
  return (
    <g aria-hidden="true">
      {ends.map(({ each }, i) => (
        <text
          key={each.key}
          x={area.x + area.width + 10}
          y={placed[i]}
          dy="0.35em"
          fontSize={13}
          fontWeight={each.role === 'ours' || each.role === 'wave' ? 600 : 450}
          fill={each.role === 'context' || each.role === 'plan' ? 'var(--ink-faint)' : colourOf(each)}
        >
          {each.name}
        </text>
      ))}
    </g>
  );
}
