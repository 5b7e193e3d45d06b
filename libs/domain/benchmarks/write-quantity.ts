import { type Language } from '../sentences/language.js';
import { formatNumber, formatPercent } from '../sentences/number-text.js';
import { wordings } from '../sentences/wording.js';
import { type Quantity, type QuantityUnit } from './benchmark.js';

const names: Record<
  Exclude<QuantityUnit, 'percent' | 'times'>,
  Record<Language, readonly [one: string, many: string]>
> = {
  people: { fr: ['personne', 'personnes'], en: ['person', 'people'] },
  days: { fr: ['jour', 'jours'], en: ['day', 'days'] },
  weeks: { fr: ['semaine', 'semaines'], en: ['week', 'weeks'] },
  months: { fr: ['mois', 'mois'], en: ['month', 'months'] },
  euros: { fr: ['euro', 'euros'], en: ['euro', 'euros'] },
  tools: { fr: ['outil', 'outils'], en: ['tool', 'tools'] },
  sites: { fr: ['site', 'sites'], en: ['site', 'sites'] },
};

const words = {
  fr: {
    about: (text: string) => `environ ${text}`,
    from: (text: string) => `${text} ou plus`,
    below: (text: string) => `moins de ${text}`,
    range: (low: string, high: string) => `${low} à ${high}`,
  },
  en: {
    about: (text: string) => `about ${text}`,
    from: (text: string) => `${text} or more`,
    below: (text: string) => `less than ${text}`,
    range: (low: string, high: string) => `${low} to ${high}`,
  },
};

/** « 10 % à 20 % de l’effectif », “6 months or more”. Without any number, what it is said to be. */
export function writeQuantity({ low, high, unit, about, of }: Quantity, language: Language): string {
  const phrase = words[language];
  const write = (value: number) => writeValue(value, unit, language);
  const text =
    low === null
      ? high === null
        ? null
        : phrase.below(write(high))
      : high === null
        ? phrase.from(write(low))
        : low === high
          ? write(low)
          : phrase.range(bare(low, unit, language), write(high));
  const label = of?.[language];
  if (text === null) return label ?? '';
  const said = about ? phrase.about(text) : text;
  return label ? `${said} (${label})` : said;
}

/** The first end of a range of things leaves their name to the second. */
const bare = (value: number, unit: QuantityUnit, language: Language): string =>
  unit === 'percent' || unit === 'times' ? writeValue(value, unit, language) : wordings[language].number(value);

function writeValue(value: number, unit: QuantityUnit, language: Language): string {
  const { number, plural } = wordings[language];
  // One decimal where the source, or a division of its counts, is not whole.
  if (unit === 'percent') return formatPercent(value, language, 1);
  if (unit === 'times') return `× ${formatNumber(value, language, 1)}`;
  const [one, many] = names[unit][language];
  return `${number(value)} ${plural(value, one, many)}`;
}
