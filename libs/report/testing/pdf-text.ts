import { inflateSync } from 'node:zlib';

/** What a reader of the PDF would copy, page by page: glyphs through the maps that the file holds for that. */
export function pdfText(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const body of objects.values())
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (map !== undefined && !fonts.has(name)) fonts.set(name, lettersOf(streamOf(objects.get(map))));
    }
  return pagesOf(objects).map((stream) => textOf(stream, fonts));
}

/** Everything else that is drawn on its pages: lines, bars and colours. */
export const pdfDrawing = (pdf: Buffer): string =>
  pagesOf(objectsOf(pdf))
    .map((stream) => stream.replace(/BT[\s\S]*?ET/g, ''))
    .join('\n');

function objectsOf(pdf: Buffer): Map<string, string> {
  const found = pdf.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map([...found].map(([, id = '', body = '']) => [id, body]));
}

const pagesOf = (objects: ReadonlyMap<string, string>): string[] =>
  [...objects.values()]
    .filter((body) => /\/Type \/Page\b(?!s)/.test(body))
    .map((body) => streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? '')));

function streamOf(body = ''): string {
  const stream = /stream\n([\s\S]*?)\nendstream/.exec(body)?.[1];
  if (stream === undefined) return '';
  return body.includes('/FlateDecode') ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream;
}

/** Letters by glyph, of `<first> <last> [<letters> …]`. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = '', all = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi))
    for (const [place, [, hex = '']] of [...all.matchAll(/<([0-9a-f ]+)>/gi)].entries()) {
      const glyph = (parseInt(first, 16) + place).toString(16).padStart(4, '0');
      letters.set(glyph, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  return letters;
}

/** Lines as they are written, joined by a space: a sentence goes on from one to the next. */
function textOf(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let letters: ReadonlyMap<string, string> = new Map();
  const lines: string[] = [];
  for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    else
      lines.push(
        [...(shown ?? '').matchAll(/<([0-9a-f]+)>/gi)]
          .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
          .map((glyph) => letters.get(glyph.toLowerCase()) ?? '')
          .join(''),
      );
  }
  return lines.join(' ').replace(/ +/g, ' ');
}
