import { type BarChart } from '../report.js';
import { type Block, heightOf, write } from './block.js';
import { faint, ink, ours, page, soft, type Style, sunken, width } from './look.js';

const name: Style = { font: 'text', size: 8, colour: ink };
const value: Style = { font: 'strong', size: 8, colour: ink };
const legend: Style = { font: 'text', size: 7, colour: faint };
const at = { bar: page.margin + width * 0.34, width: width * 0.46, value: page.margin + width * 0.82 };

/** Shares from zero to all, each beside its name; what was asked for, or what others do, is a tick. */
export function barBlocks(pdf: PDFKit.PDFDocument, { bars, names }: BarChart): Block[] {
  const rows = bars.map((bar): Block => {
    const height = Math.max(13, heightOf(pdf, bar.label, name, width * 0.32), heightOf(pdf, bar.text, value, 90)) + 3;
    return {
      height,
      draw: (top) => {
        const middle = top + (height - 3) / 2;
        write(pdf, bar.label, name, { x: page.margin, width: width * 0.32, y: top + 1.5 });
        pdf.rect(at.bar, middle - 4, at.width, 8).fill(sunken);
        pdf.rect(at.bar, middle - 4, at.width * Math.min(1, bar.value), 8).fill(ours);
        if (bar.low != null && bar.high != null && bar.high > bar.low) {
          const [from, to] = [bar.low, bar.high].map((end) => at.bar + at.width * Math.min(1, end));
          pdf.lineWidth(1).strokeColor(ink).moveTo(from!, middle).lineTo(to!, middle).stroke();
        }
        if (bar.mark !== null) {
          const x = at.bar + at.width * Math.min(1, bar.mark);
          pdf
            .lineWidth(1.6)
            .strokeColor(ink)
            .moveTo(x, middle - 6)
            .lineTo(x, middle + 6)
            .stroke();
        }
        write(pdf, bar.text, value, { x: at.value, width: width * 0.18, y: top + 1.5 });
      },
    };
  });
  const key: Block = {
    height: 16,
    draw: (top) => {
      pdf.rect(at.bar, top + 3, 14, 6).fill(ours);
      write(pdf, names.bar, legend, { x: at.bar + 18, width: 90, y: top + 2 });
      if (!bars.some(({ mark }) => mark !== null)) return;
      const x = at.bar + 18 + pdf.widthOfString(names.bar) + 22;
      pdf
        .lineWidth(1.6)
        .strokeColor(ink)
        .moveTo(x, top + 1)
        .lineTo(x, top + 11)
        .stroke();
      write(pdf, names.mark, { ...legend, colour: soft }, { x: x + 6, width: 130, y: top + 2 });
    },
  };
  return [...rows, key];
}
