import PDFDocument from 'pdfkit';
import { face } from '../face.js';
import { type Report, type ReportPart } from '../report.js';
import { type Block, heightOf, write } from './block.js';
import { faint, page, type Style, width } from './look.js';
import { partBlocks } from './part-blocks.js';

const room = page.height - page.margin - page.foot;
const usualChart = 190;
/** A chart of one page takes what is left, within these. */
const chartOfOne = { least: 120, most: 250 };
const scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7];

/** The report on A4, drawn as paths and text, its fonts embedded. `onOne`: each board on a page of its own, type shrinking for it. */
export async function reportPdf(report: Report, { onOne = false } = {}): Promise<Buffer> {
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin: page.margin, lang: report.language, bufferPages: true, displayTitle: true },
    info: {
      ...{ Title: `${report.title} · ${report.organization}`, Creator: 'Essor', Producer: 'Essor' },
      CreationDate: new Date(report.publishedAt ?? 0),
    },
    // None of the writer's own: ours are registered below.
    font: '',
    autoFirstPage: false,
  });
  const pieces: Buffer[] = [];
  pdf.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise((resolve) => pdf.once('end', resolve));
  pdf.registerFont('text', face('400Regular'));
  pdf.registerFont('strong', face('600SemiBold'));
  for (const part of report.parts) {
    addPage(pdf);
    flow(pdf, onOne ? fitted(pdf, report, part) : partBlocks(pdf, report, part, { scale: 1, chart: usualChart }));
  }
  footers(pdf, report);
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

/** Nothing is put on a page but here: text that reaches its foot would begin another. */
function addPage(pdf: PDFKit.PDFDocument): void {
  pdf.addPage();
  pdf.page.margins.bottom = 0;
}

/** The largest type at which the board stands on one page, its chart as high as what is left. */
function fitted(pdf: PDFKit.PDFDocument, report: Report, part: ReportPart): Block[] {
  for (const scale of scales) {
    const least = partBlocks(pdf, report, part, { scale, chart: chartOfOne.least });
    const left = room - least.reduce((all, { height }) => all + height, 0);
    if (left < 0 && scale !== scales.at(-1)) continue;
    const chart = Math.min(chartOfOne.most, chartOfOne.least + Math.max(0, left));
    return partBlocks(pdf, report, part, { scale, chart });
  }
  return [];
}

/** One below the other; what finds no room begins the next page, under the head of its table. */
function flow(pdf: PDFKit.PDFDocument, blocks: readonly Block[]): void {
  let y = page.margin;
  for (const [place, block] of blocks.entries()) {
    let needed = block.height;
    for (let next = place; blocks[next]?.keeps; next++) needed += blocks[next + 1]?.height ?? 0;
    if (y + needed > page.margin + room && y > page.margin) {
      addPage(pdf);
      y = page.margin;
      block.again?.draw(y);
      y += block.again?.height ?? 0;
    }
    block.draw(y);
    y += block.height;
  }
}

const foot: Style = { font: 'text', size: 7, colour: faint };

/** Whose figures, filtered how and as of when, and page n of m, on every page. */
function footers(pdf: PDFKit.PDFDocument, { scope }: Report): void {
  const { start, count } = pdf.bufferedPageRange();
  const forScope = width - 50;
  const high = heightOf(pdf, scope, foot, forScope);
  for (let number = start; number < start + count; number++) {
    pdf.switchToPage(number);
    const y = page.height - 20 - high;
    write(pdf, scope, foot, { x: page.margin, width: forScope, y });
    write(pdf, `${number + 1} / ${count}`, foot, { x: page.margin + width - 50, width: 50, align: 'right', y });
  }
}
