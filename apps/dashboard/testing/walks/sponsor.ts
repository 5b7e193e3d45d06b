import { type Browser } from 'playwright-core';
import { Walker } from './walker.js';

/** Ten seconds: the sentence, four numbers, and what is to decide; then the same page without an account. */
export async function sponsor(walker: Walker, browser: Browser, link: string): Promise<void> {
  const { page, isPhone } = walker;
  await walker.open('overview');
  await walker.see('where we are', { fr: /personnes/, en: /people/ });
  // What is read first stands without scrolling; on a phone the numbers begin there.
  const figures = page.locator('main ul').first().locator('> li');
  if ((await figures.count()) !== 4) walker.fault('where we are', `${await figures.count()} numbers`);
  const box = await figures.nth(isPhone ? 1 : 3).boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  if (!box || box.y + box.height > height) walker.fault('where we are', `numbers end at ${box && box.y + box.height}`);
  const pdf = await walker.file(() => page.locator('a[href*="summary.pdf"]').click());
  if (pdf.subarray(0, 5).toString() !== '%PDF-') walker.fault('where we are', 'no PDF');

  await walker.open('copil');
  await walker.see('what was decided', { fr: /À décider/, en: /To decide/ });

  // What is not a sponsor's is said, and does not look broken.
  await walker.open('diagnostic');
  await walker.see('a link of somebody else', { fr: /n’est pas ouverte à votre rôle/, en: /not open to your role/ });

  const guest = await Walker.of(browser, new URL(link).origin, 'sponsor-by-mail', walker.way);
  await guest.page.goto(link);
  await guest.see('the mail’s page', { fr: /PDF/, en: /PDF/ });
  const printed = await guest.file(() => guest.page.getByRole('button', { name: 'PDF' }).click());
  if (printed.subarray(0, 5).toString() !== '%PDF-') guest.fault('the mail’s page', 'no PDF');
  await guest.page.goto('about:blank');
  await guest.page.goto(`${link.slice(0, -4)}none`);
  // The server says that there is none, and so does the browser.
  await guest.page.getByRole('heading', { name: /ne s’ouvre plus|opens no more/ }).waitFor();
  guest.forgive(/404/);
  await guest.see('a link that has ended', { fr: /ne s’ouvre plus|dernier mail/, en: /opens no more|last mail/ });
  walker.faults.push(...guest.faults);
  await guest.end();
}
