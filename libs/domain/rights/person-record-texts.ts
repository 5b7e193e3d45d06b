import { type Language } from '../sentences/language.js';
import { type RecordSection } from './person-record.js';

type Words = Record<Language, string>;

export const recordTexts = {
  fr: {
    title: 'Données conservées au sujet d’une personne',
    aboutHeading: 'À lire d’abord',
    about: [
      'Ce document contient tout ce que cette organisation conserve dans Essor au sujet de la personne, et rien au sujet d’une autre.',
      'Aucun texte écrit sur le réseau n’y figure : Essor n’en reçoit ni n’en conserve aucun.',
      'Les indicateurs publiés sont des comptes de groupes : ils ne contiennent aucune donnée de la personne. Les groupes dans lesquels elle est comptée sont donnés plus bas, dimanche par dimanche.',
      'La personne peut demander la rectification ou l’effacement de ces données, ou s’opposer à ce qu’elles soient traitées.',
    ],
    nothing: 'Rien n’est conservé.',
    yes: 'oui',
    no: 'non',
  },
  en: {
    title: 'Data kept about one person',
    aboutHeading: 'Read this first',
    about: [
      'This document holds everything that this organisation keeps in Essor about the person, and nothing about another.',
      'Nothing that was written on the network is in it: Essor receives and keeps no text.',
      'Published indicators are counts of groups: they hold no data of the person. The groups in which the person is counted are told below, Sunday by Sunday.',
      'The person may ask for these data to be corrected or erased, or object to their being processed.',
    ],
    nothing: 'Nothing is kept.',
    yes: 'yes',
    no: 'no',
  },
} as const;

export const sectionTexts: Record<RecordSection, Words> = {
  names: { fr: 'Identifiants', en: 'Identifiers' },
  directory: { fr: 'Annuaire', en: 'Directory' },
  mandates: { fr: 'Rôles déclarés', en: 'Declared roles' },
  waves: { fr: 'Listes de vagues', en: 'Lists of waves' },
  actions: { fr: 'Actions suivies', en: 'Actions attended' },
  reports: { fr: 'Relevés volontaires', en: 'Voluntary reports' },
  groups: { fr: 'Groupes créés ou animés', en: 'Groups created or owned' },
  provider: { fr: 'Reçu du fournisseur d’identité', en: 'Received from the identity provider' },
  events: { fr: 'Événements bruts', en: 'Raw events' },
  addressed: {
    fr: 'Événements d’autres personnes qui lui sont adressés',
    en: 'Events of others addressed to the person',
  },
  days: { fr: 'Activité par jour', en: 'Activity by day' },
  weeks: { fr: 'Activité par semaine', en: 'Activity by week' },
  firsts: { fr: 'Premières fois', en: 'First times' },
  cells: {
    fr: 'Groupes dans lesquels la personne est comptée',
    en: 'Groups in which the person is counted',
  },
  group_weeks: { fr: 'Activité par groupe et par semaine', en: 'Activity by group and week' },
  memberships: { fr: 'Arrivées et départs de groupes', en: 'Groups joined and left' },
  threads: { fr: 'Fils ouverts', en: 'Threads begun' },
  answers: { fr: 'Réponses à des fils', en: 'Answers in threads' },
  messages: { fr: 'Messages officiels vus ou écrits', en: 'Official messages seen or written' },
  exchanges: { fr: 'Échanges par jour, sans l’autre personne', en: 'Exchanges by day, without the other person' },
  proposals: { fr: 'Propositions', en: 'Proposals' },
  written: { fr: 'Mentions par leur nom dans ce qui est déclaré', en: 'Named in what was declared' },
  refused: { fr: 'Lignes de fichiers refusées', en: 'Refused lines of files' },
  account: { fr: 'Compte d’Essor', en: 'Account of Essor' },
};

/** Columns by the name that the machine-readable record gives them. */
export const columnTexts: Partial<Record<string, Words>> = {
  name: { fr: 'Nom', en: 'Name' },
  entity: { fr: 'Entité', en: 'Entity' },
  from: { fr: 'Du', en: 'From' },
  to: { fr: 'Jusqu’au', en: 'To' },
  level: { fr: 'Niveau', en: 'Level' },
  site: { fr: 'Site', en: 'Site' },
  trade: { fr: 'Métier', en: 'Trade' },
  hasManager: { fr: 'A un responsable', en: 'Has a manager' },
  manages: { fr: 'Encadre', en: 'Manages' },
  role: { fr: 'Rôle', en: 'Role' },
  wave: { fr: 'Vague', en: 'Wave' },
  action: { fr: 'Action', en: 'Action' },
  day: { fr: 'Jour', en: 'Day' },
  consentOn: { fr: 'Accord du', en: 'Consent of' },
  group: { fr: 'Groupe', en: 'Group' },
  created: { fr: 'Créé', en: 'Created' },
  owned: { fr: 'Animé', en: 'Owned' },
  said: { fr: 'Contenu reçu', en: 'What was received' },
  at: { fr: 'Instant', en: 'Instant' },
  source: { fr: 'Source', en: 'Source' },
  kind: { fr: 'Type', en: 'Kind' },
  quantity: { fr: 'Quantité', en: 'Quantity' },
  object: { fr: 'Objet', en: 'Object' },
  parent: { fr: 'Objet parent', en: 'Parent' },
  addressed: { fr: 'Adressé à quelqu’un', en: 'Addressed to somebody' },
  acts: { fr: 'Actes', en: 'Acts' },
  week: { fr: 'Semaine du', en: 'Week of' },
  loginDays: { fr: 'Jours de connexion', en: 'Days signed in' },
  activeDays: { fr: 'Jours actifs', en: 'Active days' },
  posts: { fr: 'Messages', en: 'Posts' },
  comments: { fr: 'Commentaires', en: 'Comments' },
  reactions: { fr: 'Réactions', en: 'Reactions' },
  received: { fr: 'Reçus', en: 'Received' },
  interactions: { fr: 'Interactions', en: 'Interactions' },
  replies: { fr: 'Réponses', en: 'Replies' },
  mentions: { fr: 'Mentions', en: 'Mentions' },
  member: { fr: 'Membre', en: 'Member' },
  founder: { fr: 'Fondateur', en: 'Founder' },
  message: { fr: 'Message', en: 'Message' },
  saw: { fr: 'Vu', en: 'Seen' },
  wrote: { fr: 'Écrit', en: 'Written' },
  reacted: { fr: 'A réagi', en: 'Reacted' },
  given: { fr: 'Donné', en: 'Given' },
  feedback: { fr: 'Retours', en: 'Feedback' },
  as: { fr: 'En tant que', en: 'As' },
  in: { fr: 'Dans', en: 'In' },
  file: { fr: 'Fichier', en: 'File' },
  line: { fr: 'Ligne', en: 'Line' },
  code: { fr: 'Code', en: 'Code' },
  sunday: { fr: 'Semaine se terminant le', en: 'Week ending on' },
  cell: { fr: 'Plus petit groupe publié', en: 'Smallest group published' },
  entities: { fr: 'Entités de ce groupe', en: 'Entities of that group' },
  people: { fr: 'Personnes', en: 'People' },
  populations: { fr: 'Comptée parmi', en: 'Counted among' },
  published: { fr: 'Publié', en: 'Published' },
  path: { fr: 'Place proposée', en: 'Proposed place' },
  email: { fr: 'Adresse', en: 'Address' },
  language: { fr: 'Langue', en: 'Language' },
};

const populationTexts: Partial<Record<string, Words>> = {
  everyone: { fr: 'toutes les personnes', en: 'everyone' },
  invited: { fr: 'les personnes invitées', en: 'people invited' },
  planned: { fr: 'les personnes d’une vague', en: 'people of a wave' },
  opened: { fr: 'les personnes d’une vague ouverte', en: 'people of an opened wave' },
  managers: { fr: 'les managers', en: 'managers' },
  ambassadors: { fr: 'les ambassadeurs', en: 'ambassadors' },
  newcomers: { fr: 'les nouveaux arrivants', en: 'newcomers' },
};

/** A population that has a number or a key of the organisation keeps it. */
export function populationText(population: string, language: Language): string {
  const [, kind, key] = /^(level|wave)-(.*)$/s.exec(population) ?? [];
  if (kind === 'level') return { fr: `les managers de niveau ${key}`, en: `managers of level ${key}` }[language];
  if (kind === 'wave') return { fr: `la vague ${key}`, en: `wave ${key}` }[language];
  return populationTexts[population]?.[language] ?? population;
}
