import { type Figure } from '../figures.js';
import {
  type BarChart,
  type LineChart,
  type Report,
  type ReportList,
  type ReportPart,
  type ReportTable,
} from '../report.js';
import { type Block, heightOf, textBlock, write } from './block.js';
import { barBlocks } from './draw-bars.js';
import { drawLines, marksKey } from './draw-lines.js';
import { faint, hairline, ink, ours, page, soft, stronger, type Style, width } from './look.js';

export interface Sizes {
  /** Of type, against the usual. */
  scale: number;
  chart: number;
}

const x = page.margin;
const column = (count: number) => width / count;

/** All of one board from top to bottom, each piece with its height. */
export function partBlocks(pdf: PDFKit.PDFDocument, report: Report, part: ReportPart, sizes: Sizes): Block[] {
  const { scale } = sizes;
  const small: Style = { font: 'text', size: 7 * Math.max(0.86, scale), colour: faint, gap: 1 };
  const finding: Style = { font: 'strong', size: 16 * scale, colour: ink, gap: 2 };
  const beside: Style = { font: 'text', size: 10 * scale, colour: soft, gap: 1.5 };
  const name: Style = { font: 'strong', size: 9, colour: ours };
  return [
    textBlock(pdf, `${part.page} · ${report.organization}`, name, { x, after: 5 }),
    textBlock(pdf, part.finding, finding, { x, after: part.beside ? 5 : 12 }),
    ...(part.beside ? [textBlock(pdf, part.beside, beside, { x, after: 12 })] : []),
    ...(part.figures.length > 0 ? [figuresBlock(pdf, part.figures, scale)] : []),
    ...part.charts.flatMap((chart) => chartBlocks(pdf, report, chart, sizes)),
    ...part.lists.flatMap((list) => listBlocks(pdf, list, scale)),
    ...part.tables.flatMap((table) => tableBlocks(pdf, table)),
    ...(part.definitions.length > 0 ? [{ ...title(pdf, report.definitions, 8), keeps: true }] : []),
    ...part.definitions.map((text) => textBlock(pdf, text, small, { x, after: 2 })),
  ];
}

const title = (pdf: PDFKit.PDFDocument, text: string, size = 10): Block => {
  const block = textBlock(pdf, text, { font: 'strong', size, colour: ink }, { x, after: 5 });
  return { keeps: true, height: block.height + 8, draw: (top) => block.draw(top + 8) };
};

function figuresBlock(pdf: PDFKit.PDFDocument, figures: readonly Figure[], scale: number): Block {
  const room = column(figures.length) - 12;
  const lines = (figure: Figure): [string, Style][] => [
    [figure.label, { font: 'text', size: 8.5 * scale, colour: soft }],
    [figure.value, { font: 'strong', size: (figure.value.length > 14 ? 12 : 18) * scale, colour: ink }],
    [figure.people, { font: 'text', size: 8 * scale, colour: ink }],
    [figure.change, { font: 'text', size: 7.5 * scale, colour: soft }],
  ];
  const heights = (figure: Figure) =>
    lines(figure).map(([text, style]) => (text ? heightOf(pdf, text, style, room) + 3 : 0));
  // Values stand in one line, however long the names above them are.
  const rows = [0, 1, 2, 3].map((row) => Math.max(...figures.map((figure) => heights(figure)[row]!)));
  return {
    height: rows.reduce((all, one) => all + one, 0) + 16,
    draw: (top) => {
      pdf
        .lineWidth(0.5)
        .strokeColor(stronger)
        .moveTo(x, top)
        .lineTo(x + width, top)
        .stroke();
      for (const [place, figure] of figures.entries()) {
        let y = top + 7;
        for (const [row, [text, style]] of lines(figure).entries()) {
          if (text) write(pdf, text, style, { x: x + place * column(figures.length), width: room, y });
          y += rows[row]!;
        }
      }
    },
  };
}

function chartBlocks(
  pdf: PDFKit.PDFDocument,
  { language }: Report,
  chart: LineChart | BarChart,
  sizes: Sizes,
): Block[] {
  const head = title(pdf, chart.title);
  if (chart.kind === 'bars') return [head, ...barBlocks(pdf, chart)];
  return [
    head,
    { height: sizes.chart, draw: (top) => drawLines(pdf, chart, { top, height: sizes.chart - 4, language }) },
    marksKey(pdf, chart),
  ];
}

function listBlocks(pdf: PDFKit.PDFDocument, { title: name, items, none }: ReportList, scale: number): Block[] {
  const style: Style = { font: 'text', size: 9 * scale, colour: ink, gap: 1 };
  if (items.length === 0) return [title(pdf, name), textBlock(pdf, none, { ...style, colour: soft }, { x, after: 4 })];
  return [
    title(pdf, name),
    ...items.map((item, place): Block => {
      const room = width - 16;
      return {
        height: heightOf(pdf, item, style, room) + 4,
        draw: (y) => {
          write(pdf, `${place + 1}`, { ...style, font: 'strong', colour: ours }, { x, width: 14, y });
          write(pdf, item, style, { x: x + 16, width: room, y });
        },
      };
    }),
  ];
}

const cell: Style = { font: 'text', size: 8, colour: ink, gap: 0.5 };
const headCell: Style = { font: 'strong', size: 7.5, colour: soft };

const indent = 7;

function tableBlocks(pdf: PDFKit.PDFDocument, table: ReportTable): Block[] {
  const { title: name, head, widths, rows, depths = [], none } = table;
  const heading = name ? [title(pdf, name)] : [];
  if (rows.length === 0) return [...heading, textBlock(pdf, none, { ...cell, colour: soft }, { x, after: 6 })];
  const areNumbers = head.map((_, at) => at > 0 && rows.every((cells) => /^[\d\s.,–]+$/.test(cells[at] ?? '')));
  const row = (cells: readonly string[], style: Style, line: string, depth = 0): Block => {
    const inset = (place: number) => (place === 0 ? depth * indent : 0);
    const roomOf = (place: number) => (widths[place] ?? 0) * width - 8 - inset(place);
    const height = Math.max(...cells.map((text, place) => heightOf(pdf, text, style, roomOf(place)))) + 7;
    return {
      height,
      draw: (top) => {
        let left = x;
        for (const [place, text] of cells.entries()) {
          write(pdf, text, style, {
            ...{ x: left + inset(place), width: roomOf(place), y: top + 3 },
            // One below the other, by their last digit.
            ...(areNumbers[place] ? { align: 'right', width: roomOf(place) - 4 } : {}),
          });
          left += (widths[place] ?? 0) * width;
        }
        pdf
          .lineWidth(0.5)
          .strokeColor(line)
          .moveTo(x, top + height)
          .lineTo(x + width, top + height)
          .stroke();
      },
    };
  };
  const top = { ...row(head, headCell, stronger), keeps: true };
  return [...heading, top, ...rows.map((cells, at) => ({ ...row(cells, cell, hairline, depths[at]), again: top }))];
}
