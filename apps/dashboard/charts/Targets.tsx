import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { type PlotTarget } from './plot.js';

export const targetDashes = '8 4';

/** What the lines are to reach: dashed to the day by which, with a mark on it where it lies in the picture. */
export function Targets({ targets }: { targets: readonly PlotTarget[] }) {
  const area = usePlotArea();
  const xOf = useXAxisScale();
  const yOf = useYAxisScale();
  if (!area || !xOf || !yOf) return null;
  const edge = area.x + area.width;
  const drawn = targets.flatMap((target) => {
    const ends = [target.low, target.high].flatMap((end) => (end === null ? [] : [yOf(end)]));
    const ys = ends.filter((y): y is number => y !== undefined && y >= area.y - 1);
    if (ys.length < ends.length) return [];
    const day = xOf(target.x) ?? edge;
    return day < area.x ? [] : [{ ...target, ys, at: Math.min(day, edge), isInside: day <= edge }];
  });
  return (
    <g>
      {drawn.map(({ label, ys, at, isInside }) => (
        <g key={label}>
          {ys.length === 2 && (
            <rect
              {...{ x: area.x, y: Math.min(...ys), width: at - area.x, height: Math.abs(ys[0]! - ys[1]!) }}
              fill="var(--good)"
              fillOpacity={0.1}
            />
          )}
          {ys.map((y) => (
            <path
              key={y}
              d={`M${area.x} ${y}H${at}`}
              stroke="var(--good)"
              strokeWidth={1.5}
              strokeDasharray={targetDashes}
            />
          ))}
          {isInside && ys.map((y) => <path key={y} d={`M${at} ${y - 6}l6 6l-6 6l-6 -6z`} fill="var(--good)" />)}
        </g>
      ))}
    </g>
  );
}
