import { useTranslation } from 'react-i18next';
import { type Words } from '../../i18n/resources.js';

/** Why a line or a file was refused, in words, with the column that it is about; its code where there are no words. */
export function useRefusalWords(): (code: string, field?: string | null) => string {
  const { t, i18n } = useTranslation('refusals');
  const isKnown = (code: string): code is keyof Words['refusals'] => i18n.exists(code, { ns: 'refusals' });
  return (code, field) => {
    const what = isKnown(code) ? t(code) : t('other', { code });
    return field ? t('inField', { what, field }) : what;
  };
}
