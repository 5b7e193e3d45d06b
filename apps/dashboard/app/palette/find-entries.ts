import { plain, plainWords } from '../../format/plain.js';

/** Where the palette leads. */
export interface Destination {
  kind: 'view' | 'page' | 'place' | 'definition';
  /** Unique within its kind: address of the view, path of the page (from / where it is in no organisation), key of the place or of the definition. */
  key: string;
  label: string;
  /** What tells it from others of the same name, and is searched too. */
  detail?: string | undefined;
}

/** Of each kind, once something is looked for. */
const most = 6;

/** What speaks of every word, the closest names first and otherwise in their order; views and pages alone while nothing is asked. */
export function findEntries<D extends Destination>(entries: readonly D[], asked: string): D[] {
  const words = plainWords(asked);
  if (words.length === 0) return entries.filter(({ kind }) => kind === 'view' || kind === 'page');
  const found = entries.flatMap((entry) => {
    const label = plain(entry.label);
    const text = `${label} ${plain(entry.detail ?? '')}`;
    if (!words.every((word) => text.includes(word))) return [];
    return [{ entry, far: distance(label, words) }];
  });
  const kept = new Map<Destination['kind'], number>();
  return found
    .sort((a, b) => a.far - b.far)
    .flatMap(({ entry }) => {
      const before = kept.get(entry.kind) ?? 0;
      kept.set(entry.kind, before + 1);
      return before < most ? [entry] : [];
    });
}

/** 0: the name begins so; 1: each word begins one of its words; 2: they stand somewhere. */
function distance(label: string, words: readonly string[]): number {
  if (label.startsWith(words.join(' '))) return 0;
  const own = label.split(/[\s,'()-]+/);
  return words.every((word) => own.some((one) => one.startsWith(word))) ? 1 : 2;
}
