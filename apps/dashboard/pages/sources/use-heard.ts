import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { heardWithin } from './arrival.js';

/** How long ago a source was heard, no finer than its counter. */
export function useHeard(): (lastHour: string, now: Date) => string {
  const { t } = useTranslation('sources');
  const format = useFormat();
  return (lastHour, now) => {
    const { unit, n } = heardWithin(lastHour, now);
    if (unit === 'hours') return t('withinHours', { count: n });
    return t('daysAgo', { count: n, n: format.number(n) });
  };
}
