import { type SentenceParams } from './texts.js';

export type SentenceKey = keyof SentenceParams;

/** What can be said, in no language yet: `say` puts it into words. */
export interface Sentence {
  key: string;
  params: Record<string, string | number>;
}

export function sentence<K extends SentenceKey>(key: K, params: SentenceParams[K]): Sentence {
  return { key, params: { ...params } };
}
