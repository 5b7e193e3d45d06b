import { useMemo } from 'react';
import { countryCodes } from '#domain/purpose/countries.js';
import { useFormat } from '../../i18n/use-format.js';

/** Every country, by its name in the language of the screen. */
export function useCountryChoices(): { value: string; label: string }[] {
  const { language } = useFormat();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return countryCodes
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((one, other) => one.label.localeCompare(other.label, language));
  }, [language]);
}
