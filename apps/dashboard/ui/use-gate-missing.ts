import { useTranslation } from 'react-i18next';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { useCountryName } from '../i18n/use-country-name.js';
import { useFormat } from '../i18n/use-format.js';

/** Of places without a country, and of countries without dates, the sentence names the first; the page names all. */
const mostNamed = 5;

/** What keeps a gate closed, in the words of the reader. */
export function useGateMissing(): (
  gate: Pick<PurposeGate, 'lacksCountry' | 'unsaid' | 'countries' | 'actsSince'>,
) => string {
  const { t } = useTranslation('privacy');
  const { language } = useFormat();
  const nameOf = useCountryName();
  const list = (names: string[]) =>
    new Intl.ListFormat(language).format([...names.slice(0, mostNamed), ...(names.length > mostNamed ? ['…'] : [])]);
  return ({ lacksCountry, unsaid, countries, actsSince }) => {
    const stays = actsSince !== null && t('sayStays');
    if (lacksCountry) return [t('sayNoCountry'), stays].filter(Boolean).join(' ');
    const waiting = countries.filter(({ missing }) => missing.length > 0).map(({ country }) => nameOf(country));
    const nowhere = unsaid.map(({ path }) => path.join(' › '));
    return [
      nowhere.length > 0 && t('sayUnsaid', { entities: list(nowhere), count: nowhere.length }),
      waiting.length > 0 &&
        t(nowhere.length > 0 ? 'sayClosedToo' : 'sayClosed', { countries: list(waiting), count: waiting.length }),
      stays,
    ]
      .filter(Boolean)
      .join(' ');
  };
}
