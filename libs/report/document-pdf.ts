import PDFDocument from 'pdfkit';
import { type Block, type DossierDocument } from '#domain/dossier/dossier.js';
import { face } from './face.js';

const margin = 64;
const ink = '#171b21';
const soft = '#48515e';
const hairline = '#cbd1d9';

/** The document as a PDF on A4, its fonts embedded. */
export async function documentPdf({ title, subtitle, sections }: DossierDocument, language: string): Promise<Buffer> {
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin, lang: language, bufferPages: true, displayTitle: true },
    info: { Title: title, Creator: 'Essor', Producer: 'Essor' },
    // None of the writer's own: ours are registered below.
    font: '',
  });
  const pieces: Buffer[] = [];
  pdf.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise((resolve) => pdf.once('end', resolve));
  pdf.registerFont('text', face('400Regular'));
  pdf.registerFont('strong', face('600SemiBold'));
  pdf.font('strong').fontSize(20).fillColor(ink).text(title);
  pdf.moveDown(0.4).font('text').fontSize(10).fillColor(soft).text(subtitle).moveDown(1);
  for (const { heading, blocks } of sections) {
    // A heading never stands alone at the foot of a page.
    if (pdf.y > pdf.page.height - margin - 90) pdf.addPage();
    pdf.moveDown(0.8).font('strong').fontSize(13).fillColor(ink).text(heading).moveDown(0.4);
    for (const block of blocks) draw(pdf, block);
  }
  number(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

function draw(pdf: PDFKit.PDFDocument, block: Block): void {
  pdf.font('text').fontSize(10).fillColor(ink);
  if (block.type === 'text') pdf.text(block.text, { lineGap: 2 }).moveDown(0.6);
  else if (block.type === 'list') pdf.list([...block.items], { bulletRadius: 1.5, lineGap: 2 }).moveDown(0.6);
  else {
    const head = block.head.map((text) => ({ text, font: { src: 'strong', size: 9 } }));
    pdf.fontSize(9);
    pdf.table({
      defaultStyle: { border: { top: 0, right: 0, bottom: 0.5, left: 0 }, borderColor: hairline, padding: 4 },
      data: [head, ...block.rows.map((row) => [...row])],
    });
    pdf.moveDown(0.8);
  }
}

/** Page n of m, in the margin. */
function number(pdf: PDFKit.PDFDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.font('text').fontSize(8).fillColor(soft);
    pdf.text(`${page + 1} / ${count}`, margin, pdf.page.height - 40, { align: 'right', lineBreak: false });
  }
}
