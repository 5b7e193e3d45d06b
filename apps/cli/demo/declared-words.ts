const agreement = ['Tout à fait d’accord', 'Plutôt d’accord', 'Plutôt pas d’accord', 'Pas du tout d’accord'];

/** From what one can do best to what one cannot. */
const score = ['5', '4', '3', '2', '1'];

/** What the surveys ask. `first`: share of the first answer, in each edition; others are as likely as one another. */
export const questions = [
  {
    ...{ id: 'daily', about: 'daily_use', wording: 'À quelle fréquence vous connectez-vous au réseau ?' },
    ...{ answers: ['Tous les jours', 'Chaque semaine', 'Plus rarement'], first: [0.58, 0.71] },
  },
  {
    ...{ id: 'mail', about: 'email_sharing', wording: 'Comment partagez-vous surtout avec votre équipe ?' },
    ...{ answers: ['Par e-mail', 'Sur le réseau', 'Autrement'], first: [0.64, 0.55] },
  },
  {
    ...{ id: 'why', about: 'understands_why', wording: 'Je comprends pourquoi ce réseau a été mis en place.' },
    ...{ answers: agreement, first: [0.41, 0.43] },
  },
  {
    ...{ id: 'adkar-1', about: 'awareness', wording: 'De 1 à 5 : je sais pourquoi nous changeons d’outil.' },
    ...{ answers: score, first: [0.55, 0.6] },
  },
  {
    ...{ id: 'adkar-2', about: 'desire', wording: 'De 1 à 5 : j’ai envie de m’en servir.' },
    ...{ answers: score, first: [0.45, 0.5] },
  },
  {
    ...{ id: 'adkar-3', about: 'knowledge', wording: 'De 1 à 5 : je sais comment m’en servir.' },
    ...{ answers: score, first: [0.05, 0.08] },
  },
  {
    ...{ id: 'adkar-4', about: 'ability', wording: 'De 1 à 5 : j’y arrive dans mon travail de tous les jours.' },
    ...{ answers: score, first: [0.3, 0.35] },
  },
  {
    ...{ id: 'adkar-5', about: 'reinforcement', wording: 'De 1 à 5 : on m’encourage à continuer.' },
    ...{ answers: score, first: [0.2, 0.25] },
  },
] as const;

/** Item, state and note of the checklist. */
export const governance = [
  ['vision_problems', 'done', 'Note de cadrage'],
  ['vision_uses', 'done', 'Note de cadrage'],
  ['vision_audience', 'started', ''],
  ['sponsor_named', 'done', ''],
  ['sponsor_launch_speech', 'done', ''],
  ['managers_objectives', 'missing', ''],
  ['communication_plan', 'done', 'Plan trimestriel'],
  ['parties_involved', 'started', 'DSI et communication ; RH à venir'],
  ['charter', 'done', 'Intranet, rubrique Réseau'],
  ['editorial_charter', 'missing', ''],
  ['moderators_named', 'started', ''],
  ['content_plan', 'done', ''],
  ['test_panel', 'started', 'Quarante personnes, deux fois par an'],
  ['feedback_collected', 'done', 'Communautés de retours du terrain'],
  ['support_plan', 'done', ''],
  ['faq', 'started', ''],
  ['interactivity_chosen', 'done', 'Réagir et commenter ouverts à tous'],
  ['ambassadors_upstream', 'done', ''],
] as const;

/** What comes back on the network: who animates it, and the working hours a month that they are given. */
export const appointments = [
  {
    id: 'breves',
    name: 'Brèves de la semaine',
    every: 'week',
    animator: 'Communication interne',
    hours: 6,
    group: 'information',
  },
  {
    id: 'question',
    name: 'La question du métier',
    every: 'fortnight',
    animator: 'Référents métier',
    hours: 4,
    group: 'trade',
  },
  {
    id: 'parole',
    name: 'La direction répond',
    every: 'month',
    animator: 'Secrétariat général',
    hours: 3,
    group: 'information',
  },
] as const;
