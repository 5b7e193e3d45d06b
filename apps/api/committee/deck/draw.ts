import { type Figure } from '#report/figures.js';
import { type DeckChart, type DeckSeries, type DeckTable } from './deck.js';
import { face, hairline, ink, ours, plan, soft } from './look.js';
import { type Cell, type CellOptions, type Page, type Presentation, type TextOptions } from './presentation.js';
import { clean, rowsThatFit, shortened, sizeFor } from './room.js';

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Numbers side by side: what, how much, of how many people, what changed. */
export function drawFigures(page: Page, figures: readonly Figure[], { x, y, w, h }: Box): void {
  const each = w / figures.length;
  for (const [place, { label, value, people, change }] of figures.entries()) {
    const box = { x: x + place * each, w: each - 0.2, margin: 0, fontFace: face, valign: 'top' } as const;
    const line = (written: string, options: TextOptions) =>
      page.addText(clean(written), { ...box, color: soft, ...options });
    line(label, { y, h: 0.24, fontSize: 12 });
    const size = sizeFor(value, each - 0.2, 0.5, [26, 20, 16, 13, 11]);
    line(value, { y: y + 0.26, h: 0.5, fontSize: size, bold: true, color: ink, valign: 'middle' });
    line([people, change].filter(Boolean).join('\n'), { y: y + 0.8, h: h - 0.8, fontSize: 10 });
  }
}

const mostLabels = 8;
const colours: Record<DeckSeries['role'], string> = { ours, plan };

/** A chart of the programme's own: whoever opens it may change its numbers. */
export function drawChart(page: Page, chart: DeckChart, box: Box): void {
  const isLine = chart.kind === 'line';
  const labels = chart.categories.map((name) => clean(shortened(name, 48)));
  const series = chart.series.map(({ name, values }) => ({ name: clean(name), labels, values: gapped(values) }));
  const format = chart.unit === 'percent' ? '0%' : '+0.0;-0.0;0';
  page.addChart(isLine ? 'line' : 'bar', series, {
    ...box,
    ...{ showTitle: true, title: clean(chart.title), titleFontSize: 11, titleColor: soft, titleFontFace: face },
    altText: clean(`${chart.title}. ${chart.series.map(({ name }) => name).join(', ')}.`),
    chartColors: chart.series.map(({ role }) => colours[role]),
    ...{ showLegend: chart.series.length > 1, legendPos: 'b', legendFontSize: 10, legendFontFace: face },
    ...{ catAxisLabelFontFace: face, catAxisLabelFontSize: 10, catAxisLineShow: false, catAxisLabelColor: soft },
    ...{ valAxisLabelFontFace: face, valAxisLabelFontSize: 10, valAxisLabelColor: soft, valAxisLineShow: false },
    ...{ valAxisLabelFormatCode: format, catGridLine: { style: 'none' } },
    valGridLine: isLine ? { color: hairline, size: 0.5 } : { style: 'none' },
    ...(chart.unit === 'percent' ? { valAxisMinVal: 0, valAxisMaxVal: 1, valAxisMajorUnit: 0.25 } : {}),
    ...(isLine
      ? {
          ...{ lineDataSymbol: 'none', lineSize: 2.25, catAxisLabelRotate: 0 },
          // Every so many weeks one is named: more would be turned, or stand on one another.
          catAxisLabelFrequency: String(Math.ceil(labels.length / mostLabels)),
        }
      : {
          // Names stand at the edge, where a bar below zero does not reach them.
          ...{ barDir: 'bar', barGapWidthPct: 60, valAxisHidden: true, catAxisLabelPos: 'low' },
          // The first on top: it is known to the writer, and missing from its types.
          catAxisOrientation: 'maxMin' as 'minMax',
          ...{ showValue: true, dataLabelFormatCode: format, dataLabelFontSize: 9, dataLabelFontFace: face },
          dataLabelColor: ink,
        }),
  });
}

/** Without what is not known: the writer passes over it, and a line has a gap there. */
function gapped(values: readonly (number | null)[]): number[] {
  const known: number[] = [];
  for (const [place, value] of values.entries()) if (value !== null) known[place] = value;
  return known;
}

/** What somebody wrote may be longer than any sentence of ours: the notes of the page have it whole. */
const longest = 300;
const sizes = [14, 12, 11, 10, 9.5] as const;
/** A name stands out; a sentence in bold does not. */
const longestName = 60;

const titleHeight = 0.36;

function fittedIn({ title, head, rows, widths }: DeckTable, { w, h }: Pick<Box, 'w' | 'h'>, size: number) {
  const texts = rows.map((row) => row.map((text) => clean(shortened(text, longest))));
  const height = h - (title ? titleHeight : 0);
  return rowsThatFit(
    head,
    texts,
    widths.map((share) => share * w),
    { height, size },
  );
}

/** The largest type in which all rows of a table find room; the smallest where not all do. */
export const tableSize = (table: DeckTable, box: Pick<Box, 'w' | 'h'>): number =>
  sizes.find((size) => fittedIn(table, box, size).left === 0) ?? 9.5;

/** As many rows as find room, and how many are left out. */
export function drawTable(page: Page, table: DeckTable, { x, y, w, h }: Box, size: number): void {
  let top = y;
  const write = (text: string, options: TextOptions) =>
    page.addText(clean(text), { x, w, margin: 0, fontFace: face, valign: 'top', ...options });
  if (table.title) {
    write(table.title, { y, h: 0.3, fontSize: 13, bold: true, color: ink });
    top += titleHeight;
  }
  if (table.rows.length === 0) {
    write(table.none, { y: top, h: 0.3, fontSize: 12, color: soft });
    return;
  }
  const widths = table.widths.map((share) => share * w);
  const { shown, left } = fittedIn(table, { w, h }, size);
  const border = [{ type: 'none' }, { type: 'none' }, { type: 'solid', pt: 0.5, color: hairline }, { type: 'none' }];
  const cell = (text: string, options: CellOptions): Cell => ({
    text,
    options: {
      fontFace: face,
      fontSize: size,
      valign: 'top',
      margin: [0.03, 0.12, 0.03, 0.03],
      border,
      ...options,
    } as never,
  });
  const more = left > 0 ? [[cell(table.more(left), { color: soft, colspan: widths.length })]] : [];
  page.addTable(
    [
      table.head.map((text) => cell(text, { color: soft })),
      ...shown.map((row) =>
        row.map((text, place) =>
          cell(text, { color: ink, bold: place === 0 && widths.length > 1 && text.length <= longestName }),
        ),
      ),
      ...more,
    ],
    { x, y: top, w, colW: widths },
  );
}

interface ChartPart {
  globalId: number;
  fileName: string;
  Target: string;
}

/**
 * Charts are numbered from 1 in every file. The writer counts those of all files that were ever made, of whatever
 * organisation, and calls the parts of the file by it.
 */
export function numberCharts(file: Presentation): void {
  const { slides } = file as unknown as { slides: { _relsChart: ChartPart[] }[] };
  for (const [place, part] of slides.flatMap(({ _relsChart: parts }) => parts).entries()) {
    part.globalId = place + 1;
    part.fileName = `chart${place + 1}.xml`;
    part.Target = `/ppt/charts/chart${place + 1}.xml`;
  }
}
