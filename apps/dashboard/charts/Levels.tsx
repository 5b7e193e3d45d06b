import { usePlotArea, useYAxisScale } from 'recharts';
import { type PlotLevel } from './plot.js';

export const levelDashes = '6 4 1 4';

/** Published figures beside which the lines may be read: a fine line or band across the plot, named above it. */
export function Levels({ levels }: { levels: readonly PlotLevel[] }) {
  const area = usePlotArea();
  const yOf = useYAxisScale();
  if (!area || !yOf) return null;
  const drawn = levels.flatMap((level) => {
    const [top, bottom] = [yOf(level.high), yOf(level.low)];
    return top === undefined || bottom === undefined || top < area.y - 1 ? [] : [{ ...level, top, bottom }];
  });
  return (
    <g>
      {drawn.map(({ label, top, bottom }) => (
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
              strokeDasharray={levelDashes}
            />
          ))}
        </g>
      ))}
    </g>
  );
}
