import { useTranslation } from 'react-i18next';
import { type Client } from '#contract/clients.js';
import { useFormat } from '../../../i18n/use-format.js';

/** Under which mask an organisation publishes, or why nothing of it is read. */
export function useMaskWords(): (client: Client) => string {
  const { t } = useTranslation('clients');
  const format = useFormat();
  return ({ class: kind, k, bands, untold, series, freshness }) => {
    if (untold === 'role' || untold === 'scope' || untold === 'purpose' || untold === 'unpublished')
      return t(`untold_${untold}`);
    const mask = t(bands ? 'maskBands' : 'maskExact', { k: format.number(k) });
    const last = series?.points.at(-1)?.weekEnd;
    const isOld = last !== undefined && freshness !== null && last < freshness.weekEnd;
    return [
      untold && t(`untold_${untold}`),
      mask,
      kind === 'synthetic' && t('invented'),
      series?.launch === null && t('noLaunch'),
      isOld && t('older', { day: format.day(freshness.weekEnd, 'long') }),
    ]
      .filter(Boolean)
      .join(' ');
  };
}
