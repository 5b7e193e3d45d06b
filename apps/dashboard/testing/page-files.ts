import { type Page } from 'playwright-core';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { pdfText } from '#report/testing/pdf-text.js';

const shortDay = /\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec)\w*(?:\s\d{4})?/g;

/** Numbers of an English text, without signs of thousands; days are left out. */
const numbersIn = (text: string): string[] =>
  [...text.replaceAll(shortDay, '').matchAll(/\d[\d,]*(?:\.\d+)?\s?%?/g)].map(([number]) =>
    number.replaceAll(/[,\s]/g, ''),
  );

/** Numbers of the figures of a page in English that its PDF does not hold; null where it offers none. */
export async function missingOnPaper(page: Page): Promise<string[] | null> {
  const link = page.locator('main header a[href*=".pdf"]');
  if ((await link.count()) === 0) return null;
  const address = new URL((await link.first().getAttribute('href')) ?? '', page.url());
  const answer = await page.request.get(address.href);
  const paper = new Set(numbersIn(pdfText(await answer.body()).join(' ')));
  const figures = await page.evaluate<string[]>(
    `[...document.querySelectorAll('main button[class*=_figure]')].filter((one) => !one.closest('section')).map((one) => one.innerText)`,
  );
  return figures.flatMap((figure) =>
    numbersIn(figure)
      .filter((number) => !paper.has(number))
      .map((number) => `${number} of ${figure.replaceAll('\n', ' | ')}`),
  );
}

/** A workbook as a reader saves it: its first sheet as text, the numbers of all others in order of size. */
export interface SavedWorkbook {
  first: string;
  numbers: number[];
}

/** Null where the page offers none. */
export async function savedWorkbook(page: Page): Promise<SavedWorkbook | null> {
  const button = page.getByRole('button', { name: /^XLSX/ });
  if ((await button.count()) === 0) return null;
  const [saved] = await Promise.all([page.waitForEvent('download'), button.first().click()]);
  const [first, ...sheets] = await readWorkbook(await saved.path());
  const cells = sheets.flatMap(({ data }) => data.slice(1).flat());
  return {
    first: (first?.data ?? []).flat().join(' '),
    numbers: numbersAmong(cells.map(String)),
  };
}

/** The numbers of the panels of a page, as their CSV has them. */
export const numbersOfPanels = (files: readonly string[]): number[] =>
  numbersAmong(files.flatMap((file) => parse(file, { bom: true, relaxColumnCount: true, fromLine: 2 }).flat()));

const numbersAmong = (cells: readonly string[]): number[] =>
  cells
    .filter((cell) => /^-?\d+(\.\d+)?$/.test(cell))
    .map(Number)
    .sort((one, other) => one - other);
