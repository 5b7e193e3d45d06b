import { type Font, type GlyphRun, openSync } from 'fontkit';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const find = createRequire(join(import.meta.dirname, 'face.js'));
const read = new Map<string, Font>();
/** Words of our sentences come again in every document; names of places must not fill the memory for ever. */
const mostWords = 10_000;

/**
 * A weight of our typeface, to be embedded. Read once for all documents, and each word set once: unfolding the tables of a
 * font and going through its rules took longer than drawing with it. The writer takes it as it is; its types know only files.
 */
export function face(weight: '400Regular' | '600SemiBold'): PDFKit.Mixins.PDFFontSource {
  const path = () => find.resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`);
  const known = read.get(weight) ?? settingOnce(openSync(path()) as Font, openSync(path()) as Font);
  read.set(weight, known);
  return known as Font & PDFKit.Mixins.PDFFontSource;
}

/** Glyphs are cut from another copy: one that came as a part of another, without its letter, would be known without it. */
function settingOnce(font: Font, cut: Font): Font {
  const words = new Map<string, GlyphRun>();
  const layout = (word: string, features?: Record<string, boolean>): GlyphRun => {
    if (features !== undefined) return font.layout(word, features);
    const run = words.get(word) ?? font.layout(word);
    if (words.size >= mostWords) words.clear();
    words.set(word, run);
    // The writer turns the positions into its own measure, in their place.
    const positions = run.positions.map((position) => ({ ...position }));
    return Object.assign(Object.create(run) as GlyphRun, { positions });
  };
  return Object.assign(Object.create(font) as Font, { layout, createSubset: () => cut.createSubset() });
}
