import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { inBrowser, launchBrowser, patience } from './browser.js';
import { languageShown, type Shown, turnTo } from './language-shown.js';
import { missingOnPaper, numbersOfPanels, savedWorkbook } from './page-files.js';
import { panelFiles } from './panel-files.js';
import { type RunningEssor, startEssor } from './running-essor.js';
import { ToldNumbers } from './told-numbers.js';

const pages = [
  'discover',
  'overview',
  'rollout',
  'entities',
  'follow-up',
  'copil',
  'reports',
  'exemplarity',
  'ambassadors',
  'animation',
  'usage',
  'communities',
  'diagnostic',
  'comparisons',
  'sources',
  'quality',
  'method',
] as const;
const desk = { width: 1440, height: 1000 };
const phone = { width: 390, height: 844 };
const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

jest.setTimeout(2 * patience);

inBrowser('the dashboard in a browser', () => {
  let essor: RunningEssor;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[] = [];
  let answers: Promise<unknown>[] = [];
  let files = 0;
  const off: boolean[] = [];
  const saved: number[] = [];

  beforeAll(async () => {
    essor = await startEssor(500);
    browser = await launchBrowser();
    context = await browser.newContext({
      locale: 'fr-FR',
      reducedMotion: 'reduce',
      viewport: desk,
    });
    context.setDefaultTimeout(patience);
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('response', (answer) => {
      // What stays open for news has no end to be read to.
      const isStream = answer.headers()['content-type']?.startsWith('text/event-stream');
      if (answer.url().includes('/v1/') && !isStream) answers.push(answer.json().catch(() => null));
    });
  }, 480_000);

  afterAll(async () => {
    await browser?.close();
    await essor?.stop();
  }, 60_000);

  it('turns a wrong password away and lets the right one in', async () => {
    await page.goto(`${essor.url}/`);
    await page.waitForSelector('input[type=password]');
    await page.fill('input[type=email], input[name=email]', essor.email);
    await page.fill('input[type=password]', 'not the password');
    await page.click('button[type=submit]');
    await page.waitForSelector('[role=alert]:not(:empty)');
    await page.fill('input[type=password]', essor.password);
    await page.click('button[type=submit]');
    await page.waitForURL('**/o/meridiane/discover**');
    // The browser itself reports the refused attempt, and nothing of this page that its policy forbids.
    expect(complaints.filter((one) => one.includes('Content Security Policy'))).toEqual([]);
    complaints = [];
  });

  // One load for all that is asked of a page. It comes in the language of the one before and is turned to the other, so
  // that pages are read as they come and as they are turned, in both.
  it.each(pages)('%s shows its finding in both languages, without a fault, and fits a phone', async (name) => {
    await open(name);
    const first = await languageShown(page);
    await showsItsFinding(first);
    const second = first === 'fr' ? 'en' : 'fr';
    await page.setViewportSize(desk);
    await turnTo(page, second);
    await showsItsFinding(second);
    expect(complaints).toEqual([]);
  });

  it('files of more than 35 panels were read, and a number that is a little off is found at least two times in three', () => {
    const unnoticed = off.filter((isTold) => isTold).length;
    expect([files > 35, off.length > 1000, unnoticed < off.length / 3]).toEqual([true, true, true]);
  });

  it('every board was held against its PDF, and most pages against their workbook', () => {
    expect(saved.filter((count) => count === 2)).toHaveLength(5);
    expect(saved.filter((count) => count > 0).length).toBeGreaterThan(10);
  });

  it.each(['entities?scope=Z-EUR&week=2026-10-25', 'exemplarity?scope=Z-EUR', 'rollout?week=2026-09-06'])(
    '%s is printed as it is filtered',
    async (address) => {
      await open(address);
      if ((await languageShown(page)) === 'fr') await turnTo(page, 'en');
      expect(await missingOnPaper(page)).toEqual([]);
    },
  );

  it('whoever gets markup into a page runs nothing and loads nothing, and these tests hear of it', async () => {
    await open('overview');
    const taken = await page.evaluate<unknown>(`new Promise((done) => {
      const main = document.querySelector('main');
      main.insertAdjacentHTML('beforeend', '<img src="/gone.png" onerror="window.taken = 1"><img src="https://elsewhere.example/x.png">');
      main.append(Object.assign(document.createElement('script'), { textContent: 'window.taken = 2' }));
      fetch('https://elsewhere.example/', { mode: 'no-cors' }).catch(() => setTimeout(() => done(window.taken ?? null), 300));
    })`);
    expect(taken).toBeNull();
    const refused = complaints.filter((one) => one.includes('Content Security Policy')).join('\n');
    for (const directive of ['script-src', 'img-src', 'connect-src']) expect(refused).toContain(`${directive} 'self'`);
  });

  it('an address reproduces the view', async () => {
    await open('rollout?week=2026-10-18');
    expect(page.url()).toContain('week=2026-10-18');
    expect(await page.locator('header').first().innerText()).toMatch(/18/);
  });

  it('the page of one place stands by its address', async () => {
    await open('entities/Z-EUR');
    expect(await page.locator('main h1').first().innerText()).toContain('Europe');
  });

  it('finds a page by its name from the keyboard alone', async () => {
    await open('rollout?find=zzz&week=2026-10-18');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await page.keyboard.type('metho');
    await page.getByRole('option').first().waitFor();
    expect(await seriousFaults()).toEqual([]);
    await page.keyboard.press('Enter');
    // The week goes along, what was looked for on the other page does not.
    await page.waitForURL('**/o/meridiane/method?week=2026-10-18');
  });

  it('keeps a page with its filters under a name, and leads back to it', async () => {
    await open('entities?window=91');
    await page.getByRole('button', { name: /Saved views|Vues enregistrées/ }).click();
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('My sites');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'My sites' }).waitFor();
    expect(await seriousFaults()).toEqual([]);
    await open('method');
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: 'My sites' }).click();
    await page.waitForURL('**/o/meridiane/entities?window=91');
  });

  it('the address of an organisation leads to its first page', async () => {
    await page.goto(`${essor.url}/o/meridiane`);
    await page.waitForURL('**/o/meridiane/discover**');
  });

  it('a visitor who is not signed in sees no number', async () => {
    const stranger = await browser.newContext();
    stranger.setDefaultTimeout(patience);
    const other = await stranger.newPage();
    await other.goto(`${essor.url}/o/meridiane/overview`);
    await other.waitForSelector('input[type=password]');
    const answer = await stranger.request.get(`${essor.url}/v1/organizations/meridiane/summary`);
    expect(answer.status()).toBe(401);
    await stranger.close();
  });

  async function showsItsFinding(language: Shown): Promise<void> {
    expect(await page.locator('h1').first().innerText()).toMatch(/\S{3,}/);
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\[object|\{\{/);
    expect(await languageShown(page)).toBe(language);
    if (language === 'en') {
      expect(await seriousFaults()).toEqual([]);
      const made = await panelFiles(page);
      expect(await untoldIn(made)).toEqual([]);
      await savesWhatItShows(made);
    }
    await page.setViewportSize(phone);
    await drawn();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width + 1);
  }

  async function open(name: string): Promise<void> {
    [complaints, answers] = [[], []];
    await page.setViewportSize(desk);
    await page.goto(`${essor.url}/o/meridiane/${name}`);
    await page.waitForLoadState('networkidle');
    await page.waitForSelector('main h1');
    // Skeletons stand where data is still awaited.
    await page.waitForSelector('main [aria-busy=true]', { state: 'detached' });
  }

  /** What the files that a page makes in the browser say beyond the answers that it got. */
  async function untoldIn(made: readonly string[]): Promise<string[]> {
    const told = new ToldNumbers(await Promise.all(answers));
    files += made.length;
    const shares = made.flatMap((file) => file.match(/(?<=,)0\.\d{4}(?=,)/g) ?? []);
    off.push(...shares.map((share) => told.tells(String(Number((Number(share) + 0.0013).toFixed(4))))));
    return made.flatMap((file) => told.untoldIn(file).map((cell) => `${cell} in ${file.slice(0, 80)}`));
  }

  /** The PDF has the numbers of the figures, the workbook those of the panels and the page's own sentence. */
  async function savesWhatItShows(made: readonly string[]): Promise<void> {
    const missing = await missingOnPaper(page);
    expect(missing ?? []).toEqual([]);
    const book = await savedWorkbook(page);
    if (book) {
      const finding = await page.locator('main header p').first().innerText();
      expect(book.first.replaceAll(/\s+/g, ' ')).toContain(finding.replaceAll(/\s+/g, ' ').trim());
      expect(book.numbers).toEqual(numbersOfPanels(made));
    }
    saved.push([missing, book].filter((file) => file !== null).length);
  }

  /** After two frames what follows the size of the window has followed it. */
  async function drawn(): Promise<void> {
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))',
    );
  }

  async function seriousFaults(): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate<string[]>(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] }).then(({ violations }) =>
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 120)))`);
  }
});
