import { clean, type Style, width } from './look.js';

/** Something of a known height that stands at `top`, from margin to margin unless it says otherwise. */
export interface Block {
  height: number;
  draw(top: number): void;
  /** Stands with the next one: never alone at the foot of a page. */
  keeps?: boolean;
  /** Drawn again at the top of the page on which it goes on: the head of a table. */
  again?: Block;
}

export interface Place {
  x: number;
  width?: number;
  align?: 'left' | 'right';
}

export function heightOf(pdf: PDFKit.PDFDocument, text: string, { font, size, gap = 0 }: Style, room = width): number {
  return pdf.font(font).fontSize(size).heightOfString(clean(text), { width: room, lineGap: gap });
}

export function write(
  pdf: PDFKit.PDFDocument,
  text: string,
  { font, size, colour, gap = 0 }: Style,
  { x, width: room = width, align = 'left', y }: Place & { y: number },
): void {
  pdf.font(font).fontSize(size).fillColor(colour);
  pdf.text(clean(text), x, y, { width: room, lineGap: gap, align });
}

/** A text in its style, with room after it. */
export function textBlock(
  pdf: PDFKit.PDFDocument,
  text: string,
  style: Style,
  { x, after = 0 }: { x: number; after?: number },
): Block {
  return { height: heightOf(pdf, text, style) + after, draw: (y) => write(pdf, text, style, { x, y }) };
}
