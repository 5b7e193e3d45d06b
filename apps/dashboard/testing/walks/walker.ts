import { readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { patience } from '../browser.js';
import { languageShown, type Shown, turnTo } from '../language-shown.js';
import { otherLanguageIn } from './untranslated.js';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** On what, in which language and in which light a person walks. */
export interface Way {
  language: Shown;
  width: 1440 | 390;
  scheme: 'light' | 'dark';
}

/** What a person came for, as the page says it in each language. */
export type Says = Record<Shown, RegExp>;

/**
 * One person at a browser. Whatever is wrong with a screen is kept and told at the end, so that one run shows all of it;
 * with ESSOR_WALK_PICTURES=<folder> it leaves a picture of every step there.
 */
export class Walker {
  readonly faults: string[] = [];
  private complaints: string[] = [];
  private readonly given = new Set<string>();
  private steps = 0;

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly way: Way,
    private readonly person: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('response', (answer) => {
      const isJson = answer.headers()['content-type']?.startsWith('application/json');
      if (isJson && answer.url().includes('/v1/'))
        void answer.json().then(
          (body) => this.keep(body),
          () => undefined,
        );
    });
  }

  static async of(browser: Browser, baseURL: string, person: string, way: Way): Promise<Walker> {
    const context = await browser.newContext({
      ...{ baseURL, reducedMotion: 'reduce', acceptDownloads: true, colorScheme: way.scheme },
      locale: way.language === 'fr' ? 'fr-FR' : 'en-GB',
      viewport: { width: way.width, height: way.width === 390 ? 844 : 1000 },
    });
    context.setDefaultTimeout(patience);
    return new Walker(await context.newPage(), context, way, person);
  }

  get isPhone(): boolean {
    return this.way.width === 390;
  }

  /** By the form, as everybody does; ends on the first page that this account may read. */
  async signIn({ email, password }: { email: string; password: string }): Promise<void> {
    await this.page.goto('/');
    await this.page.fill('input[type=email], input[name=email]', email);
    await this.page.fill('input[type=password]', password);
    this.forgive(/401/);
    await this.see('sign-in', { fr: /Se connecter/, en: /Sign in/ });
    await this.page.click('button[type=submit]');
    await this.page.waitForSelector('#content h1');
    // The browser itself reports that nobody was signed in before.
    this.forgive(/401/);
    // Whoever made the account may have thought of another language.
    if ((await languageShown(this.page)) !== this.way.language) {
      await this.stands();
      await turnTo(this.page, this.way.language);
    }
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path.startsWith('/') ? path : `/o/meridiane/${path}`);
  }

  /** Waits until the page stands, looks at all of it, and asks whether it says what was looked for. */
  async see(step: string, ...said: Says[]): Promise<string> {
    await this.stands();
    const main = this.page.locator('main').first();
    const text = (await main.innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
    for (const says of said)
      if (!says[this.way.language].test(text)) this.fault(step, `does not say ${says[this.way.language].source}`);
    if (/\b(NaN|undefined|null|Infinity)\b|\[object|\{\{/.test(text)) this.fault(step, 'a value without words');
    const wide = await this.page.evaluate<number>('document.documentElement.scrollWidth');
    if (wide > this.way.width + 1) this.fault(step, `${wide} pixels wide`);
    for (const each of otherLanguageIn(await this.texts(), this.way.language, this.given)) this.fault(step, each);
    for (const each of await this.axeFaults()) this.fault(step, each);
    for (const each of this.complaints.splice(0)) this.fault(step, `console: ${each}`);
    await this.picture(step);
    return text;
  }

  /** What clicking brings. */
  async file(click: () => Promise<unknown>): Promise<Buffer> {
    const [arrived] = await Promise.all([this.page.waitForEvent('download'), click()]);
    return readFile(await arrived.path());
  }

  fault(step: string, what: string): void {
    this.faults.push(`${this.person}, ${step}: ${what}`);
  }

  /** What a browser says of an answer that the walk asked for. */
  forgive(what: RegExp): void {
    this.complaints = this.complaints.filter((one) => !what.test(one));
  }

  async end(): Promise<void> {
    await this.context.close();
  }

  /** Skeletons stand where data are still awaited; words of a page come with it. */
  private async stands(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    // Words and figures that come late put skeletons of their own up: it stands once there was none for a while.
    await this.page.evaluate(`new Promise((done) => {
      let since = performance.now();
      const look = () => {
        const isBusy = !document.querySelector('main h1, main h2') || document.querySelector('main[aria-busy=true], main [aria-busy=true]');
        if (isBusy) since = performance.now();
        if (performance.now() - since > 500) done();
        else setTimeout(look, 50);
      };
      look();
    })`);
    await this.page.evaluate(
      'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 150))))',
    );
  }

  /** Names and texts that people gave: they are shown as they were typed. */
  private keep(body: unknown): void {
    if (typeof body === 'string' && /\s/.test(body)) this.given.add(body);
    else if (typeof body === 'object' && body !== null) for (const each of Object.values(body)) this.keep(each);
  }

  private texts(): Promise<string[]> {
    return this.page.evaluate<string[]>(`(() => {
      const said = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const { parentElement: at, textContent } = walk.currentNode;
        if (at.closest('script, style, noscript, [lang]:not(html)') === null) said.push(textContent.trim());
      }
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        for (const at of document.querySelectorAll('[' + name + ']')) said.push(at.getAttribute(name));
      return [...new Set(said)].filter((text) => text !== '');
    })()`);
  }

  private async axeFaults(): Promise<string[]> {
    await this.page.evaluate(axe);
    return this.page.evaluate<
      string[]
    >(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 160)))`);
  }

  private async picture(step: string): Promise<void> {
    this.steps += 1;
    const folder = process.env.ESSOR_WALK_PICTURES;
    if (!folder) return;
    const { language, width, scheme } = this.way;
    await mkdir(join(folder, this.person), { recursive: true });
    const name = `${this.steps}-${step.replaceAll(' ', '-')}.${language}-${width}-${scheme}.png`;
    // In a window of that height: a picture that reaches beyond its window draws charts out of their place.
    const before = this.page.viewportSize();
    const height = await this.page.evaluate<number>('document.documentElement.scrollHeight');
    await this.page.setViewportSize({ width, height });
    await this.page.waitForTimeout(300);
    await this.page.screenshot({ path: join(folder, this.person, name) });
    if (before) await this.page.setViewportSize(before);
  }
}
