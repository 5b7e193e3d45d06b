import { type Bilingual } from '../indicators/indicator.js';

/** What to ask on the phone about a figure that is bad; `missing`: about one that is not known; `unlisted`: nobody says. */
export interface Ask extends Bilingual {
  missing?: Bilingual;
  unlisted?: Bilingual;
}

/** What to ask where a figure is missing or bad: on the phone, to a person, about the place. */
export const asks = {
  returning: {
    fr: 'Que cherchaient les personnes venues une seule fois, et qu’ont-elles trouvé ?',
    en: 'What were those looking for who came only once, and what did they find?',
    missing: {
      fr: 'Celles et ceux qui sont venus une première fois reviennent-ils ? Demandez-le à deux ou trois équipes.',
      en: 'Do those who came a first time come back? Ask two or three teams.',
    },
  },
  example: {
    fr: 'Qu’est-ce qui retient les managers d’être là chaque jour ?',
    en: 'What keeps managers from being there every day?',
    missing: {
      fr: 'Voit-on les managers sur le réseau, et à quel rythme ? Demandez-le à deux ou trois équipes.',
      en: 'Are managers seen on the network, and how often? Ask two or three teams.',
    },
  },
  gap: {
    fr: 'Pourquoi les managers sont-ils moins présents que leurs équipes ?',
    en: 'Why are managers less present than their teams?',
    missing: {
      fr: 'Voit-on les managers autant que leurs équipes ? Demandez-le à deux ou trois équipes.',
      en: 'Are managers seen as much as their teams? Ask two or three teams.',
    },
  },
  invited: {
    fr: 'Qui n’a pas encore reçu son invitation, et pourquoi ?',
    en: 'Who has not received an invitation yet, and why?',
    missing: {
      fr: 'Combien de personnes attendent encore leur invitation ? Demandez-le à qui les envoie.',
      en: 'How many people are still waiting for their invitation? Ask whoever sends them.',
    },
  },
  ownerless: {
    fr: 'Qui reprend les groupes sans animateur, et lesquels fermer ?',
    en: 'Who takes over the groups without an owner, and which are to be closed?',
    missing: {
      fr: 'Quels groupes ont un animateur ? Demandez la liste à l’administrateur du réseau.',
      en: 'Which groups have an owner? Ask the administrator of the network for the list.',
    },
  },
  readiness: {
    fr: 'Quels groupes étaient vides, sans animateur ou sans description le jour de l’ouverture ?',
    en: 'Which groups were empty, without an owner or without a description on the opening day?',
    missing: {
      fr: 'Qu’y avait-il dans les groupes le jour de l’ouverture : un animateur, une description, des publications ?',
      en: 'What was in the groups on the opening day: an owner, a description, posts?',
    },
  },
  silentGroups: {
    fr: 'Quels groupes en sommeil méritent un animateur, et lesquels une fermeture ?',
    en: 'Which silent groups deserve an owner, and which are to be closed?',
    missing: {
      fr: 'Dans quels groupes publie-t-on encore ? Demandez-le à celles et ceux qui animent.',
      en: 'In which groups do people still post? Ask those who look after them.',
    },
  },
  reached: {
    fr: 'Qu’est-ce qui a empêché de participer aux actions, et laquelle conviendrait ?',
    en: 'What kept people from taking part in the actions, and which one would suit them?',
    missing: {
      fr: 'Qui a participé à une action d’accompagnement ? Demandez-le sur place.',
      en: 'Who took part in a support action? Ask on site.',
    },
    unlisted: {
      fr: 'Quelles actions ont eu lieu, et qui y a participé ? Importez les participations.',
      en: 'Which actions took place, and who took part? Import the attendance.',
    },
  },
  managersReached: {
    fr: 'Qu’est-ce qui a empêché les managers de participer aux actions ?',
    en: 'What kept managers from taking part in the actions?',
    missing: {
      fr: 'Les managers ont-ils participé à une action d’accompagnement ? Demandez-le sur place.',
      en: 'Did managers take part in a support action? Ask on site.',
    },
    unlisted: {
      fr: 'Quels managers ont participé à une action ? Importez les participations.',
      en: 'Which managers took part in an action? Import the attendance.',
    },
  },
  response: {
    fr: 'Qui répond aux publications qui restent sans écho ?',
    en: 'Who answers the posts that get no response?',
  },
  health: {
    fr: 'Qu’est-ce qui a changé dans les groupes qui se vident ?',
    en: 'What has changed in the groups that empty?',
  },
  coverage: {
    fr: 'Où manque-t-il un ambassadeur, et qui proposer ?',
    en: 'Where is an ambassador missing, and whom to propose?',
    missing: {
      fr: 'Combien d’ambassadeurs y a-t-il, et où ?',
      en: 'How many ambassadors are there, and where?',
    },
    unlisted: {
      fr: 'Qui est ambassadeur, où et depuis quand ? Importez les missions.',
      en: 'Who is an ambassador, where and since when? Import the mandates.',
    },
  },
  enclosure: {
    fr: 'À quoi servent les groupes où l’on ne retrouve que son équipe ?',
    en: 'What are the groups for in which people only meet their own team?',
  },
  openness: {
    fr: 'Quel sujet relierait deux entités qui ne se parlent pas ?',
    en: 'Which subject would link two entities that do not talk?',
    missing: {
      fr: 'Avec quelles autres entités échange-t-on sur le réseau ?',
      en: 'With which other entities do people talk on the network?',
    },
  },
  voice: {
    fr: 'Les équipes parlent-elles quand leur manager ne parle pas ?',
    en: 'Do teams speak when their manager does not?',
  },
  ownGroup: {
    fr: 'Quels managers ont créé un groupe pour leur équipe ?',
    en: 'Which managers have created a group for their team?',
  },
  launchRelay: {
    fr: 'Qu’est-ce qui aiderait les managers à relayer le message de lancement ?',
    en: 'What would help managers to relay the launch message?',
  },
  messageReach: {
    fr: 'Où les messages officiels paraissent-ils, et qui ne les voit pas ?',
    en: 'Where do the official messages appear, and who does not see them?',
    missing: {
      fr: 'Les messages officiels sont-ils vus ? Déclarez-les avec leur identifiant dans le réseau, ou demandez-le à deux ou trois équipes.',
      en: 'Are the official messages seen? Declare them with their id on the network, or ask two or three teams.',
    },
  },
  ambassadorHabit: {
    fr: 'De quoi les ambassadeurs ont-ils besoin pour être là chaque semaine ?',
    en: 'What do ambassadors need to be there every week?',
  },
  relays: {
    fr: 'Qui répond et relie, sans que personne ne le lui ait demandé ?',
    en: 'Who answers and links, without having been asked?',
  },
  engagement: {
    fr: 'Qu’est-ce qui donnerait envie de réagir ou de commenter ?',
    en: 'What would make people want to react or comment?',
  },
  readers: {
    fr: 'Que viennent lire les personnes qui n’écrivent jamais ?',
    en: 'What do those come to read who never write?',
  },
  understanding: {
    fr: 'Les équipes savent-elles dire à quoi sert le réseau ? Posez la question dans une enquête.',
    en: 'Can teams say what the network is for? Ask it in a survey.',
  },
  maturity: {
    fr: 'Quelle est la maturité numérique des équipes ? Posez la question dans une enquête.',
    en: 'How mature are teams with digital tools? Ask it in a survey.',
  },
} as const satisfies Record<string, Ask>;
