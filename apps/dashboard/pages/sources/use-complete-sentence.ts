import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { wordOfKind } from '../../ui/kind-words.js';
import { behind, completeDays, type Reach } from './complete-days.js';
import { type Known } from './finding.js';

/** Up to which day data count as complete, and what ends before; null where nothing says so. */
export function useCompleteSentence(known: Known): string | null {
  const { t } = useTranslation('sources');
  const { t: kinds } = useTranslation('file-kinds');
  const format = useFormat();
  const reaches = completeDays(known);
  const [furthest] = reaches;
  if (!furthest) return null;
  const named = ({ of, day }: Reach) => {
    const word = 'kind' in of ? wordOfKind(of.kind) : null;
    const name = 'name' in of ? of.name : word === null ? of.kind : kinds(word);
    return `${name} (${format.day(day, 'long')})`;
  };
  const others = behind(reaches).map(named);
  const day = format.day(furthest.day, 'long');
  if (others.length === 0) return t('sayComplete', { day });
  return t('sayFurthest', { day, others: new Intl.ListFormat(format.language).format(others) });
}
