import { useTranslation } from 'react-i18next';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { useCountryName } from '../i18n/use-country-name.js';
import { useFormat } from '../i18n/use-format.js';

/** Of places without a country the sentence names the first; the form names all. */
const mostNamed = 5;

/** What keeps a gate closed, in the words of the reader. */
export function useGateMissing(): (gate: Pick<PurposeGate, 'lacksCountry' | 'unsaid' | 'countries'>) => string {
  const { t } = useTranslation('privacy');
  const { language } = useFormat();
  const nameOf = useCountryName();
  const list = (names: string[]) => new Intl.ListFormat(language).format(names);
  return ({ lacksCountry, unsaid, countries }) => {
    if (lacksCountry) return t('sayNoCountry');
    const waiting = countries.filter(({ missing }) => missing.length > 0).map(({ country }) => nameOf(country));
    const nowhere = unsaid.map(({ path }) => path.join(' › '));
    const named = list([...nowhere.slice(0, mostNamed), ...(nowhere.length > mostNamed ? ['…'] : [])]);
    return [
      nowhere.length > 0 && t('sayUnsaid', { entities: named, count: nowhere.length }),
      waiting.length > 0 && t('sayClosed', { countries: list(waiting), count: waiting.length }),
    ]
      .filter(Boolean)
      .join(' ');
  };
}
