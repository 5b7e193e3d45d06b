import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Company } from './company.js';
import { type Line, median, quantile, spread } from './figures.js';

const program = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync', '--disable-background-networking'];

/** Pages that a project manager goes through after the first, from one to the next by the links of the menu. */
const tour = ['rollout', 'entities', 'exemplarity', 'usage', 'communities'];
const start = 'overview';

/** A page stands when its sentence is said and nothing of it is a grey placeholder any more. */
const stands = `(path) => {
  const main = document.querySelector('main');
  if (!location.pathname.endsWith(path) || !main?.querySelector('h1')?.textContent.trim()) return false;
  return !main.querySelector('.mantine-Skeleton-root');
}`;

/** The moments at which a page first stands and at which a link was pressed, read inside the page: the driver's own way costs nothing. */
const watch = `
  window.pressedAt = 0;
  addEventListener('click', () => { window.pressedAt = performance.now(); }, true);
  window.standsAt = (path) => new Promise((resolve, reject) => {
    const stands = ${stands};
    const look = () => (stands(path) ? resolve(performance.now()) : requestAnimationFrame(look));
    setTimeout(() => reject(new Error(path + ' does not stand after a minute')), 60_000);
    look();
  });
`;

interface Seen {
  /** Milliseconds from the request of a page, with nothing cached, to the page that stands. */
  first: number[];
  /** Milliseconds from a pressed link to the page that stands, on its first and on its later visits. */
  fresh: number[];
  again: number[];
  /** Milliseconds between frames while the pointer crosses a chart. */
  frames: number[];
  /** Compressed bytes of scripts until the first page stands. */
  script: number;
}

/** What somebody in front of the dashboard waits for. Without a browser: nothing, and it says so. */
export async function browserLines(base: string, cookie: string, company: Company, rounds: number): Promise<Line[]> {
  if (program === undefined) {
    console.error('No Chromium was found (CHROME_PATH): what is felt in a browser is left out.');
    return [];
  }
  const browser = await chromium.launch({ executablePath: program, args: flags });
  try {
    const seen: Seen = { first: [], fresh: [], again: [], frames: [], script: 0 };
    for (let round = 0; round < rounds; round += 1) await visit(browser, base, cookie, company, seen);
    return linesOf(seen, company.people);
  } finally {
    await browser.close();
  }
}

async function visit(browser: Browser, base: string, cookie: string, { slug }: Company, seen: Seen): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  const at = cookie.indexOf('=');
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: base }]);
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(`${base}/o/${slug}/${start}`, { waitUntil: 'commit' });
  seen.first.push(await standsAt(page, start));
  seen.script = await page.evaluate(scriptBytes);
  for (const to of tour) seen.fresh.push(await follow(page, slug, to));
  // The first page is visited again, never anew: it was the one that was loaded.
  for (const to of [...tour, start]) seen.again.push(await follow(page, slug, to));
  seen.frames.push(...(await hover(page)));
  await context.close();
}

const standsAt = (page: Page, path: string): Promise<number> => page.evaluate(`window.standsAt('/${path}')`);

async function follow(page: Page, slug: string, to: string): Promise<number> {
  await page.locator(`nav a[href^="/o/${slug}/${to}"]`).first().click();
  const stood = await standsAt(page, to);
  return stood - (await page.evaluate<number>('window.pressedAt'));
}

const scriptBytes = `performance.getEntriesByType('resource')
  .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`;

/** The pointer crosses the first chart of the page at the pace of a hand: about a second. */
async function hover(page: Page): Promise<number[]> {
  const box = await page.locator('main .recharts-surface').first().boundingBox();
  if (!box) throw new Error('There is no chart to hover over.');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, middle);
  await page.evaluate(`(() => {
    window.frameTimes = [];
    const next = (at) => { window.frameTimes.push(at); window.frame = requestAnimationFrame(next); };
    window.frame = requestAnimationFrame(next);
  })()`);
  for (let step = 1; step <= 60; step += 1) {
    await page.mouse.move(box.x + (box.width * step) / 61, middle);
    await page.waitForTimeout(8);
  }
  const times = await page.evaluate<number[]>('(cancelAnimationFrame(window.frame), window.frameTimes)');
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}

function linesOf({ first, fresh, again, frames, script }: Seen, people: number): Line[] {
  const of = `${people.toLocaleString('en')} people`;
  const line = (work: string, measured: string, target: string, met: boolean, note = ''): Line => ({
    ...{ work, measured, peer: '', target, met, note },
  });
  const kilobytes = Math.round(script / 1000);
  const smooth = frames.filter((time) => time <= 1000 / 60 + 4).length / frames.length;
  return [
    line(
      `first page in a browser, nothing cached, ${of}`,
      `${spread(first)} ms`,
      '< 1,000 ms',
      median(first) < 1000,
      'from the request to the sentence, the numbers and the charts',
    ),
    line(`next page, first visit, ${of}`, `${spread(fresh)} ms`, '< 200 ms', median(fresh) < 200, 'from the click'),
    line(`next page, visited before, ${of}`, `${spread(again)} ms`, '< 200 ms', median(again) < 200, 'from the click'),
    line(
      'frames while the pointer crosses a chart',
      `${Math.round(smooth * 100)} % within a sixtieth of a second, p95 ${quantile(frames, 0.95).toFixed(1)} ms`,
      '≥ 95 %',
      smooth >= 0.95,
      `n ${frames.length}; drawn without a graphics card`,
    ),
    line('scripts of the first page, compressed', `${kilobytes} kB`, '≤ 250 kB', kilobytes <= 250),
  ];
}
