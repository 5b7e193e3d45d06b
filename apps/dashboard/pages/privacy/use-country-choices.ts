import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { countryCodes } from '#domain/purpose/countries.js';
import { useFormat } from '../../i18n/use-format.js';
import { likelyCountries } from './likely-countries.js';

interface Choices {
  group: string;
  items: { value: string; label: string }[];
}

/** Every country, by its name in the language of the screen: those that are most likely meant before the others. */
export function useCountryChoices(gate: PurposeGate): Choices[] {
  const { t } = useTranslation('privacy');
  const { language } = useFormat();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    const named = (value: string) => ({ value, label: names.of(value) ?? value });
    const likely = likelyCountries(gate, navigator.languages);
    const others = countryCodes
      .filter((code) => !likely.includes(code))
      .map(named)
      .sort((one, other) => one.label.localeCompare(other.label, language));
    const all = { group: t('otherCountries'), items: others };
    return likely.length === 0 ? [all] : [{ group: t('likelyCountries'), items: likely.map(named) }, all];
  }, [gate, language, t]);
}
