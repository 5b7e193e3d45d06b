import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Language } from '#domain/sentences/language.js';
import { type Deck, type Slide } from './deck.js';
import { drawChart, drawFigures, drawTable, numberCharts, tableSize } from './draw.js';
import { type Page, Presentation, type TextOptions } from './presentation.js';
import { clean, heightOf, sizeFor } from './room.js';
import { face, ink, margin, soft, width } from './look.js';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };
const [findingTop, bodyEnd, footerTop] = [0.72, 6.4, 7.06];

/** The slides as PowerPoint opens them: text is text, and a chart is one, with its numbers behind it. */
export async function deckPptx(deck: Deck, language: Language): Promise<Buffer> {
  const file = new Presentation();
  file.layout = 'LAYOUT_WIDE';
  file.title = clean(deck.title);
  file.author = 'Essor';
  file.company = 'Essor';
  file.theme = { headFontFace: face, bodyFontFace: face };
  for (const [place, slide] of deck.slides.entries()) {
    const page = file.addSlide();
    const text = (written: string, options: TextOptions) =>
      page.addText(clean(written), {
        fontFace: face,
        color: ink,
        margin: 0,
        valign: 'top',
        lang: locales[language],
        ...options,
      });
    text(slide.page, { x: margin, y: 0.36, w: width, h: 0.28, fontSize: 12, color: soft });
    const size = sizeFor(slide.finding, width, 1.1, [24, 20, 18, 16, 14]);
    const high = heightOf(slide.finding, width, size);
    text(slide.finding, { x: margin, y: findingTop, w: width, h: high, fontSize: size, bold: true });
    let top = findingTop + high + 0.1;
    if (slide.beside) {
      const besideHigh = heightOf(slide.beside, width, 12);
      text(slide.beside, { x: margin, y: top, w: width, h: besideHigh, fontSize: 12, color: soft });
      top += besideHigh + 0.1;
    }
    drawBody(page, slide, top + 0.1);
    drawFoot(text, deck, slide, place);
    page.addNotes(clean(notesOf(slide)));
  }
  numberCharts(file);
  return ordered((await file.write({ outputType: 'nodebuffer', compression: true })) as Buffer);
}

const skip = /(<c:noMultiLvlLbl [^>]*>)(\s*)(<c:tickLblSkip [^>]*>)/g;

/** The writer tells an axis how many labels to pass over after what the format wants behind it, and PowerPoint asks to repair such a file. */
function ordered(file: Uint8Array): Buffer {
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]): [string, Uint8Array] =>
    /\/chart\d+\.xml$/.test(name) ? [name, strToU8(strFromU8(bytes).replaceAll(skip, '$3$2$1'))] : [name, bytes],
  );
  return Buffer.from(zipSync(Object.fromEntries(parts), { mtime: new Date(2000, 0, 1) }));
}

function drawBody(page: Page, { figures = [], chart, tables = [] }: Slide, from: number): void {
  let top = from;
  if (figures.length > 0) {
    drawFigures(page, figures, { x: margin, y: top, w: width, h: 1.5 });
    top += 1.6;
  }
  const room = { x: margin, y: top, w: width, h: bodyEnd - top };
  const [first, second] = tables;
  if (chart && first) {
    const wide = 0.34 * width;
    drawChart(page, chart, { ...room, w: wide });
    const beside = { ...room, x: margin + wide + 0.25, w: width - wide - 0.25 };
    drawTable(page, first, beside, tableSize(first, beside));
  } else if (chart) drawChart(page, chart, room);
  else if (first && second) {
    const half = { ...room, w: width / 2 - 0.2 };
    const size = Math.min(tableSize(first, half), tableSize(second, half));
    drawTable(page, first, half, size);
    drawTable(page, second, { ...half, x: margin + half.w + 0.4 }, size);
  } else if (first) drawTable(page, first, room, tableSize(first, room));
}

type WriteText = (written: string, options: TextOptions) => unknown;

function drawFoot(text: WriteText, deck: Deck, { definitions }: Slide, place: number): void {
  const words = definitions.join('  ');
  const size = sizeFor(words, width, footerTop - bodyEnd - 0.1, [9, 8, 7.5]);
  text(words, { x: margin, y: bodyEnd + 0.06, w: width, h: footerTop - bodyEnd - 0.08, fontSize: size, color: soft });
  text(deck.scope, { x: margin, y: footerTop, w: width - 1, h: 0.24, fontSize: 9, color: soft });
  const number = `${place + 1} / ${deck.slides.length}`;
  text(number, { x: margin + width - 0.9, y: footerTop, w: 0.9, h: 0.24, fontSize: 9, color: soft, align: 'right' });
}

/** Everything that the page says, whole: what found no room on it too. */
const notesOf = ({ finding, beside, tables = [], definitions }: Slide): string =>
  [
    finding,
    beside ?? '',
    ...tables.flatMap(({ title, rows }) => [title, ...rows.map((row) => `– ${row.filter(Boolean).join(' | ')}`)]),
    ...definitions,
  ]
    .filter(Boolean)
    .join('\n');
