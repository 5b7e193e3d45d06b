import { type Module } from '../declared/modules.js';
import { type Duty } from '../purpose/consultation-rules.js';

/** Words of the tables of a dossier. */
export interface DossierWords {
  toFill: string;
  noSource: string;
  nothingYet: string;
  sourcesHead: string[];
  sourceKinds: Record<'http' | 'file' | 'pull', string>;
  modulesHead: string[];
  modules: Record<Module, string>;
  off: string;
  declaredOn: string;
  maskHead: string[];
  smallest: string;
  bands: string;
  bandsOn: string;
  bandsOff: string;
  computed: string;
  notYet: string;
  people: string;
  cells: string;
  smallestCell: string;
  shown: string;
  retentionHead: string[];
  raw: string;
  activity: string;
  milestones: string;
  strangers: string;
  answers: string;
  audit: string;
  published: string;
  unlimited: string;
  months: (n: number) => string;
  days: (n: number) => string;
  accessHead: string[];
  roles: Partial<Record<string, string>>;
  sees: Partial<Record<string, string>>;
  consultationHead: string[];
  /** Before the list of so many entities. */
  withoutCountry: (n: string, count: number) => string;
  duty: Record<Duty, string>;
}

export const french: DossierWords = {
  toFill: '[à compléter]',
  noSource: 'Sources : [à compléter]. Le premier fichier remis, ou la première source ouverte, se nomme ici.',
  nothingYet: 'rien reçu à ce jour',
  sourcesHead: ['Source', 'Mode de collecte', 'Sortes d’événements reçus à ce jour'],
  sourceKinds: { http: 'envoi en continu', file: 'fichier déposé', pull: 'relevé périodique' },
  modulesHead: ['Module', 'État'],
  modules: {
    exemplarity: 'Exemplarité : les managers, par niveau, comparés aux autres',
    relays: 'Relais : combien de personnes actives pourraient relayer, par entité',
    influence: 'Influence : ce que les relais reçoivent en réponse, tous ensemble',
    personas: 'Profils de contribution : combien observent, échangent, répondent, diffusent',
    ties: 'Liens entre entités : quelle entité échange avec quelle autre',
    rhythm: 'Heures de la semaine : quand le réseau est utilisé, à partir de 200 personnes',
  },
  off: 'éteint : non calculé',
  declaredOn: 'allumé, déclaré le',
  maskHead: ['Règle de publication', 'Valeur'],
  smallest: 'Plus petit groupe dont un chiffre est publié (personnes)',
  bands: 'Fourchettes pour les groupes de moins de 200 personnes',
  bandsOn: 'oui, de trois valeurs au moins',
  bandsOff: 'non',
  computed: 'Semaine de calcul (dimanche)',
  notYet: 'pas encore calculé',
  people: 'Personnes dans l’annuaire',
  cells: 'Groupes publiés qui ne se divisent plus',
  smallestCell: 'Plus petit de ces groupes (personnes)',
  shown: 'Entités montrées seules, sur toutes les entités',
  retentionHead: ['Donnée', 'Durée de conservation'],
  raw: 'Événements reçus (qui, quoi, quand)',
  activity: 'Activité par jour et par semaine, par personne',
  milestones: 'Premières fois d’une personne (activation…), après son départ',
  strangers: 'Comptes que l’annuaire ne connaît pas : noms codés et premières fois, après leur dernier acte',
  answers: 'Réponses aux enquêtes importées',
  audit: 'Journal d’audit (réglages, exports, accès ; jamais l’activité)',
  published: 'Chiffres publiés, sur des groupes',
  unlimited: 'sans limite : ils ne portent sur personne en particulier',
  months: (n) => `${n} mois`,
  days: (n) => `${n} jours`,
  accessHead: ['Rôle', 'Ce qu’il voit', 'Comptes'],
  roles: {
    admin: 'Administrateur',
    project_manager: 'Chef de projet',
    consultant: 'Consultant',
    sponsor: 'Sponsor',
    animator: 'Animateur',
    local_lead: 'Référent local',
    data_protection_officer: 'Délégué à la protection des données',
  },
  sees: {
    admin: 'toutes les pages ; comptes, clés, réglages',
    project_manager: 'toutes les pages ; dépôt de fichiers et déclarations',
    consultant: 'toutes les pages de lecture',
    sponsor: 'Synthèse et Déploiement',
    animator: 'toutes les pages de lecture ; déclaration des actions',
    local_lead: 'les chiffres de son entité, et rien d’autre',
    data_protection_officer: 'Confidentialité et journal d’audit',
  },
  consultationHead: ['Pays', 'Ce qui est demandé, et où', 'Consultation ou accord', 'Information', 'Avis'],
  withoutCountry: (n, count) =>
    count < 2
      ? 'Le pays d’une entité n’est pas encore enregistré : ce qui est demandé n’y est pas connu, ni pour ce qui est dessous.'
      : `Le pays de ${n} entités n’est pas encore enregistré : ce qui est demandé n’y est pas connu, ni pour ce qui est dessous.`,
  duty: {
    agreement: 'accord des représentants et information',
    consultation: 'consultation des représentants et information',
    information: 'information',
  },
};

export const english: DossierWords = {
  toFill: '[to be filled in]',
  noSource: 'Sources: [to be filled in]. The first file handed in, or the first source opened, is named here.',
  nothingYet: 'nothing received so far',
  sourcesHead: ['Source', 'How it is collected', 'Kinds of events received so far'],
  sourceKinds: { http: 'sent as it happens', file: 'file handed in', pull: 'fetched on a schedule' },
  modulesHead: ['Module', 'State'],
  modules: {
    exemplarity: 'Example of managers: by level, beside the others',
    relays: 'Relays: how many active people could relay, by entity',
    influence: 'Influence: what relays receive in reply, all together',
    personas: 'Ways of taking part: how many observe, exchange, answer, spread',
    ties: 'Ties between entities: which entity exchanges with which other',
    rhythm: 'Hours of the week: when the network is used, from 200 people on',
  },
  off: 'off: not computed',
  declaredOn: 'on, declared on',
  maskHead: ['Rule of publication', 'Value'],
  smallest: 'Smallest group of which a figure is published (people)',
  bands: 'Bands for groups of fewer than 200 people',
  bandsOn: 'yes, of at least three values',
  bandsOff: 'no',
  computed: 'Week of the computation (Sunday)',
  notYet: 'not computed yet',
  people: 'People in the directory',
  cells: 'Published groups that are not divided further',
  smallestCell: 'Smallest of these groups (people)',
  shown: 'Entities shown on their own, of all entities',
  retentionHead: ['Data', 'Kept for'],
  raw: 'Events received (who, what, when)',
  activity: 'Activity per day and week, per person',
  milestones: 'First times of a person (activation…), after they left',
  strangers: 'Accounts that the directory does not know: coded names and first times, after the last thing they did',
  answers: 'Answers to imported surveys',
  audit: 'Audit log (settings, exports, access; never activity)',
  published: 'Published figures, about groups',
  unlimited: 'without limit: they are about nobody in particular',
  months: (n) => `${n} ${n === 1 ? 'month' : 'months'}`,
  days: (n) => `${n} days`,
  accessHead: ['Role', 'What it sees', 'Accounts'],
  roles: {
    admin: 'Administrator',
    project_manager: 'Project manager',
    consultant: 'Consultant',
    sponsor: 'Sponsor',
    animator: 'Animator',
    local_lead: 'Local lead',
    data_protection_officer: 'Data-protection officer',
  },
  sees: {
    admin: 'every page; accounts, keys, settings',
    project_manager: 'every page; files handed in and declarations',
    consultant: 'every page to read',
    sponsor: 'Overview and Rollout',
    animator: 'every page to read; declarations of actions',
    local_lead: 'the figures of their own entity, and nothing else',
    data_protection_officer: 'Privacy and the audit log',
  },
  consultationHead: ['Country', 'What is asked for, and where', 'Consultation or agreement', 'Information', 'Opinion'],
  withoutCountry: (n, count) =>
    count === 1
      ? 'The country of one entity is not recorded yet: what is asked for there, and below it, is not known.'
      : `The country of ${n} entities is not recorded yet: what is asked for there, and below them, is not known.`,
  duty: {
    agreement: 'agreement of the representatives, and information',
    consultation: 'consultation of the representatives, and information',
    information: 'information',
  },
};
