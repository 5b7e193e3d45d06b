import { documentPdf } from './document-pdf.js';
import { pdfText } from './testing/pdf-text.js';

const told = async (title: string) => pdfText(await documentPdf({ title, subtitle: '', sections: [] }, 'fr')).join(' ');

it('reads every letter of a document, whatever was drawn before it', async () => {
  expect(await told('É É')).toContain('É É');
  // Its shape came with the one above, of which it is a part.
  expect(await told('E')).toContain('E');
});
