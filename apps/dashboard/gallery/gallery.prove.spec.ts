import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { inBrowser, launchBrowser, patience } from '../testing/browser.js';
import { type BuiltGallery, buildGallery } from '../testing/built-gallery.js';
import { layoutFaults } from '../testing/layout-faults.js';
import { pixelsApart } from '../testing/pixels-apart.js';

/** A folder of pictures: those that it lacks are put there, those that it has are compared. */
const folder = process.env.ESSOR_PICTURES;
const charts = ['TimeChart', 'PlanChart', 'StackedShares', 'AlignedChart', 'LagChart', 'WaveTimeline', 'CoverageBars'];
const places = ['DumbbellChart', 'FunnelPlotChart', 'HeatTable', 'DataTable'];
const expected = {
  ...Object.fromEntries([...charts, ...places].map((name) => [name, ['usual', 'few']])),
  ...Object.fromEntries(places.map((name) => [name, ['usual', 'few', 'many', 'long']])),
  Panel: ['usual', 'long', 'loading', 'refused', 'empty', 'masked'],
  Figure: ['usual', 'expert', 'long'],
};
/** Of what is drawn, so much may differ: edges of letters and lines. */
const tolerated = 0.002;

jest.setTimeout(3 * patience);

inBrowser('the gallery in a browser', () => {
  let gallery: BuiltGallery;
  let browser: Browser;

  beforeAll(async () => {
    [gallery, browser] = await Promise.all([buildGallery(), launchBrowser()]);
  }, 2 * patience);

  afterAll(async () => {
    await browser?.close();
    await gallery?.remove();
  });

  async function open(locale: string, colorScheme: 'light' | 'dark', width: number): Promise<Page> {
    const viewport = { width, height: 1000 };
    const context = await browser.newContext({ viewport, locale, colorScheme, reducedMotion: 'reduce' });
    context.setDefaultTimeout(patience);
    await gallery.serve(context);
    const page = await context.newPage();
    await page.goto(gallery.address);
    // Charts come after what does not need their library.
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('[data-sample^=TimeChart]')].filter((one) => one.querySelector('svg')).length > 3,
    );
    return page;
  }

  it('shows each chart with little, with much and with long names, and each fate of a panel', async () => {
    const page = await open('en', 'light', 1440);
    const shown = await page.$$eval('[data-sample]', (all) => all.map((one) => one.getAttribute('data-sample')));
    const asked = Object.entries(expected).flatMap(([name, states]) => states.map((state) => `${name} ${state}`));
    expect(asked.filter((sample) => !shown.includes(sample))).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['fr', 'light', 1440],
    ['fr', 'dark', 390],
    ['en', 'dark', 1440],
    ['en', 'light', 390],
  ] as const)('%s, %s, %i pixels: nothing overlaps, is cut or empty', async (locale, scheme, width) => {
    const page = await open(locale, scheme, width);
    expect(await layoutFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width + 1);
    if (folder) expect(await changedPictures(page, `${locale}-${scheme}-${width}`)).toEqual([]);
    await page.context().close();
  });

  it('a text over another, one that is cut and an empty panel are found', async () => {
    const page = await open('en', 'light', 1440);
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll<HTMLElement>('[data-sample="Panel usual"] p');
      first!.style.transform = `translateY(${second!.getBoundingClientRect().top - first!.getBoundingClientRect().top}px)`;
      const short = document.querySelector<HTMLElement>('[data-sample="Panel long"] h2')!;
      Object.assign(short.style, { overflow: 'hidden', whiteSpace: 'nowrap', width: '60px' });
      document.querySelector('[data-sample="Panel empty"] section > div')!.replaceChildren();
    });
    const faults = (await layoutFaults(page)).join('\n');
    for (const fault of ['overlap: .* in Panel usual', 'cut: .* in Panel long', 'empty panel in Panel empty'])
      expect(faults).toMatch(new RegExp(fault));
    await page.context().close();
  });

  /** Pictures of samples that are not as they were. */
  async function changedPictures(page: Page, look: string): Promise<string[]> {
    const changed: string[] = [];
    await mkdir(join(folder!, look), { recursive: true });
    for (const sample of await page.locator('[data-sample]').all()) {
      const name = await sample.getAttribute('data-sample');
      const path = join(folder!, look, `${name}.png`);
      const now = await sample.screenshot();
      if (!existsSync(path)) await writeFile(path, now);
      else if ((await pixelsApart(page, await readFile(path), now)) > tolerated) {
        changed.push(`${look}: ${name}`);
        await writeFile(path.replace('.png', '.now.png'), now);
      }
    }
    return changed;
  }
});
