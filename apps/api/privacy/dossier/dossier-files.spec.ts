import { inflateSync } from 'node:zlib';
import { type DossierDocument } from '#domain/dossier/dossier.js';
import { partOf } from '../../testing/part-of-zip.js';
import { dossierDocx } from './dossier-docx.js';
import { documentPdf } from '#report/document-pdf.js';

const hostile = '<img src=x onerror=alert(1)>{ INCLUDETEXT "file:///etc/passwd" }(/JavaScript)';
const document: DossierDocument = {
  title: 'Édité à l’été : œuvre & « cœur »',
  subtitle: 'Zakładowa organizacja',
  sections: [
    {
      heading: '1. Où ?',
      blocks: [
        { type: 'text', text: 'Ça va < 5 & > 3' },
        { type: 'list', items: ['premier', 'deuxième', hostile] },
        {
          type: 'table',
          head: ['Pays', 'Né le'],
          rows: Array.from({ length: 80 }, (_, place) => [`Pays n° ${place}`, '5 janvier']),
        },
      ],
    },
  ],
};

/** Text of a part of the file, as Word would find it. */
const part = async (bytes: Buffer, name: string) => (await partOf(bytes, name)).toString('utf8');

/** What the fonts of a PDF can be read back as: the code points of its ToUnicode maps. */
function lettersOf(pdf: Buffer): Set<string> {
  const letters = new Set<string>();
  for (const found of pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    let text = found[1] ?? '';
    try {
      text = inflateSync(Buffer.from(text, 'latin1')).toString('latin1');
    } catch {
      continue;
    }
    if (!text.includes('beginbfrange') && !text.includes('beginbfchar')) continue;
    for (const [, code] of text.matchAll(/<([0-9a-fA-F]{4})>/g)) letters.add(String.fromCharCode(parseInt(code!, 16)));
  }
  return letters;
}

describe('a dossier as a file', () => {
  it('opens in Word with its headings, its table and its accents', async () => {
    const bytes = await dossierDocx(document, 'fr');
    const body = await part(bytes, 'word/document.xml');
    for (const text of [
      'Édité à l’été : œuvre &amp; « cœur »',
      'Zakładowa',
      'Ça va &lt; 5 &amp; &gt; 3',
      'deuxième',
      'Pays n° 79',
    ])
      expect(body).toContain(text);
    // A name is text: it opens nothing, loads nothing, computes nothing.
    expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(body).not.toMatch(/<img|<script|w:instrText|w:fldSimple|w:hyperlink/);
    expect(await part(bytes, 'word/_rels/document.xml.rels')).not.toContain('External');
    expect(body).toContain('Heading1');
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(await part(bytes, 'word/styles.xml')).toContain('fr-FR');
  });

  it('is a PDF over several pages whose fonts are embedded and know every letter', async () => {
    const bytes = await documentPdf(document, 'fr');
    const raw = bytes.toString('latin1');
    expect(raw.startsWith('%PDF-1.')).toBe(true);
    expect(raw.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(raw.match(/\/Type \/Page\b(?!s)/g)!.length).toBeGreaterThan(1);
    expect(raw.match(/\/FontFile2/g)!.length).toBeGreaterThanOrEqual(2);
    expect(raw).not.toContain('/BaseFont /Helvetica');
    expect(raw).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction|AA|URI|EmbeddedFile|GoToR|SubmitForm)\b/);
    const letters = lettersOf(bytes);
    for (const letter of 'Éàé’œ«»Çł') expect([letter, letters.has(letter)]).toEqual([letter, true]);
  });
});
