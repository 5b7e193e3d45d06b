import { DefaultZIndexes, usePlotArea, useYAxisScale, ZIndexLayer } from 'recharts';
import { type PlotLevel, spread } from './plot.js';

const lineHeight = 16;

/** Published figures beside which the lines may be read: a fine line or band across the plot, named at its left. */
export function Levels({ levels }: { levels: readonly PlotLevel[] }) {
  const area = usePlotArea();
  const yOf = useYAxisScale();
  if (!area || !yOf) return null;
  const drawn = levels.flatMap((level) => {
    const [top, bottom] = [yOf(level.high), yOf(level.low)];
    return top === undefined || bottom === undefined || top < area.y - 1 ? [] : [{ ...level, top, bottom }];
  });
  const names = spread(
    drawn.map(({ top }) => top - lineHeight / 2),
    lineHeight,
    area.y + lineHeight / 2,
    area.y + area.height - lineHeight / 2,
  );
  return (
    <g>
      {drawn.map(({ label, reason, top, bottom }, place) => (
        <g key={label}>
          <rect
            x={area.x}
            y={top}
            width={area.width}
            height={bottom - top}
            fill="var(--ink-faint)"
            fillOpacity={0.08}
          />
          {[...new Set([top, bottom])].map((y) => (
            <path
              key={y}
              d={`M${area.x} ${y}H${area.x + area.width}`}
              stroke="var(--ink-faint)"
              strokeDasharray="6 4 1 4"
            />
          ))}
          {/* Above the lines, so that they do not strike it out. */}
          <ZIndexLayer zIndex={DefaultZIndexes.label}>
            <text
              x={area.x + 8}
              y={names[place]}
              dy="0.32em"
              fontSize={12}
              fill="var(--ink-faint)"
              stroke="var(--surface)"
              strokeWidth={4}
              paintOrder="stroke"
            >
              {label}
              <title>{reason}</title>
            </text>
          </ZIndexLayer>
        </g>
      ))}
    </g>
  );
}
