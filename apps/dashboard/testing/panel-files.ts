import { type Page } from 'playwright-core';

/** The CSV file of every panel of a page, as its menu makes it; nothing is saved. */
export const panelFiles = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(async () => {
    const made = [];
    const [address, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
    URL.createObjectURL = (blob) => (made.push(blob.text()), '#');
    HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); };
    const entry = () => [...document.querySelectorAll('[role=menuitem]')].find(({ textContent }) => textContent.includes('CSV'));
    const until = async (what) => {
      for (const end = performance.now() + 10000; !what(); ) {
        if (performance.now() > end) throw new Error('a menu does not follow');
        await new Promise((next) => requestAnimationFrame(() => setTimeout(next, 0)));
      }
    };
    for (const menu of document.querySelectorAll('main section header [aria-haspopup=menu]')) {
      const before = made.length;
      menu.click();
      await until(entry);
      entry().click();
      await until(() => made.length > before && !entry());
    }
    URL.createObjectURL = address;
    HTMLAnchorElement.prototype.click = click;
    return Promise.all(made);
  })()`);
