import { type Bilingual, type Unit } from './indicator.js';

/** A number that is declared, or reckoned from others, and so no reading of published counts as the catalogue's are. */
export interface Derived {
  title: Bilingual;
  meaning: Bilingual;
  /** Null where nothing is divided. */
  denominator: Bilingual | null;
  /** `score` runs from 1 to 5. */
  unit: Unit | 'score';
  /** What it does at its limits: too few, unknown, contradictory. */
  edges: Bilingual;
  /** Who defined it so. */
  source: Bilingual;
}

const respondents = { fr: 'répondants à la question', en: 'those who answered the question' };
const ours = { fr: 'Essor', en: 'Essor' };

/** With the catalogue, every number of the dictionary: pages and Méthode take their words from here. */
export const derived = {
  K09: {
    title: { fr: 'Courbe en S et date prévue', en: 'S-curve and expected date' },
    meaning: {
      fr: 'Courbe de croissance ajustée à la part de personnes activées depuis l’ouverture : le plafond vers lequel elle tend, et le jour où la cible serait atteinte.',
      en: 'Growth curve fitted to the share of people activated since the opening: the ceiling it tends to, and the day on which the target would be reached.',
    },
    denominator: { fr: 'personnes prévues', en: 'people planned' },
    unit: 'percent',
    edges: {
      fr: 'Rien avant six semaines mesurées ni avant le point d’inflexion : seule la tendance des quatre dernières semaines est dite. Au-delà de deux ans, pas de date. La bande contient huit avenirs sur dix.',
      en: 'Nothing before six measured weeks or before the inflexion: only the trend of the last four weeks is told. Beyond two years, no date. The band holds eight futures in ten.',
    },
    source: { fr: 'Verhulst 1838 (logistique), Bass 1969', en: 'Verhulst 1838 (logistic), Bass 1969' },
  },
  K32: {
    title: { fr: 'Influence', en: 'Influence' },
    meaning: {
      fr: 'Nombre de personnes différentes, hors de la même équipe, qui ont répondu à quelqu’un, sur 91 jours.',
      en: 'Number of different people outside of one’s team who responded to somebody, over 91 days.',
    },
    denominator: null,
    unit: 'people',
    edges: {
      fr: 'Répondre plusieurs fois compte une fois. Jamais montrée pour une personne : seul K33, de toutes ensemble, en est tiré, et seulement si ce module est déclaré.',
      en: 'Who responds several times counts once. Never shown of a person: only K33, of all together, is drawn from it, and only with the module declared.',
    },
    source: { fr: 'SWOOP Analytics (personnes touchées)', en: 'SWOOP Analytics (people engaged)' },
  },
  K33: {
    title: { fr: 'Dépendance à quelques relais', en: 'Dependence on a few relays' },
    meaning: {
      fr: 'De combien l’influence de la dixième personne est inférieure à celle de la première : 0 %, elles se valent ; 100 %, tout tient à une seule.',
      en: 'How far the influence of the tenth person lies below that of the first: 0%, they are equal; 100%, everything rests on one.',
    },
    denominator: { fr: 'influence de la première personne', en: 'influence of the first person' },
    unit: 'percent',
    edges: {
      fr: 'Pour l’organisation entière, tous les quatre dimanches ; de personnes réelles, à partir de 200 et arrondie à 5 points. Inconnue à moins de dix personnes.',
      en: 'Of the whole organisation, every fourth Sunday; of real people from 200 on, and rounded to 5 points. Unknown below ten people.',
    },
    source: { fr: 'SWOOP Analytics ; rang dix choisi par Essor', en: 'SWOOP Analytics; rank ten chosen by Essor' },
  },
  K55: {
    title: { fr: 'Présence du sponsor', en: 'Presence of the sponsor' },
    meaning: {
      fr: 'Messages et réponses que le sponsor déclare lui-même pour 28 jours, jours écoulés depuis le dernier, prise de parole au lancement.',
      en: 'Messages and replies that the sponsors themselves declare for 28 days, days since the last one, speech at the launch.',
    },
    denominator: null,
    unit: 'days',
    edges: {
      fr: 'À surveiller après 28 jours de silence, absent après 56 ou si personne n’est désigné. Sans déclaration volontaire, inconnue : le journal des actes n’est jamais interrogé.',
      en: 'To watch after 28 silent days, absent after 56 or where nobody is named. Unknown without a voluntary report: the log is never asked.',
    },
    source: ours,
  },
  K80: {
    title: { fr: 'Évolution d’une enquête à l’autre', en: 'Change between surveys' },
    meaning: {
      fr: 'Part de la réponse comptée dans une enquête, moins la même part dans la précédente.',
      en: 'Share of the counted answer in a survey, less the same share in the one before.',
    },
    denominator: respondents,
    unit: 'points',
    edges: {
      fr: 'Deux échantillons : intervalle de Newcombe. Les mêmes personnes : test de McNemar. Question ou réponses reformulées : nouvelle série, aucune évolution.',
      en: 'Two samples: Newcombe’s interval. The same people: McNemar’s test. A question or answers in other words: a new series, no change.',
    },
    source: {
      fr: 'McNemar 1947 ; Newcombe 1998 ; Agresti et Min 2005',
      en: 'McNemar 1947; Newcombe 1998; Agresti and Min 2005',
    },
  },
  K81: {
    title: { fr: 'Déclaré moins observé', en: 'Declared less observed' },
    meaning: {
      fr: 'Part des répondants qui disent venir chaque jour, moins la part des personnes activées que l’on voit venir au moins 80 % de leurs jours ouvrés.',
      en: 'Share of the respondents who say they come every day, less the share of the people activated who are seen on at least 80% of their working days.',
    },
    denominator: {
      fr: 'répondants d’un côté, personnes activées de l’autre',
      en: 'respondents on one side, people activated on the other',
    },
    unit: 'points',
    edges: {
      fr: 'Plus de déclarants que de personnes connectées en un an : impossible pour tous, les répondants ne décrivent donc pas tout le monde.',
      en: 'More who declare it than people connected in a year: impossible for everyone, so the respondents do not describe everybody.',
    },
    source: ours,
  },
  K82: {
    title: { fr: 'Premier frein (ADKAR)', en: 'Barrier point (ADKAR)' },
    meaning: {
      fr: 'Première des cinq étapes du changement, dans leur ordre, dont la note moyenne ne dépasse pas 3 sur 5.',
      en: 'The first of the five steps of a change, in their order, whose mean score is 3 of 5 or less.',
    },
    denominator: respondents,
    unit: 'score',
    edges: {
      fr: 'Nommé seulement si tout ce qui est publié le confirme ; sinon inconnu, avec la raison : question non posée, réponses qui ne sont pas des notes de 1 à 5, moins de cinq réponses ou que le seuil du lieu, moyenne qui peut être des deux côtés de 3.',
      en: 'Named only if all that is published bears it; else unknown, with the reason: not asked, answers that are no scores from 1 to 5, fewer than five answers or than the limit of the place, a mean that may lie on both sides of 3.',
    },
    source: { fr: 'Prosci, modèle ADKAR', en: 'Prosci, ADKAR model' },
  },
  K83: {
    title: { fr: 'Partage par e-mail', en: 'Sharing by e-mail' },
    meaning: {
      fr: 'Part des répondants qui disent partager avec leur équipe surtout par e-mail. À lire à côté du point de départ publié (B18).',
      en: 'Share of the respondents who say that they share with their team mostly by e-mail. To be read beside the published starting point (B18).',
    },
    denominator: respondents,
    unit: 'percent',
    edges: {
      fr: 'Déclaré : aucun e-mail n’est compté. Le point de départ est national, posé en d’autres termes : un contexte, pas un objectif.',
      en: 'Declared: no e-mail is counted. The starting point is a national one, asked in other words: a context, not a target.',
    },
    source: {
      fr: 'YouGov et Lecko, 2018',
      en: 'YouGov and Lecko, 2018',
    },
  },
} as const satisfies Record<string, Derived>;

export type DerivedKey = keyof typeof derived;

export const derivedKeys = Object.keys(derived) as DerivedKey[];
