import { useTranslation } from 'react-i18next';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { useOrganization } from '../../api/organization.js';
import { frenchTypography } from '#domain/sentences/typography.js';
import { useFormat } from '../../i18n/use-format.js';
import { knownIndicator } from './figures.js';

/** Places, indicators and windows in the words of the screen. */
export function useNames() {
  const { t } = useTranslation('history');
  const { language, number } = useFormat();
  const { data: organization } = useOrganization();
  const waves = (organization?.waves ?? []).map(({ key, name }) => ({ value: key, label: name }));
  const entities = (organization?.nodes ?? []).flatMap(({ entity, name }) =>
    entity ? [{ value: entity, label: name }] : [],
  );
  const whole = { value: '', label: t('whole') };
  const named = [whole, ...waves, ...entities];
  return {
    waves,
    entities,
    whole,
    scopeOf: (scope: string) => named.find(({ value }) => value === scope)?.label ?? scope,
    indicatorOf: (indicator: string) => {
      const key = knownIndicator(indicator);
      if (!key) return indicator;
      const title = indicatorOf(key).title[language];
      return language === 'fr' ? frenchTypography(title) : title;
    },
    windowOf: (days: number) => (days === 0 ? t('state') : t('windowDays', { count: days, n: number(days) })),
  };
}
