import { type Page } from 'playwright-core';

/**
 * What nobody should see: texts that stand on one another, texts that are cut or leave their panel, empty boxes. Found by
 * where things stand and not by pictures of them, so that neither typeface nor version of a browser decides.
 */
export const layoutFaults = (page: Page): Promise<string[]> => page.evaluate(findFaults);

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
  const isCut = (one: Box, edge: Box) => one.right > edge.right + slack || one.left < edge.left - slack;
  const isLow = (one: Box, edge: Box) => one.bottom > edge.bottom + slack || one.top < edge.top - slack;

  /** What its holders leave to be seen of a box; what is cut for good is a fault, what is scrolled to is not. */
  function seenOf(one: Written): Box | null {
    let seen: Box = { left: one.left, top: one.top, right: one.right, bottom: one.bottom };
    for (let at: Element | null = one.holder; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.visibility === 'hidden' || style.opacity === '0' || style.clip !== 'auto') return null;
      if (style.clipPath !== 'none') return null;
      const [x, y] = [style.overflowX, style.overflowY];
      if (x === 'visible' && y === 'visible') continue;
      const edge = at.getBoundingClientRect();
      if (edge.width <= 1 || edge.height <= 1) return null;
      const scrolls = [x, y].some((way) => way === 'auto' || way === 'scroll');
      const isShortened = style.textOverflow === 'ellipsis' && at.closest('[title]') !== null;
      if (!scrolls && !isShortened && isCut(seen, edge)) faults.add(`cut: "${short(one.text)}"`);
      if (!scrolls && isLow(seen, edge)) faults.add(`cut from below or above: "${short(one.text)}"`);
      seen = {
        left: Math.max(seen.left, edge.left),
        top: Math.max(seen.top, edge.top),
        right: Math.min(seen.right, edge.right),
        bottom: Math.min(seen.bottom, edge.bottom),
      };
      if (seen.right - seen.left < 2 || seen.bottom - seen.top < 2) return null;
      if (scrolls) continue;
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
        faults.add(`outside its panel: "${short(text)}"`);
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
      if (width > slack && height > slack) faults.add(`overlap: "${short(one.text)}" and "${short(other.text)}"`);
    }
  }

  for (const panel of document.querySelectorAll('main section:not([aria-busy=true])')) {
    const head = panel.querySelector(':scope > header');
    const isTold = (panel.textContent ?? '').length > (head?.textContent ?? '').length;
    if (!isTold && !panel.querySelector('svg:not(header svg), canvas, img, input'))
      faults.add(`empty panel: "${short(panel.textContent ?? '')}"`);
  }
  for (const figure of document.querySelectorAll('main figure')) {
    const { width, height } = figure.getBoundingClientRect();
    const marks = figure.querySelectorAll('svg path, svg rect, svg circle, svg line, svg text').length;
    if (width < 40 || height < 40 || marks < 2)
      faults.add(`empty picture: "${figure.getAttribute('aria-label') ?? ''}"`);
  }
  return [...faults];
}
