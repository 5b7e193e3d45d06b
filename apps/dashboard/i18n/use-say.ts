import { useCallback } from 'react';
import { type Sentence } from '#contract/published.js';
import { say } from '#domain/sentences/say.js';
import { useFormat } from './use-format.js';

/** Puts a sentence of the API into words, in the language of the screen. */
export function useSay(): (sentence: Sentence) => string {
  const { language } = useFormat();
  return useCallback((sentence: Sentence) => say(sentence, language), [language]);
}
