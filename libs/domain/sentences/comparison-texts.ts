import { type ComparisonParams, type Reached } from './comparison-params.js';
import { sideText } from './comparison-side.js';
import {
  against,
  gap,
  names,
  olderEn,
  olderFr,
  peopleText,
  shares,
  sizeText,
  unitsText,
  unitWord,
} from './comparison-words.js';
import { type Language } from './language.js';
import { settleTexts } from './settle-texts.js';
import { type Texts, type Wording } from './wording.js';

export const comparisonTexts: Texts<ComparisonParams> = {
  'comparison.nothing': {
    fr: () => 'Ces deux côtés n’ont aucune semaine publiée en commun.',
    en: () => 'These two sides have no published week in common.',
  },
  'comparison.same': {
    fr: (p, w) => `Les deux côtés sont le même, ${sameText(p, w, 'fr')} : il n’y a rien à comparer.`,
    en: (p, w) => `Both sides are the same, ${sameText(p, w, 'en')}: there is nothing to compare.`,
  },
  'comparison.observed': {
    fr: (p, w) =>
      p.week === p.otherWeek
        ? `À la semaine ${p.week} après l’ouverture, ${against(p, w, 'fr')}`
        : `À la semaine ${p.week} après son ouverture, ${against(p, w, 'fr', ` à la semaine ${p.otherWeek} de la sienne`)} ${olderFr(p, w)}`,
    en: (p, w) =>
      p.week === p.otherWeek
        ? `In week ${p.week} after opening, ${against(p, w, 'en')}`
        : `In week ${p.week} after its opening, ${against(p, w, 'en', ` in week ${p.otherWeek} of its own`)} ${olderEn(p, w)}`,
  },
  'comparison.observed_calendar': {
    fr: (p, w) =>
      `Au ${w.day(p.day)}, ${p.old ? 'dernier dimanche que les deux ont publié, ' : ''}${against(p, w, 'fr')}`,
    en: (p, w) => `On ${w.day(p.day)}, ${p.old ? 'the last Sunday that both published, ' : ''}${against(p, w, 'en')}`,
  },
  'comparison.observed_periods': {
    fr: (p, w) =>
      `Au ${w.day(p.firstDay)} : ${shares(p, w).one}, contre ${shares(p, w).other} au ${w.day(p.secondDay)}, soit ${gap(p, w, 'fr')}.`,
    en: (p, w) =>
      `On ${w.day(p.firstDay)} ${shares(p, w).one}, against ${shares(p, w).other} on ${w.day(p.secondDay)}: ${gap(p, w, 'en')}.`,
  },
  'comparison.noise': {
    fr: (p, w) =>
      `${p.paired ? itselfFr(p) : `Entre ${unitWord(p, 2, 'fr')} qui diffèrent de toute façon`} (${unitsText(p, w, 'fr')}), un écart de cette taille peut venir du hasard : on ne peut pas l’attribuer${p.detectable > 0 ? ` ; il faudrait ${sizeText(p.detectable, w)} pour le voir` : ''}.`,
    en: (p, w) =>
      `${p.paired ? `Each ${unitWord(p, 1, 'en')} against itself` : `Between ${unitWord(p, 2, 'en')} that differ anyway`} (${unitsText(p, w, 'en')}), a gap of this size may be chance: it cannot be put down to either side${p.detectable > 0 ? `; it would take ${sizeText(p.detectable, w)} to be seen` : ''}.`,
  },
  'comparison.open': {
    fr: (p, w) =>
      `Cet écart est celui de toutes les personnes comptées ensemble ; c’est la lecture ${p.unit === 'site' ? 'site par site' : 'entité par entité'} qui décide (${unitsText(p, w, 'fr')}), et ce qui y est publié permet que l’un ou l’autre côté mène : on ne peut pas savoir si l’écart dépasse le hasard${p.detectable > 0 ? ` ; il faudrait ${sizeText(p.detectable, w)} pour le voir` : ''}.`,
    en: (p, w) =>
      `This gap is of all people counted together; the reading ${unitWord(p, 1, 'en')} by ${unitWord(p, 1, 'en')} decides (${unitsText(p, w, 'en')}), and what is published there allows either side to lead: whether the gap exceeds chance cannot be known${p.detectable > 0 ? `; it would take ${sizeText(p.detectable, w)} to be seen` : ''}.`,
  },
  'comparison.blind': {
    fr: (p, w) =>
      `Avec si peu ${p.unit === 'site' ? 'de sites' : 'd’entités'} (${unitsText(p, w, 'fr')}, ${peopleText(p, w, 'fr')}), aucun écart, même très grand, ne se distinguerait du hasard : on ne peut pas l’attribuer.`,
    en: (p, w) =>
      `With so few ${unitWord(p, 2, 'en')} (${unitsText(p, w, 'en')}, ${peopleText(p, w, 'en')}), no gap, however wide, could be told from chance: it cannot be put down to either side.`,
  },
  'comparison.distinct': {
    fr: (p, w) =>
      `L’écart dépasse ce que le hasard entre ${unitWord(p, 2, 'fr')} explique (${unitsText(p, w, 'fr')}) ; il tient donc à ce qui distingue les deux côtés, choix des ${unitWord(p, 2, 'fr')} compris.`,
    en: (p, w) =>
      `The gap exceeds what chance between ${unitWord(p, 2, 'en')} explains (${unitsText(p, w, 'en')}); so it comes from what sets both sides apart, the choice of ${unitWord(p, 2, 'en')} included.`,
  },
  'comparison.refused_overlap': {
    fr: () => 'Des personnes sont des deux côtés : aucun test ne peut parler de cet écart.',
    en: () => 'Some people are on both sides: no test can speak of this gap.',
  },
  'comparison.refused_shock': {
    fr: (p) =>
      `« ${p.shock} » n’a pas touché les deux côtés de la même façon pendant la période comparée : l’écart ne peut pas être attribué.`,
    en: (p) =>
      `“${p.shock}” did not hit both sides alike over the period compared: the gap cannot be put down to either.`,
  },
  'comparison.refused_too_wide': {
    fr: (p, w) =>
      `Ce qui est publié d’un côté laisse un trop grand intervalle, pour que personne ne soit reconnu (${peopleText(p, w, 'fr')}) : aucun test ne peut parler de cet écart.`,
    en: (p, w) =>
      `What is published of one side leaves too wide an interval, so that nobody is recognised (${peopleText(p, w, 'en')}): no test can speak of this gap.`,
  },
  'comparison.refused_one_site': {
    fr: (p, w) =>
      `${oneFr(p)} (${unitsText(p, w, 'fr')}, ${peopleText(p, w, 'fr')}) : rien ne sépare ce qui distingue ${names(p, 'fr').first} et ${names(p, 'fr').second} de ce qui est propre à ${p.unit === 'site' ? 'ce site' : 'cette entité'}. Aucun test n’est possible.`,
    en: (p, w) =>
      `A single ${unitWord(p, 1, 'en')} on ${p.sites === p.otherSites ? 'each' : 'one'} side (${unitsText(p, w, 'en')}, ${peopleText(p, w, 'en')}): nothing tells what sets ${names(p, 'en').first} and ${names(p, 'en').second} apart from what is particular to that ${unitWord(p, 1, 'en')}. No test is possible.`,
  },
  'comparison.refused_sites_hidden': {
    fr: (p, w) =>
      `Trop peu ${p.unit === 'site' ? 'de sites' : 'd’entités'} publient ce taux séparément (${peopleText(p, w, 'fr')} en tout) : on ne peut pas savoir si l’écart dépasse le hasard.`,
    en: (p, w) =>
      `Too few ${unitWord(p, 2, 'en')} publish this rate on their own (${peopleText(p, w, 'en')} in all): whether the gap exceeds chance cannot be known.`,
  },
  'comparison.refused_no_spread': {
    fr: (p) =>
      `Les ${unitWord(p, 2, 'fr')} ne laissent pas estimer à quel point ${p.unit === 'site' ? 'ils' : 'elles'} se ressemblent : aucun test n’est possible.`,
    en: (p) => `The ${unitWord(p, 2, 'en')} do not let their likeness be estimated: no test is possible.`,
  },
  'comparison.not_open': {
    fr: (p) => `${p.name} n’est pas encore ouvert : l’écart ne dit rien d’autre.`,
    en: (p) => `${p.nameEn} has not opened yet: the gap says nothing else.`,
  },
  ...settleTexts,
};

const itselfFr = (p: Reached) =>
  p.unit === 'site' ? 'Chaque site comparé à lui-même' : 'Chaque entité comparée à elle-même';
const oneFr = ({ unit, sites, otherSites }: Reached) =>
  `${unit === 'site' ? 'Un seul site' : 'Une seule entité'} ${sites === otherSites ? 'de chaque côté' : 'd’un côté'}`;

const sameText = (p: { name: string; nameEn: string; kind: string }, w: Wording, language: Language) =>
  p.kind === 'period' ? w.day(p.name) : sideText(p.kind, language === 'fr' ? p.name : p.nameEn, language);
