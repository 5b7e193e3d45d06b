import { useTranslation } from 'react-i18next';
import { type ImportKind } from '#contract/imports.js';
import { type Words } from '../../i18n/resources.js';

/** What a canonical column is called, where one of a kind of file has a word of its own first; null where none is known. */
export function useColumnWords(kind: ImportKind): (column: string) => string | null {
  const { t, i18n } = useTranslation('columns');
  const isKnown = (key: string): key is keyof Words['columns'] => i18n.exists(key, { ns: 'columns' });
  return (column) => {
    const known = [`${kind}_${column}`, column].find(isKnown);
    return known === undefined ? null : t(known);
  };
}
