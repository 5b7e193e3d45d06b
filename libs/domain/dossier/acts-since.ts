import { countedBeforeTold } from '../purpose/purpose-gate.js';
import { dayText } from '../sentences/day-text.js';
import { type Language } from '../sentences/language.js';
import { countryName } from './blocks.js';
import { type DossierFacts } from './dossier.js';
import { english, french } from './dossier-words.js';

type Facts = Pick<DossierFacts, 'countries' | 'unsaid' | 'actsSince'>;

/** From which day acts are counted, and who was told only later: a history that is handed in may begin long before. */
export function actsSinceText(facts: Facts, language: Language): string {
  const isFrench = language === 'fr';
  if (facts.actsSince === null)
    return isFrench
      ? 'Les actes comptés commencent le : [à compléter ; l’historique remis peut précéder l’information des salariés].'
      : 'The acts that are counted begin on: [to be filled in; the history handed in may begin before employees were informed].';
  const day = dayText(facts.actsSince, language, 'long');
  const begin = isFrench ? `Les actes comptés commencent le ${day}` : `The acts that are counted begin on ${day}`;
  const later = countedBeforeTold(facts).map(({ country, informedOn }) => {
    const told = informedOn ? dayText(informedOn, language, 'long') : (isFrench ? french : english).toFill;
    return `${countryName(country, language)}${isFrench ? ' :' : ':'} ${told}`;
  });
  if (later.length === 0) return `${begin}.`;
  return isFrench
    ? `${begin}, donc avant l’information des salariés (${later.join(' ; ')}).`
    : `${begin}, thus before employees were informed (${later.join('; ')}).`;
}

/** What a dossier says of when people are told; nothing that the dates on record deny, or do not say of everybody. */
export function toldFirst(facts: Facts, language: Language): string {
  const isUnknown = facts.actsSince !== null && (facts.countries.length === 0 || facts.unsaid.length > 0);
  if (isUnknown || countedBeforeTold(facts).length > 0)
    return language === 'fr' ? 'Les dates d’information sont au point 9.' : 'The days of information are in point 9.';
  return language === 'fr'
    ? 'Chaque personne est informée avant le début de la mesure.'
    : 'Everybody is informed before the measurement begins.';
}

/** What keeps activity out before the dates are there. Which countries there are is known once the directory says so. */
export function gateText(
  { actsSince, countries, unsaid }: Facts & Pick<DossierFacts, 'unsaid'>,
  language: Language,
): string {
  const isFrench = language === 'fr';
  const rule = isFrench
    ? 'Essor n’accepte d’activité de vraies personnes qu’une fois enregistrées les dates demandées pour chaque pays qu’il connaît, sauf décision motivée d’un administrateur, gardée au journal d’audit. Un pays que l’annuaire fait connaître plus tard arrête ce qui suit ; les actes déjà entrés restent.'
    : 'Essor takes in activity of real people only once the dates asked for are recorded for every country that it knows, unless an administrator decides otherwise for a reason kept in the audit log. A country that the directory brings later stops what follows; acts that are already in stay.';
  const waiting = countries
    .filter(({ missing }) => missing.length > 0)
    .map((one) => countryName(one.country, language));
  const names = [...waiting, ...unsaid.map(({ path }) => path.join(' > '))];
  if (actsSince === null || names.length === 0) return rule;
  const listed = new Intl.ListFormat(language).format(names);
  return isFrench
    ? `${rule} Des actes sont déjà entrés alors que des dates manquent encore : ${listed}.`
    : `${rule} Acts are already in while dates are still missing: ${listed}.`;
}
