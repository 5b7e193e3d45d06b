import { type Page } from 'playwright-core';

export type Shown = 'fr' | 'en';

export const languageShown = (page: Page): Promise<Shown> => page.evaluate<Shown>('document.documentElement.lang');

/** As whoever reads does it: in the menu of their account. */
export async function turnTo(page: Page, language: Shown): Promise<void> {
  const before = await page.locator('main').innerText();
  await page.getByRole('button', { name: /, (compte|account), /i }).click();
  await page.locator(`[role=menuitem][lang=${language}]`).click();
  await page.waitForSelector(`html[lang=${language}]`);
  await page.keyboard.press('Escape');
  await page.waitForSelector('[role=menu]', { state: 'detached' });
  await page.waitForFunction((was) => document.querySelector('main')?.innerText !== was, before);
  await page.waitForSelector('main [aria-busy=true]', { state: 'detached' });
}
