import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './doomed-essor.js';

/** One place of the build that is made to say something else. */
export interface Patch {
  /** Under `dist`. */
  file: string;
  /** Stands there exactly once; white space counts as one blank. */
  from: string;
  to: string;
}

/** A patch that fits no more proves nothing: the code has moved on, and the patch must follow. */
export class PatchDoesNotFit extends Error {
  override readonly name = 'PatchDoesNotFit';
}

/** The text with the patch in it. Throws PatchDoesNotFit. */
export function patched(text: string, { file, from, to }: Patch): string {
  const words = from
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  const found = [...text.matchAll(new RegExp(words, 'g'))];
  const [place] = found;
  if (!place || found.length !== 1) throw new PatchDoesNotFit(`${file}: ${found.length} times "${from}"`);
  return text.slice(0, place.index) + to + text.slice(place.index + place[0].length);
}

export const builtText = (file: string): string => readFileSync(join(projectDir, 'dist', file), 'utf8');

/** Copies the build into a folder, with the patches; no line of the product knows of them. Returns its `dist`. */
export function brokenBuild(folder: string, patches: readonly Patch[]): string {
  const dist = join(folder, 'dist');
  for (const part of ['apps/api', 'apps/cli', 'apps/worker', 'libs', 'migrations'])
    cpSync(join(projectDir, 'dist', part), join(dist, part), {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    });
  // `#storage/…` is looked for beside the package.json that is nearest.
  cpSync(join(projectDir, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(projectDir, 'node_modules'), join(folder, 'node_modules'));
  for (const patch of patches) {
    const path = join(dist, patch.file);
    writeFileSync(path, patched(readFileSync(path, 'utf8'), patch));
  }
  return dist;
}
