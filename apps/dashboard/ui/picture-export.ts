import { wrapped } from '../charts/plot.js';
import { typefaceOf } from './picture-typeface.js';

const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'font-variant-numeric',
];
const space = 'http://www.w3.org/2000/svg';
const margin = 24;
const leastWidth = 420;

/** What a picture says beside itself, so that it can be read away from its page. */
export interface PictureWords {
  title: string;
  /** The measure and its unit. */
  subtitle: string;
  /** n, source, what the reader should know. */
  caption: string;
  /** Whose figures, filtered how and of which day. */
  view: string;
}

/** The charts of a panel: of a figure its largest drawing, the others are signs of its key. */
export const drawingsIn = (body: HTMLElement): SVGSVGElement[] =>
  [...body.querySelectorAll('figure')].flatMap((figure) => {
    const drawings = [...figure.querySelectorAll<SVGSVGElement>('svg')].filter(({ clientHeight }) => clientHeight > 20);
    return drawings.sort((one, other) => other.clientHeight - one.clientHeight).slice(0, 1);
  });

/** All of them with what is said of them, as one picture that stands alone. */
export async function pictureOf(body: HTMLElement, words: PictureWords): Promise<string> {
  const drawings = drawingsIn(body);
  const room = Math.max(leastWidth, ...drawings.map(({ clientWidth }) => clientWidth));
  const picture = element('svg', { xmlns: space, width: room + 2 * margin });
  let y = margin;
  const ink = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`);
  const write = (text: string, size: number, weight: number, colour: string, after: number) => {
    if (text === '') return;
    for (const line of wrapped(text, (room * 13) / size / (weight > 500 ? 1.08 : 1))) {
      y += size * 1.35;
      const style = `font-family:'Inter Variable',sans-serif;font-size:${size}px;font-weight:${weight};fill:${colour}`;
      const written = element('text', { x: margin, y: y - size * 0.35, style });
      written.textContent = line;
      picture.append(written);
    }
    y += after;
  };
  write(words.title, 18, 650, ink('ink'), 2);
  write(words.subtitle, 13, 400, ink('ink-soft'), 10);
  for (const drawn of drawings) {
    const figure = drawn.closest('figure');
    if (drawings.length > 1) write(figure?.getAttribute('aria-label') ?? '', 14, 600, ink('ink'), 4);
    y += keyOf(figure, picture, y, room, ink('ink-soft'));
    picture.append(copyOf(drawn, y));
    y += drawn.clientHeight + 10;
  }
  for (const mark of body.querySelectorAll('[data-marks] li')) write(plain(mark), 12, 400, ink('ink-soft'), 0);
  y += 8;
  write(words.caption, 12, 400, ink('ink-faint'), 2);
  write(words.view, 12, 400, ink('ink-faint'), 0);
  const height = Math.ceil(y + margin);
  picture.setAttribute('height', String(height));
  picture.setAttribute('viewBox', `0 0 ${room + 2 * margin} ${height}`);
  const typeface = element('style', {});
  typeface.textContent = await typefaceOf(picture.textContent ?? '');
  picture.prepend(typeface, element('rect', { width: '100%', height: '100%', fill: ink('surface') }));
  return new XMLSerializer().serializeToString(picture);
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

const plain = (part: Element) => [...part.childNodes].map(({ textContent }) => textContent?.trim()).join('  ');

/** The names of lines that stand above a chart, each after its sign; how high they are. */
function keyOf(figure: Element | null, picture: SVGElement, top: number, room: number, ink: string): number {
  let [x, y] = [margin, top + 14];
  const names = [...(figure?.querySelectorAll('[data-key] li') ?? [])];
  for (const name of names) {
    const text = name.textContent?.trim() ?? '';
    const width = text.length * 7.1 + 44;
    if (x > margin && x + width > room + margin) [x, y] = [margin, y + 20];
    const line = name.querySelector('path');
    const sign = getComputedStyle(line ?? name.querySelector('span') ?? name);
    const isDashed = name.querySelector('[data-plan]') !== null;
    const dashes = line?.getAttribute('stroke-dasharray') ?? (isDashed ? '2 4' : 'none');
    const stroke = line ? sign.stroke : sign.color;
    picture.append(element('path', { d: `M${x} ${y - 4}h18`, stroke, 'stroke-width': 3, 'stroke-dasharray': dashes }));
    const style = `font-family:'Inter Variable',sans-serif;font-size:13px;fill:${ink}`;
    const written = element('text', { x: x + 26, y, style });
    written.textContent = text;
    picture.append(written);
    x += width;
  }
  return names.length === 0 ? 0 : y - top + 10;
}

/** A copy without anything of this page: our colours are names that mean nothing outside it. */
function copyOf(drawn: SVGSVGElement, y: number): SVGElement {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const sources = [drawn, ...drawn.querySelectorAll<SVGElement>('*')];
  const targets = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  sources.forEach((source, i) => {
    const style = getComputedStyle(source);
    targets[i]?.setAttribute('style', kept.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'));
    targets[i]?.removeAttribute('class');
  });
  const { width, height } = drawn.getBoundingClientRect();
  const place = { x: margin, y, width, height, viewBox: `0 0 ${width} ${height}` };
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
  return copy;
}

/** The same picture in dots, twice as fine as on screen. */
export async function pngOf(svg: string): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: picture.width * 2,
    height: picture.height * 2,
  });
  // The typeface inside comes a moment after the picture itself: drawn until nothing changes any more.
  for (let [before, now] = ['', '-']; before !== now;) {
    if (now !== '-') await new Promise((next) => setTimeout(next, 150));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    [before, now] = [now, canvas.toDataURL()];
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.')))),
  );
}
