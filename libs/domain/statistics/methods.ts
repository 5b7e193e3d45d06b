import { type Bilingual } from '../indicators/indicator.js';

/** A method of the comparisons, for whoever reads a number and not a textbook. */
export interface Method {
  title: Bilingual;
  /** The question it answers. */
  question: Bilingual;
  how: Bilingual;
  /** When it is refused, or what it does not say. */
  limit: Bilingual;
}

export const methods = {
  M1: {
    title: { fr: 'Intervalle de Wilson', en: 'Wilson interval' },
    question: {
      fr: 'Entre quelles valeurs le taux se situe-t-il, vu le nombre de personnes ?',
      en: 'Between which values does the rate lie, given the number of people?',
    },
    how: {
      fr: 'Un intervalle à 95 % qui reste entre 0 et 100 %, même quand personne ou tout le monde l’a fait. Quand le compte publié est une fourchette, l’intervalle couvre ses deux bouts.',
      en: 'A 95% interval that stays between 0 and 100%, even when nobody or everybody did it. Where the published count is a band, the interval covers both of its ends.',
    },
    limit: {
      fr: 'Suppose que chacun agit pour soi ; entre entités, voir M3. Sous 30 personnes, un taux est indicatif.',
      en: 'Supposes that each person acts alone; between entities, see M3. Below 30 people a rate is indicative.',
    },
  },
  M2: {
    title: { fr: 'Écart entre deux taux', en: 'Difference between two rates' },
    question: { fr: 'L’écart peut-il venir du hasard ?', en: 'May the gap be chance?' },
    how: {
      fr: 'L’écart en points avec l’intervalle de Newcombe, et le test des deux proportions. Si l’intervalle contient zéro, on ne conclut pas.',
      en: 'The gap in points with Newcombe’s interval, and the two-proportion test. If the interval holds zero, nothing is concluded.',
    },
    limit: {
      fr: 'Refusé seul entre groupes d’entités : les collègues d’un même site se ressemblent.',
      en: 'Refused on its own between groups of entities: colleagues of one site are alike.',
    },
  },
  M3: {
    title: { fr: 'Correction pour les entités', en: 'Correction for entities' },
    question: {
      fr: 'Que reste-t-il de l’écart, si les personnes d’un site se ressemblent ?',
      en: 'What is left of the gap, if the people of a site are alike?',
    },
    how: {
      fr: 'La ressemblance au sein des entités dit combien de personnes indépendantes leurs effectifs valent ; l’intervalle s’élargit d’autant. Avec moins de dix entités d’un côté, un test par permutation compare les entités entre elles.',
      en: 'The likeness within entities tells how many independent people their headcounts are worth; the interval widens accordingly. With fewer than ten entities on a side, a permutation test compares the entities themselves.',
    },
    limit: {
      fr: 'Avec deux ou trois entités, aucun calcul ne remplace d’attendre les suivantes.',
      en: 'With two or three entities no computation replaces waiting for the next ones.',
    },
  },
  M4: {
    title: { fr: 'Plus petit écart détectable', en: 'Minimum detectable gap' },
    question: {
      fr: 'Aurait-on pu voir un écart, s’il existait ?',
      en: 'Could a gap have been seen, had there been one?',
    },
    how: {
      fr: 'Le plus petit écart vu quatre fois sur cinq avec ces effectifs. Un écart plus petit peut exister sans se voir.',
      en: 'The smallest gap seen four times out of five with these numbers of people. A smaller one may exist unseen.',
    },
    limit: {
      fr: 'Dit ce que la comparaison peut montrer, pas ce qui est vrai.',
      en: 'Tells what the comparison can show, not what is true.',
    },
  },
  M5: {
    title: { fr: 'Beaucoup d’entités à la fois', en: 'Many entities at once' },
    question: { fr: 'Quelles entités sortent vraiment du lot ?', en: 'Which entities really stand out?' },
    how: {
      fr: 'Pas de palmarès : le taux face à la taille, avec des limites à 95 % et 99,8 %. Les fausses alertes sont contenues par la règle de Benjamini-Hochberg ; le taux des petites entités est ramené vers celui de l’ensemble.',
      en: 'No league table: the rate against the size, with limits at 95% and 99.8%. False alarms are held down by the rule of Benjamini and Hochberg; rates of small entities are drawn towards that of the whole.',
    },
    limit: {
      fr: 'Sur cent entités ordinaires, cinq dépassent par hasard une limite à 95 %.',
      en: 'Of a hundred ordinary entities, five exceed a 95% limit by chance.',
    },
  },
  M6: {
    title: { fr: 'Durées : Kaplan-Meier et log-rank', en: 'Durations: Kaplan–Meier and log-rank' },
    question: {
      fr: 'Combien de temps faut-il pour activer, adopter, répondre ?',
      en: 'How long does it take to activate, adopt, reply?',
    },
    how: {
      fr: 'La part de ceux qui l’ont fait, jour après jour ; ceux qui partent ou ne l’ont pas encore fait comptent jusqu’à ce jour-là et ne sont pas des échecs. Le test du log-rank compare deux courbes entières.',
      en: 'The share who did it, day after day; those who leave or have not done it yet count up to that day and are no failures. The log-rank test compares two whole curves.',
    },
    limit: {
      fr: 'La médiane peut n’être pas atteinte : elle est alors absente, pas estimée.',
      en: 'The median may not be reached: it is then absent, not estimated.',
    },
  },
  M7: {
    title: { fr: 'Double différence', en: 'Difference-in-differences' },
    question: { fr: 'Le changement vient-il de l’action ?', en: 'Does the change come from the action?' },
    how: {
      fr: 'Le changement des entités touchées, moins celui des entités qui ne le sont pas encore, par groupe ouvert à la même date.',
      en: 'The change of the entities concerned, less that of entities not concerned yet, by group opened on the same date.',
    },
    limit: {
      fr: 'Refusé si un événement exceptionnel a touché les vagues différemment, ou si elles n’évoluaient pas de la même façon avant.',
      en: 'Refused if an exceptional event hit the waves differently, or if they did not move alike before.',
    },
  },
  M8: {
    title: { fr: 'À structure comparable', en: 'Case mix' },
    question: {
      fr: 'Et si les deux vagues avaient les mêmes métiers et les mêmes tailles ?',
      en: 'What if both waves had the same trades and sizes?',
    },
    how: {
      fr: 'Chaque vague est ramenée à la composition de l’ensemble ; un changement se sépare en part de composition et part de comportement (Kitagawa).',
      en: 'Each wave is brought to the mix of the whole; a change is split into a part of mix and a part of behaviour (Kitagawa).',
    },
    limit: {
      fr: 'Un pilote réunit des volontaires : aucune structure ne corrige l’envie d’essayer.',
      en: 'A pilot gathers volunteers: no mix corrects the wish to try.',
    },
  },
  M9: {
    title: { fr: 'Rapport de rythmes', en: 'Rate ratio' },
    question: { fr: 'Combien de fois plus d’activité d’un côté ?', en: 'How many times more activity on one side?' },
    how: {
      fr: 'Actes par semaine de présence d’un côté, divisés par ceux de l’autre ; l’intervalle vient de tirages répétés, car quelques personnes font beaucoup d’actes.',
      en: 'Acts per week of membership on one side over those of the other; the interval comes from resampling, since a few people do many acts.',
    },
    limit: {
      fr: 'Non calculable sans temps de présence des deux côtés.',
      en: 'Not computable without time of membership on both sides.',
    },
  },
} as const satisfies Record<string, Method>;
