import { type UndoCounts } from '#contract/imports.js';

type File = Pick<UndoCounts['alsoIn'][number], 'id' | 'fileName'>;

/** The files that have to be named by their number too: another of the sentence, or the one it is about, is called the same. */
export function namedTwice(files: readonly File[], ownName: string): Set<number> {
  const names = [ownName, ...files.map(({ fileName }) => fileName)];
  const twice = files.filter(({ fileName }) => names.filter((name) => name === fileName).length > 1);
  return new Set(twice.map(({ id }) => id));
}
