import { createRequire } from 'node:module';
import { join } from 'node:path';

const find = createRequire(join(import.meta.dirname, 'face.js'));

/** The file of a weight of our typeface, to be embedded. */
export const face = (weight: '400Regular' | '600SemiBold') =>
  find.resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`);
