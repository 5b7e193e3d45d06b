import { type Meaning, type Names } from './vocabulary.js';

/** Names that are looked up as they are, once written the way they are compared. */
export function listedNames(listed: readonly (readonly [string, Meaning])[], normal: (name: string) => string): Names {
  const meanings = new Map(listed.map(([name, meaning]) => [normal(name), meaning]));
  return { normal, meaning: (name) => meanings.get(name), listed: [...meanings] };
}
