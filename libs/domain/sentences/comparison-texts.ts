import { type ComparisonParams } from './comparison-params.js';
import { sideText } from './comparison-side.js';
import { against, gap, names, olderEn, olderFr, shares, sitesOf } from './comparison-words.js';
import { type Language } from './language.js';
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
    fr: (p, w) => `Au ${w.day(p.day)}, ${against(p, w, 'fr')}`,
    en: (p, w) => `On ${w.day(p.day)}, ${against(p, w, 'en')}`,
  },
  'comparison.observed_periods': {
    fr: (p, w) =>
      `Au ${w.day(p.firstDay)} : ${shares(p, w).one}, contre ${shares(p, w).other} au ${w.day(p.secondDay)}, soit ${gap(p, w, 'fr')}.`,
    en: (p, w) =>
      `On ${w.day(p.firstDay)} ${shares(p, w).one}, against ${shares(p, w).other} on ${w.day(p.secondDay)}: ${gap(p, w, 'en')}.`,
  },
  'comparison.noise': {
    fr: (p, w) =>
      `${p.paired ? 'Chaque site comparé à lui-même' : 'Entre sites qui diffèrent de toute façon'} (${sitesOf(p, w, 'site', 'sites', 'contre')}), un écart de cette taille peut venir du hasard : on ne peut pas l’attribuer${p.detectable > 0 ? ` ; il faudrait ${size(p.detectable, w)} pour le voir` : ''}.`,
    en: (p, w) =>
      `${p.paired ? 'Each site against itself' : 'Between sites that differ anyway'} (${sitesOf(p, w, 'site', 'sites', 'against')}), a gap of this size may be chance: it cannot be put down to either side${p.detectable > 0 ? `; it would take ${size(p.detectable, w)} to be seen` : ''}.`,
  },
  'comparison.open': {
    fr: (p, w) =>
      `Ce que les sites publient un à un (${sitesOf(p, w, 'site', 'sites', 'contre')}) laisse ouvert quel côté mène de site en site : on ne peut pas savoir si l’écart dépasse le hasard${p.detectable > 0 ? ` ; il faudrait ${size(p.detectable, w)} pour le voir` : ''}.`,
    en: (p, w) =>
      `What the sites publish one by one (${sitesOf(p, w, 'site', 'sites', 'against')}) leaves open which side leads from site to site: whether the gap exceeds chance cannot be known${p.detectable > 0 ? `; it would take ${size(p.detectable, w)} to be seen` : ''}.`,
  },
  'comparison.blind': {
    fr: (p, w) =>
      `Avec si peu de sites (${sitesOf(p, w, 'site', 'sites', 'contre')}), aucun écart, même très grand, ne se distinguerait du hasard : on ne peut pas l’attribuer.`,
    en: (p, w) =>
      `With so few sites (${sitesOf(p, w, 'site', 'sites', 'against')}), no gap, however wide, could be told from chance: it cannot be put down to either side.`,
  },
  'comparison.distinct': {
    fr: (p, w) =>
      `L’écart dépasse ce que le hasard entre sites explique (${sitesOf(p, w, 'site', 'sites', 'contre')}) ; il tient donc à ce qui distingue les deux côtés, choix des sites compris.`,
    en: (p, w) =>
      `The gap exceeds what chance between sites explains (${sitesOf(p, w, 'site', 'sites', 'against')}); so it comes from what sets both sides apart, the choice of sites included.`,
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
    fr: () =>
      'Ce qui est publié d’un côté laisse un trop grand intervalle, pour que personne ne soit reconnu : aucun test ne peut parler de cet écart.',
    en: () =>
      'What is published of one side leaves too wide an interval, so that nobody is recognised: no test can speak of this gap.',
  },
  'comparison.refused_one_site': {
    fr: (p) =>
      `Un site contre un autre : ce qui distingue ${names(p, 'fr').first} et ${names(p, 'fr').second} ne peut pas être séparé du hasard.`,
    en: (p) =>
      `One site against another: what sets ${names(p, 'en').first} and ${names(p, 'en').second} apart cannot be told from chance.`,
  },
  'comparison.refused_sites_hidden': {
    fr: () => 'Trop peu de sites publient ce taux séparément : on ne peut pas savoir si l’écart dépasse le hasard.',
    en: () => 'Too few sites publish this rate on their own: whether the gap exceeds chance cannot be known.',
  },
  'comparison.refused_no_spread': {
    fr: () => 'Les sites ne laissent pas estimer à quel point ils se ressemblent : aucun test n’est possible.',
    en: () => 'The sites do not let their likeness be estimated: no test is possible.',
  },
  'comparison.not_open': {
    fr: (p) => `${p.name} n’est pas encore ouvert : l’écart ne dit rien d’autre.`,
    en: (p) => `${p.name} has not opened yet: the gap says nothing else.`,
  },
  'comparison.settle_open': {
    fr: (p) => `Pour comparer, attendez l’ouverture de ${p.name}, puis quelques semaines.`,
    en: (p) => `To compare, wait until ${p.name} has opened, and a few weeks more.`,
  },
  'comparison.settle_other': {
    fr: () => 'Choisissez un autre côté.',
    en: () => 'Choose another side.',
  },
  'comparison.settle_common_weeks': {
    fr: () => 'Choisissez une autre paire ou un autre alignement, ou attendez que les deux publient une même semaine.',
    en: () => 'Choose another pair or another alignment, or wait until both publish a week in common.',
  },
  'comparison.settle_masked': {
    fr: (p) =>
      `Depuis huit semaines au moins, ce taux n’est pas publié pour ${sideText(p.kind, p.name, 'fr')}, pour que personne ne soit reconnu. Attendre n’y changera sans doute rien : choisissez un autre côté, un autre indicateur ou la mesure sur 7 jours.`,
    en: (p) =>
      `For eight weeks at least this rate has not been published of ${sideText(p.kind, p.name, 'en')}, so that nobody is recognised. Waiting will hardly change that: choose another side, another indicator or the measure over 7 days.`,
  },
  'comparison.settle_untold': {
    fr: (p) =>
      `Rien ne permet de mesurer ce taux pour ${sideText(p.kind, p.name, 'fr')} : aucune source ne le dit, ou il ne se calcule pas ici. Attendre n’y change rien : choisissez un autre indicateur.`,
    en: (p) =>
      `Nothing measures this rate of ${sideText(p.kind, p.name, 'en')}: no source tells it, or it is not reckoned here. Waiting changes nothing: choose another indicator.`,
  },
  'comparison.settle_more': {
    fr: (p, w) => `${gapFr(p, w)} : ${sitesMore(p, w, 'fr')}.${lastsFr(p, w)}`,
    en: (p, w) => `${gapEn(p, w)}: ${sitesMore(p, w, 'en')}.${lastsEn(p, w)}`,
  },
  'comparison.settle_beyond': {
    fr: (p, w) =>
      `Les sites n’y suffiront pas. ${gapFr(p, w)}, il faudrait ${sitesMore(p, w, 'fr')}, ${leftFr(p, w)}.${lastsFr(p, w)}`,
    en: (p, w) =>
      `Sites will not settle it. ${gapEn(p, w)}, it would take ${sitesMore(p, w, 'en')}, and ${leftEn(p, w)}.${lastsEn(p, w)}`,
  },
  'comparison.settle_enough': {
    fr: (p, w) => `Les sites suffisent : un écart de ${size(p.gap, w)} se serait vu huit fois sur dix.`,
    en: (p, w) => `There are sites enough: a gap of ${size(p.gap, w)} would have been seen eight times out of ten.`,
  },
  'comparison.settle_bands': {
    fr: (p, w) =>
      `Des sites de plus n’y suffiraient pas : pour que personne ne soit reconnu, ce qui est publié des deux côtés laisse ${size(p.open, w)} d’écart ouverts.`,
    en: (p, w) =>
      `More sites would not settle it: so that nobody is recognised, what is published of both sides leaves ${size(p.open, w)} of the gap open.`,
  },
  'comparison.settle_fixed': {
    fr: () =>
      'Chaque site est comparé à lui-même : ni d’autres sites ni d’autres semaines ne trancheraient cet écart-là.',
    en: () => 'Each site is compared with itself: neither more sites nor more weeks would settle this very gap.',
  },
  'comparison.settle_weeks': {
    fr: (p, w) =>
      `Reste à voir s’il tient : encore ${w.number(p.weeks)} ${w.plural(p.weeks, 'semaine', 'semaines')} de suivi commun.`,
    en: (p, w) =>
      `Whether it lasts will show in ${w.number(p.weeks)} more ${w.plural(p.weeks, 'week', 'weeks')} of common follow-up.`,
  },
  'comparison.settle_block': {
    fr: () => 'Les petits sites publient à la fin de chaque bloc de quatre semaines, ou avec la mesure sur 7 jours.',
    en: () => 'Small sites publish at the end of each block of four weeks, or with the measure over 7 days.',
  },
  'comparison.settle_apart': {
    fr: () => 'Pour trancher, comparez deux côtés qui ne partagent personne.',
    en: () => 'To settle it, compare two sides that share nobody.',
  },
  'comparison.settle_calendar': {
    fr: () =>
      'Pour trancher, comparez des vagues ouvertes dans les mêmes semaines, ou des périodes que rien n’a bousculées.',
    en: () => 'To settle it, compare waves that opened in the same weeks, or periods that nothing upset.',
  },
  'comparison.settled': {
    fr: () => 'L’écart repose sur assez de sites et de semaines pour être discuté tel quel.',
    en: () => 'The gap rests on enough sites and weeks to be discussed as it is.',
  },
};

const sameText = (p: { name: string; kind: string }, w: Wording, language: Language) =>
  p.kind === 'period' ? w.day(p.name) : sideText(p.kind, p.name, language);

const leftFr = ({ left }: { left: number }, w: Wording) =>
  left === 0 ? 'et il n’en reste aucun' : `et il n’en reste que ${w.number(left)}`;
const leftEn = ({ left }: { left: number }, w: Wording) =>
  left === 0 ? 'none is left' : `only ${w.number(left)} ${w.plural(left, 'is', 'are')} left`;

type More = { sites: number; gap: number; weeks: number };

/** A gap without a side that leads. */
const size = (gap: number, w: Wording) => w.points(gap).replace(/^\+/, '');
const gapFr = ({ gap }: More, w: Wording) =>
  gap > 0 ? `Pour trancher un écart de ${size(gap, w)}` : 'Pour que les sites puissent être testés';
const gapEn = ({ gap }: More, w: Wording) =>
  gap > 0 ? `To settle a gap of ${size(gap, w)}` : 'For the sites to be tested';
const sitesMore = ({ sites }: More, w: Wording, language: Language) =>
  language === 'fr'
    ? `${w.number(sites)} ${w.plural(sites, 'site', 'sites')} de plus`
    : `${w.number(sites)} more ${w.plural(sites, 'site', 'sites')}`;
const lastsFr = ({ weeks }: More, w: Wording) =>
  weeks > 0
    ? ` Encore ${w.number(weeks)} ${w.plural(weeks, 'semaine', 'semaines')} de suivi commun ${w.plural(weeks, 'dira', 'diront')} s’il dure.`
    : '';
const lastsEn = ({ weeks }: More, w: Wording) =>
  weeks > 0
    ? ` ${w.number(weeks)} more ${w.plural(weeks, 'week', 'weeks')} of common follow-up will show whether it lasts.`
    : '';
