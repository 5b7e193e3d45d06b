import { useTranslation } from 'react-i18next';
import { type ImportKind } from '#contract/imports.js';
import { type Words } from '../../i18n/resources.js';
import { useColumnWords } from './use-column-words.js';

/** Why a line or a file was refused, in words, with the column that it is about; its code where there are no words.
 * `format`: in which the times of the file are declared to be written. */
export function useRefusalWords(
  kind: ImportKind = 'events',
  format = 'ISO 8601',
): (code: string, field?: string | null) => string {
  const { t, i18n } = useTranslation('refusals');
  const wordOf = useColumnWords(kind);
  const isKnown = (code: string): code is keyof Words['refusals'] => i18n.exists(code, { ns: 'refusals' });
  return (code, field) => {
    const what = isKnown(code) ? t(code, { format }) : t('other', { code });
    return field ? t('inField', { what, field: wordOf(field) ?? field }) : what;
  };
}
