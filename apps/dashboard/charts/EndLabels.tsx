import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { colourOf, lastOf, type PlotSeries, spread, textWidth } from './plot.js';

const lineHeight = 17;
const beside = 10;

/** Each line is named where it ends, instead of in a legend. */
export function EndLabels({ series }: { series: PlotSeries[] }) {
  const area = usePlotArea();
  const xOf = useXAxisScale();
  const yOf = useYAxisScale();
  if (!area || !xOf || !yOf) return null;
  const edge = area.x + area.width;
  const ends = series.flatMap((each) => {
    const last = lastOf(each);
    const [x, y] = last ? [xOf(last.x), yOf(last.y)] : [];
    return x === undefined || y === undefined ? [] : [{ each, x, y, early: x < edge - beside - textWidth(each.name) }];
  });
  // Names at the right edge share one column; a line that stopped earlier is named there if its name has room.
  const column = ends.filter(({ early }) => !early);
  const placed = spread(
    column.map(({ y }) => y),
    lineHeight,
    area.y + 4,
    area.y + area.height - 4,
  );
  const labels = [
    ...ends.filter(({ early }) => early).map(({ each, x, y }) => ({ each, x: x - beside, y: y - lineHeight * 0.75 })),
    ...column.map(({ each }, i) => ({ each, x: edge, y: placed[i] ?? 0 })),
  ];
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <g aria-hidden="true">
        {labels.map(({ each, x, y }) => (
          <text
            key={each.key}
            x={x + beside}
            y={y}
            dy="0.35em"
            fontSize={13}
            fontWeight={each.role === 'ours' || each.role === 'wave' ? 600 : 450}
            fill={each.role === 'context' || each.role === 'plan' ? 'var(--ink-faint)' : colourOf(each)}
            stroke="var(--surface)"
            strokeWidth={4}
            paintOrder="stroke"
          >
            {each.name}
          </text>
        ))}
      </g>
    </ZIndexLayer>
  );
}
