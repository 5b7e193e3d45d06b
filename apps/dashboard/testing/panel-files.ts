import { type Page } from 'playwright-core';

type Kind = 'CSV' | 'SVG' | 'PNG';

/** The files of one kind of every panel of a page that offers them, as its menu makes them, dots as an address; nothing is saved. */
export const panelFiles = (page: Page, kind: Kind = 'CSV'): Promise<string[]> =>
  page.evaluate<string[]>(`(async () => {
    const made = [];
    const [address, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
    const addressOf = (blob) => new Promise((done) => {
      const reader = Object.assign(new FileReader(), { onload: () => done(reader.result) });
      reader.readAsDataURL(blob);
    });
    URL.createObjectURL = (blob) => (made.push('${kind}' === 'PNG' ? addressOf(blob) : blob.text()), '#');
    HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); };
    const entries = () => [...document.querySelectorAll('[role=menuitem]')];
    const entry = (kind) => entries().find(({ textContent }) => textContent.includes(kind));
    const until = async (what) => {
      for (const end = performance.now() + 20000; !what(); ) {
        if (performance.now() > end) throw new Error('a menu does not follow');
        await new Promise((next) => requestAnimationFrame(() => setTimeout(next, 0)));
      }
    };
    for (const menu of document.querySelectorAll('main section header [aria-haspopup=menu]')) {
      const before = made.length;
      menu.click();
      await until(() => entry('CSV'));
      const chosen = entry('${kind}');
      (chosen ?? menu).click();
      await until(() => (!chosen || made.length > before) && !entry('CSV'));
    }
    URL.createObjectURL = address;
    HTMLAnchorElement.prototype.click = click;
    return Promise.all(made);
  })()`);
