import { useCallback } from 'react';
import { type Verdict } from '#contract/diagnostic.js';
import { checkKeys, checkOf, signalsOf } from '#domain/diagnostic/catalogue.js';
import { questionOf, type Signal } from '#domain/diagnostic/signal.js';
import { type Bilingual } from '#domain/indicators/indicator.js';
import { frenchTypography } from '#domain/sentences/typography.js';
import { useFormat } from '../../i18n/use-format.js';

/** Words of one signal, in the language of the screen. */
export interface SignalWords {
  signal: Signal;
  title: string;
  because: string | undefined;
}

export const checkNamed = (key: string) => {
  const known = checkKeys.find((one) => one === key);
  return known && checkOf(known);
};

/** Words of the catalogue in the language of the screen, with the spaces of French. */
export function useWords(): (text: Bilingual) => string {
  const { language } = useFormat();
  return useCallback(({ fr, en }: Bilingual) => (language === 'fr' ? frenchTypography(fr) : en), [language]);
}

/** Finds a signal of a check in the catalogue; undefined where a newer API names one that this page does not know. */
export function useSignalOf(): (check: string, signal: string) => SignalWords | undefined {
  const words = useWords();
  return useCallback(
    (check: string, key: string) => {
      const found = checkNamed(check);
      const signal = found && signalsOf(found).find((one) => one.key === key);
      if (!signal) return undefined;
      const { title, because } = signal;
      return { signal, title: words(title), because: because && words(because) };
    },
    [words],
  );
}

/** What to ask next about a verdict: for the fact where it is missing, about the fault where it is seen. */
export function useQuestionOf(): (verdict: Verdict | undefined) => string | undefined {
  const words = useWords();
  const signalOf = useSignalOf();
  return useCallback(
    (verdict: Verdict | undefined) => {
      const finding = verdict?.findings.find(({ signal }) => signal === verdict.ask);
      const found = verdict && finding && signalOf(verdict.check, finding.signal);
      return found && words(questionOf(found.signal, finding));
    },
    [words, signalOf],
  );
}
