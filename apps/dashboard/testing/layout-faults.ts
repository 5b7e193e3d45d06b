import { type Page } from 'playwright-core';

/**
 * What nobody should see: texts that stand on one another, texts that are cut or leave their panel, empty boxes. Found by
 * where things stand and not by pictures of them, so that neither typeface nor version of a browser decides.
 */
export async function layoutFaults(page: Page): Promise<string[]> {
  for (let look = 1; ; look++) {
    const faults = await page.evaluate(findFaults);
    // Charts come, and follow the width of their panel, a moment later: what stays is a fault.
    if (faults.length === 0 || look === looks) return faults;
    await page.waitForTimeout(500);
  }
}

const looks = 12;

/** Runs in the page, where nothing of this file but itself is known. */
function findFaults(): string[] {
  interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  interface Written extends Box {
    text: string;
    node: Node;
    holder: Element;
  }
  const slack = 2;
  const faults = new Set<string>();
  const short = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 60);
  const fault = (what: string, at: Element | null) => {
    const sample = at?.closest('[data-sample]')?.getAttribute('data-sample');
    const where = sample ?? at?.closest('main section')?.querySelector('h2')?.textContent;
    faults.add(where ? `${what} in ${short(where)}` : what);
  };
  const isCut = (one: Box, edge: Box) => one.right > edge.right + slack || one.left < edge.left - slack;
  const isLow = (one: Box, edge: Box) => one.bottom > edge.bottom + slack || one.top < edge.top - slack;

  /** What its holders leave to be seen of a box; what is cut for good is a fault, what is scrolled to is not. */
  function seenOf(one: Written): Box | null {
    let seen: Box = { left: one.left, top: one.top, right: one.right, bottom: one.bottom };
    for (let at: Element | null = one.holder; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clip !== 'auto' || style.clipPath !== 'none') return null;
      const [x, y] = [style.overflowX, style.overflowY];
      if (x === 'visible' && y === 'visible') continue;
      const edge = at.getBoundingClientRect();
      if (edge.width <= 1 || edge.height <= 1) return null;
      const scrolls = [x, y].some((way) => way === 'auto' || way === 'scroll');
      const isShortened = style.textOverflow === 'ellipsis' && at.closest('[title]') !== null;
      if (!scrolls && !isShortened && isCut(seen, edge)) fault(`cut: "${short(one.text)}"`, at);
      if (!scrolls && isLow(seen, edge)) fault(`cut from below or above: "${short(one.text)}"`, at);
      seen = {
        left: Math.max(seen.left, edge.left),
        top: Math.max(seen.top, edge.top),
        right: Math.min(seen.right, edge.right),
        bottom: Math.min(seen.bottom, edge.bottom),
      };
      if (seen.right - seen.left < 2 || seen.bottom - seen.top < 2) return null;
    }
    return seen;
  }

  const found: Written[] = [];
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const holder = node.parentElement;
    const text = node.textContent ?? '';
    if (!holder || text.trim() === '' || holder.closest('title, style, script, option, .essor-hidden')) continue;
    if (!holder.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(node);
    const isDrawn = holder.closest('svg') !== null;
    const boxes = isDrawn ? [range.getBoundingClientRect()] : [...range.getClientRects()];
    for (const box of boxes) {
      if (box.width < 1 || box.height < 1) continue;
      // Letters are less high than their line.
      const less = box.height * 0.18;
      const one = {
        text,
        node,
        holder,
        left: box.left,
        right: box.right,
        top: box.top + less,
        bottom: box.bottom - less,
      };
      const seen = seenOf(one);
      if (seen) found.push({ ...one, ...seen });
      const panel = holder.closest('main section');
      const isScrolled = seen && (seen.left > one.left || seen.right < one.right);
      if (seen && panel && !isScrolled && isCut(seen, panel.getBoundingClientRect()))
        fault(`outside: "${short(text)}"`, panel);
    }
  }

  found.sort((a, b) => a.top - b.top);
  for (const [place, one] of found.entries()) {
    for (let next = place + 1; next < found.length; next++) {
      const other = found[next]!;
      if (other.top >= one.bottom - slack) break;
      if (other.node === one.node) continue;
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (width > slack && height > slack)
        fault(`overlap: "${short(one.text)}" and "${short(other.text)}"`, one.holder);
    }
  }

  for (const panel of document.querySelectorAll('main section:not([aria-busy=true])')) {
    const head = panel.querySelector(':scope > header');
    const isTold = (panel.textContent ?? '').length > (head?.textContent ?? '').length;
    if (!isTold && !panel.querySelector('svg:not(header svg), canvas, img, input')) fault('empty panel', panel);
  }
  for (const figure of document.querySelectorAll('main figure')) {
    const { width, height } = figure.getBoundingClientRect();
    const marks = figure.querySelectorAll('svg path, svg rect, svg circle, svg line, svg text').length;
    if (width < 40 || height < 40 || marks < 2) fault('empty picture', figure);
  }
  return [...faults];
}
