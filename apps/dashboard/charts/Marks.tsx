import { usePlotArea, useXAxisScale } from 'recharts';
import { stack, textWidth } from './plot.js';

/** Something that happened: an opening, an action, a shock. */
export interface PlotMark {
  x: number;
  label: string;
}

const rowHeight = 18;
const rows = 3;

const rowsFor = (marks: PlotMark[]) => Math.min(rows, marks.length);

/** Room that the labels take above the plot. */
export const marksHeight = (marks: PlotMark[]) => (marks.length === 0 ? 0 : rowsFor(marks) * rowHeight + 4);

/** Vertical lines with labels in rows that never overlap; a label without room leaves its line and its title. */
export function Marks({ marks, rightSpace }: { marks: PlotMark[]; rightSpace: number }) {
  const area = usePlotArea();
  const x = useXAxisScale();
  if (!area || !x) return null;
  const inside = marks
    .map((mark) => ({ ...mark, at: x(mark.x) ?? -1 }))
    .filter(({ at }) => at >= area.x - 0.5 && at <= area.x + area.width + 0.5)
    .sort((a, b) => a.at - b.at);
  const edge = area.x + area.width + rightSpace;
  const boxes = inside.map(({ at, label }) => {
    const width = textWidth(label);
    const flipped = at + 6 + width > edge;
    return { flipped, from: flipped ? at - width - 6 : at - 2, to: flipped ? at : at + width + 12 };
  });
  const places = stack(boxes, rows);
  const drawn = inside.map((mark, i) => {
    // A name that would begin outside the picture is left to the title of its line.
    const row = (boxes[i]?.from ?? 0) < 0 ? null : (places[i] ?? null);
    const top = row === null ? area.y : area.y - (rowsFor(marks) - row) * rowHeight;
    return { ...mark, named: row !== null, top, flipped: boxes[i]?.flipped ?? false, key: `${mark.label}${mark.at}` };
  });
  // Names after all the lines, so that no line runs through one.
  return (
    <g aria-hidden="true">
      {drawn.map(({ key, at, top, label }) => (
        <path key={key} d={`M${at} ${top}V${area.y + area.height}`} stroke="var(--hairline-strong)">
          <title>{label}</title>
        </path>
      ))}
      {drawn
        .filter(({ named }) => named)
        .map(({ key, at, top, label, flipped }) => (
          <text
            key={key}
            x={flipped ? at - 6 : at + 6}
            y={top + 11}
            textAnchor={flipped ? 'end' : 'start'}
            fontSize={13}
            fill="var(--ink-faint)"
            stroke="var(--surface)"
            strokeWidth={5}
            paintOrder="stroke"
          >
            {label}
          </text>
        ))}
    </g>
  );
}
