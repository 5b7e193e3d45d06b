import { type Bilingual } from '../indicators/indicator.js';

interface Missing {
  title: Bilingual;
  because: Bilingual;
}

/** Signals of the field that the events of today cannot give, each with what is missing. */
export const notMeasured = {
  described_groups: {
    title: { fr: 'Groupes qui annoncent leur usage', en: 'Groups that say what they are for' },
    because: {
      fr: 'Les descriptions ne sont comptées qu’avec les groupes prêts à l’ouverture.',
      en: 'Descriptions are counted only with the groups ready at the opening.',
    },
  },
  integrations_used: {
    title: { fr: 'Connexions depuis d’autres outils', en: 'Sign-ins from other tools' },
    because: {
      fr: 'Les événements ne disent ni le lien profond, ni l’authentification unique, ni l’outil d’origine.',
      en: 'Events tell neither deep links, nor single sign-on, nor the tool they come from.',
    },
  },
  duplicate_groups: {
    title: { fr: 'Groupes en double', en: 'Duplicate groups' },
    because: { fr: 'Les noms des groupes ne sont pas comparés.', en: 'Names of groups are not compared.' },
  },
  moderation_delay: {
    title: { fr: 'Délai de modération', en: 'Moderation delay' },
    because: {
      fr: 'Aucun événement de modération n’est reçu.',
      en: 'No moderation event is received.',
    },
  },
  fresh_posts: {
    title: { fr: 'Publications récentes vues à la première connexion', en: 'Recent posts seen at the first sign-in' },
    because: {
      fr: 'Ce qu’une personne a lu n’est pas conservé.',
      en: 'What a person read is not kept.',
    },
  },
  fruitless_searches: {
    title: { fr: 'Recherches sans résultat', en: 'Searches without a result' },
    because: {
      fr: 'Les événements de recherche ne disent pas ce qu’ils ont trouvé.',
      en: 'Search events do not tell what they found.',
    },
  },
  help_requests: {
    title: { fr: 'Demandes d’aide sans réponse', en: 'Help requests without an answer' },
    because: {
      fr: 'Aucun groupe n’est déclaré comme groupe d’aide.',
      en: 'No group is declared as the help group.',
    },
  },
  sessions_per_person: {
    title: { fr: 'Sessions par personne', en: 'Sessions per person' },
    because: {
      fr: 'Les connexions sont comptées par jour, sans durée.',
      en: 'Sign-ins are counted by day, without their length.',
    },
  },
  profile_completeness: {
    title: { fr: 'Profils complets', en: 'Complete profiles' },
    because: {
      fr: 'Aucun indicateur ne lit encore le remplissage des profils.',
      en: 'No indicator reads the completion of profiles yet.',
    },
  },
  unused_features: {
    title: { fr: 'Fonctions jamais utilisées', en: 'Features never used' },
    because: {
      fr: 'Les événements ne nomment pas la fonction utilisée.',
      en: 'Events do not name the feature used.',
    },
  },
  open_groups: {
    title: { fr: 'Groupes ouverts et fermés', en: 'Open and closed groups' },
    because: {
      fr: 'L’ouverture des groupes est déclarée mais n’est pas encore comptée.',
      en: 'Whether groups are open is declared but not counted yet.',
    },
  },
  goal_activity: {
    title: { fr: 'Activité des groupes liés à un objectif', en: 'Activity of groups tied to a goal' },
    because: {
      fr: 'Aucun groupe n’est rattaché à un objectif déclaré.',
      en: 'No group is tied to a declared goal.',
    },
  },
} as const satisfies Record<string, Missing>;

export type NotMeasured = keyof typeof notMeasured;
