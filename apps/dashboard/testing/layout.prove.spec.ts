import { type Browser, type Page } from 'playwright-core';
import { inBrowser, launchBrowser, patience } from './browser.js';
import { layoutFaults } from './layout-faults.js';
import { panelFiles } from './panel-files.js';
import { inkOf } from './pixels-apart.js';
import { type RunningEssor, startEssor } from './running-essor.js';

const pages = [
  ...['discover', 'overview', 'rollout', 'entities', 'entities/Z-EUR', 'follow-up', 'copil', 'reports', 'exemplarity'],
  ...['ambassadors', 'animation', 'usage', 'communities', 'diagnostic', 'comparisons', 'sources', 'history', 'groups'],
  ...['modules', 'quality', 'audit', 'accounts', 'account', 'privacy', 'method'],
];
const widths = [1440, 390];

jest.setTimeout(3 * patience);

inBrowser('every page, on a desk and on a phone', () => {
  let essor: RunningEssor;
  let browser: Browser;
  let pictures = 0;

  beforeAll(async () => {
    essor = await startEssor(1500);
    browser = await launchBrowser();
  }, 480_000);

  afterAll(async () => {
    await browser?.close();
    await essor?.stop();
  }, 60_000);

  describe.each(['fr', 'en'])('in %s', (locale) => {
    let page: Page;

    beforeAll(async () => {
      const context = await browser.newContext({ locale, reducedMotion: 'reduce' });
      context.setDefaultTimeout(patience);
      await context.addInitScript((language) => localStorage.setItem('essor.language', language), locale);
      const account = { email: essor.email, password: essor.password };
      await context.request.post(`${essor.url}/v1/session`, {
        data: account,
        headers: { origin: essor.url },
      });
      page = await context.newPage();
    });

    it.each(pages)('%s: nothing overlaps, is cut or empty, and its charts leave as pictures', async (name) => {
      await page.setViewportSize({ width: widths[0]!, height: 1000 });
      await page.goto(`${essor.url}/o/meridiane/${name}`);
      await page.waitForSelector('main h1');
      await page.waitForSelector('main [aria-busy=true]', { state: 'detached' });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 1000 });
        expect(await layoutFaults(page)).toEqual([]);
      }
      for (const svg of await panelFiles(page, 'SVG')) {
        pictures++;
        const texts = [...svg.matchAll(/<text[^>]*>([^<]+)/g)].map(([, text]) => text!);
        // Its title first, whose figures and of which day at its end, and something drawn between them.
        expect(texts[0]).toMatch(/\S{3}/);
        expect(texts.slice(-7).join(' ')).toMatch(/20\d\d/);
        expect(svg.match(/<(path|rect|circle)/g)?.length).toBeGreaterThan(3);
      }
      for (const png of await panelFiles(page, 'PNG')) expect(await inkOf(page, png)).toBeGreaterThan(0.01);
    });
  });

  it('pictures of more than 20 panels were read', () => {
    expect(pictures).toBeGreaterThan(20);
  });
});
