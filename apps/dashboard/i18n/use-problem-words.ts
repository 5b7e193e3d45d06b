import { useTranslation } from 'react-i18next';
import { isApiError } from '../api/api-error.js';
import { type Words } from './resources.js';

/** Why a gesture did not work, as a sentence; with its code where there are no words for it. */
export function useProblemWords(): (error: unknown) => string {
  const { t, i18n } = useTranslation('problems');
  const isKnown = (code: string): code is keyof Words['problems'] => i18n.exists(code, { ns: 'problems' });
  return (error) => {
    const code = isApiError(error) ? error.code : 'unknown';
    return isKnown(code) && code !== 'other' ? t(code) : t('other', { code });
  };
}
