import { type CountryGate, type PurposeGate } from '#contract/purpose-gate.js';
import { countryCodes } from '#domain/purpose/countries.js';

interface Known extends Pick<PurposeGate, 'country'> {
  countries: readonly Pick<CountryGate, 'country'>[];
  unsaid: readonly Pick<PurposeGate['unsaid'][number], 'proposal'>[];
}

/** The countries that somebody most likely looks for: the seat, those of the directory, those of the languages of the browser. */
export function likelyCountries({ country, countries, unsaid }: Known, languages: readonly string[]): string[] {
  const likely = [
    country,
    ...countries.map((each) => each.country),
    ...unsaid.map(({ proposal }) => proposal),
    ...languages.map(regionOf),
  ];
  return [...new Set(likely.filter((each) => each !== null))].filter((each) => countryCodes.includes(each));
}

function regionOf(language: string): string | null {
  try {
    return new Intl.Locale(language).maximize().region ?? null;
  } catch {
    return null;
  }
}
