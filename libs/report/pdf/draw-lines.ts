import { formatPercent } from '#domain/sentences/number-text.js';
import { type Language } from '#domain/sentences/language.js';
import { type Line, type LineChart, type LinePoint } from '../report.js';
import { heightOf, write } from './block.js';
import { contexts, faint, hairline, ink, ours, page, plan, soft, stronger, type Style, width } from './look.js';

const label: Style = { font: 'text', size: 7, colour: faint };
const margins = { left: 34, right: 78, top: 14, bottom: 16 };

/** Shares over time, their band, the plan dashed, and what happened as numbered marks. */
export function drawLines(
  pdf: PDFKit.PDFDocument,
  { lines, ticks, marks, joinedWithin }: LineChart,
  { top, height, language }: { top: number; height: number; language: Language },
): void {
  const points = lines.flatMap((line) => line.points);
  const xs = points.map(({ x }) => x);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const most = topOf(points);
  const plot = { left: page.margin + margins.left, right: page.margin + width - margins.right };
  const bottom = top + height - margins.bottom;
  const x = (at: number) => plot.left + ((at - first) / Math.max(1, last - first)) * (plot.right - plot.left);
  const y = (share: number) => bottom - (share / most) * (bottom - top - margins.top);

  for (const step of [0, 0.25, 0.5, 0.75, 1]) {
    const at = y(step * most);
    pdf.lineWidth(0.5).strokeColor(hairline).moveTo(plot.left, at).lineTo(plot.right, at).stroke();
    write(pdf, formatPercent(step * most, language), label, {
      ...{ x: page.margin, width: margins.left - 6, align: 'right', y: at - 4 },
    });
  }
  for (const tick of ticks) {
    write(pdf, tick.label, label, { x: Math.min(x(tick.x), plot.right - 10) - 2, width: 60, y: bottom + 5 });
    pdf
      .lineWidth(0.5)
      .strokeColor(stronger)
      .moveTo(x(tick.x), bottom)
      .lineTo(x(tick.x), bottom + 3)
      .stroke();
  }
  for (const [place, mark] of marks.entries()) {
    pdf.save().lineWidth(0.5).dash(1.5, { space: 2 }).strokeColor(faint);
    pdf
      .moveTo(x(mark.x), top + 9)
      .lineTo(x(mark.x), bottom)
      .stroke()
      .restore();
    write(pdf, String(place + 1), label, { x: x(mark.x) - 8, width: 16, y: top });
  }
  // Ours last, over the plan and the others.
  const inOrder = [...lines].sort((one, other) => Number(one.role === 'ours') - Number(other.role === 'ours'));
  const names: { text: string; colour: string; y: number }[] = [];
  for (const line of inOrder) {
    const colour = colourOf(line, lines);
    drawBand(pdf, line, { colour, x, y, joinedWithin });
    drawLine(pdf, line, { colour, x, y, joinedWithin });
    const end = line.points.findLast(({ value }) => value !== null);
    if (end?.value == null) continue;
    names.push({ text: `${line.name} ${line.end}`.trim(), colour, y: y(end.value) });
    if (line.role !== 'plan') pdf.circle(x(end.x), y(end.value), 2.2).fill(colour);
  }
  for (const { text, colour, y: at } of apart(names))
    write(pdf, text, { font: 'strong', size: 7.5, colour }, { x: plot.right + 6, width: margins.right - 6, y: at - 5 });
}

const colourOf = (line: Line, lines: readonly Line[]): string => {
  if (line.role === 'ours') return ours;
  if (line.role === 'plan') return plan;
  return contexts[lines.filter(({ role }) => role === 'context').indexOf(line) % contexts.length] ?? soft;
};

/** The end of the scale: a quarter of it is a round share. */
function topOf(points: readonly LinePoint[]): number {
  const most = Math.max(0, ...points.flatMap(({ value, high }) => [value ?? 0, high ?? 0]));
  return [0.04, 0.08, 0.2, 0.4, 0.6, 0.8].find((step) => most <= step) ?? 1;
}

interface Drawn {
  colour: string;
  x: (at: number) => number;
  y: (share: number) => number;
  joinedWithin: number;
}

/** Stretches without a gap. */
function stretches(points: readonly LinePoint[], within: number): (LinePoint & { value: number })[][] {
  const found: (LinePoint & { value: number })[][] = [];
  for (const point of points) {
    if (point.value === null) continue;
    const told = { ...point, value: point.value };
    const before = found.at(-1);
    if (before && told.x - before.at(-1)!.x <= within) before.push(told);
    else found.push([told]);
  }
  return found;
}

function drawLine(pdf: PDFKit.PDFDocument, { role, points }: Line, { colour, x, y, joinedWithin }: Drawn): void {
  pdf.save().lineJoin('round').lineCap('round').strokeColor(colour);
  pdf.lineWidth(role === 'plan' ? 1 : 1.8);
  if (role === 'plan') pdf.dash(4, { space: 3 });
  for (const stretch of stretches(points, joinedWithin)) {
    const [start, ...rest] = stretch;
    if (rest.length === 0) pdf.circle(x(start!.x), y(start!.value), 1.5).fill(colour);
    else {
      pdf.moveTo(x(start!.x), y(start!.value));
      for (const point of rest) pdf.lineTo(x(point.x), y(point.value));
      pdf.stroke();
    }
  }
  pdf.restore();
}

function drawBand(pdf: PDFKit.PDFDocument, { points }: Line, { colour, x, y, joinedWithin }: Drawn): void {
  for (const stretch of stretches(points, joinedWithin)) {
    const banded = stretch.filter(({ low, high }) => low != null && high != null);
    if (banded.length < 2) continue;
    pdf.save().fillOpacity(0.14).fillColor(colour);
    pdf.moveTo(x(banded[0]!.x), y(banded[0]!.high!));
    for (const point of banded) pdf.lineTo(x(point.x), y(point.high!));
    for (const point of [...banded].reverse()) pdf.lineTo(x(point.x), y(point.low!));
    pdf.fill().restore();
  }
}

/** Labels that would stand on one another are moved apart, from the top down. */
function apart<N extends { y: number; text: string }>(names: readonly N[]): N[] {
  let free = -Infinity;
  return [...names]
    .sort((one, other) => one.y - other.y)
    .map((name) => {
      const y = Math.max(name.y, free);
      free = y + (name.text.length > 15 ? 20 : 11);
      return { ...name, y };
    });
}

const key: Style = { font: 'text', size: 7.5, colour: soft };
const numberStyle: Style = { font: 'strong', size: 7.5, colour: ink };
const column = width / 2;

/** What the numbers on a chart stand for, in two columns. */
export function marksKey(pdf: PDFKit.PDFDocument, { marks }: LineChart): { height: number; draw(top: number): void } {
  const half = Math.ceil(marks.length / 2);
  const heights = marks.map((mark) => heightOf(pdf, mark.label, key, column - 24) + 1);
  const sum = (from: number, to: number) => heights.slice(from, to).reduce((all, one) => all + one, 0);
  return {
    height: marks.length === 0 ? 0 : Math.max(sum(0, half), sum(half, marks.length)) + 6,
    draw: (top) => {
      for (const [place, mark] of marks.entries()) {
        const [x, from] = place < half ? [page.margin, 0] : [page.margin + column, half];
        const y = top + sum(from, place);
        write(pdf, String(place + 1), numberStyle, { x, width: 14, y });
        write(pdf, mark.label, key, { x: x + 14, width: column - 24, y });
      }
    },
  };
}
