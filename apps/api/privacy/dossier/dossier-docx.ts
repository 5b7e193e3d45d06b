import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Block, type DossierDocument } from '#domain/dossier/dossier.js';

const locales: Partial<Record<string, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** The document as Word opens it, to be completed by hand. */
export function dossierDocx({ title, subtitle, sections }: DossierDocument, language: string): Promise<Buffer> {
  const page = new Paragraph({
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
  return Packer.toBuffer(
    new Document({
      ...{ title, creator: 'Essor', description: subtitle },
      styles: { default: { document: { run: { font: 'Calibri', size: 21, language: { value: locales[language] } } } } },
      sections: [
        {
          footers: { default: new Footer({ children: [page] }) },
          children: [
            new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
            new Paragraph({ text: subtitle, spacing: { after: 240 } }),
            ...sections.flatMap(({ heading, blocks }) => [
              new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1, spacing: { before: 240, after: 120 } }),
              ...blocks.flatMap(drawn),
            ]),
          ],
        },
      ],
    }),
  );
}

function drawn(block: Block): (Paragraph | Table)[] {
  const after = { spacing: { after: 120 } };
  if (block.type === 'text') return [new Paragraph({ text: block.text, ...after })];
  if (block.type === 'list') return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
  const row = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map(
        (text) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: isHead })] })] }),
      ),
    });
  const rows = [row(block.head, true), ...block.rows.map((texts) => row(texts, false))];
  return [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } }), new Paragraph({ text: '', ...after })];
}
