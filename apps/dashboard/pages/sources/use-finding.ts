import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { useGateMissing } from '../../ui/use-gate-missing.js';
import { heardWithin } from './arrival.js';
import { type findingOf } from './finding.js';
import { useHeard } from './use-heard.js';
import { useRefusalWords } from './use-refusal-words.js';

/** The sentence of the page, in the words of the reader. */
export function useFinding() {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const agoOf = useHeard();
  const why = useRefusalWords();
  const missing = useGateMissing();
  const now = new Date();
  const since = (lastHour: string) => {
    const { unit, n } = heardWithin(lastHour, now);
    return t(unit, { n: format.number(n) });
  };
  return (found: ReturnType<typeof findingOf>): string => {
    switch (found.says) {
      case 'running':
        return t('sayRunning', { count: found.count });
      case 'closed':
        return missing(found.gate);
      case 'held':
        return t('sayHeld', { file: found.file });
      case 'stopped':
        return t('sayStopped', { name: found.name });
      case 'silent':
        return t('saySilent', { name: found.name, since: since(found.lastHour) });
      case 'silentMany':
        return t('saySilentMany', { count: found.count });
      case 'failed':
        return t('sayFailed', { file: found.file, why: why(found.code) });
      case 'refused':
        return t('sayRefused', { count: found.count, n: format.number(found.count), file: found.file });
      case 'emptied':
        return t('sayEmptied');
      case 'fine':
        return t('sayFine', { ago: agoOf(found.lastHour, now) });
      case 'noActivity':
        return t('sayNoActivity');
      case 'nothing':
        return t('sayNothing');
    }
  };
}
