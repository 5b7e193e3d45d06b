import { amount, type Benchmark, of, share, unstated, window } from './benchmark.js';

const cnam = { who: of('Cnam, réseau « liam »', 'Cnam, network “liam”'), year: 2021 };
const pilotSize = of('taille d’un pilote', 'size of a pilot');

/** Organisations that are named with their figures. */
export const namedCompanies = {
  B01: {
    values: [share(0.6)],
    events: of('au moins une connexion', 'at least one sign-in'),
    window: window.year,
    denominator: of('non précisé ; sans doute les 75 000 agents', 'not stated; presumably the 75,000 employees'),
    population: cnam,
    sources: ['marche'],
    relations: [{ indicator: 'K03', how: 'comparable', windows: [365], flags: ['denominator_unstated'] }],
  },
  B02: {
    values: [share(0.17)],
    events: of('au moins un « j’aime » ou un commentaire', 'at least one like or comment'),
    window: window.unstated,
    denominator: unstated,
    population: cnam,
    sources: ['marche'],
    relations: [
      {
        indicator: 'K20',
        how: 'comparable',
        windows: [28, 365],
        among: ['invited', 'opened', 'headcount'],
        flags: ['window_assumed', 'denominator_unstated'],
      },
      {
        indicator: 'K20',
        how: 'comparable',
        windows: [365],
        among: ['connected'],
        flags: ['window_assumed'],
        quantity: share(17 / 60),
        conversion: of(
          '17 % de tous, rapportés aux 60 % qui se sont connectés : 28,3 % des connectés, si la période est la même.',
          '17% of everyone over the 60% who signed in: 28.3% of those who signed in, if the window is the same.',
        ),
      },
    ],
    remark: of(
      'Dit « au-dessus des moyennes » par l’organisme lui-même.',
      'Said to be “above averages” by the organisation itself.',
    ),
  },
  B03: {
    values: [share(0.71)],
    events: of('déclarent se connecter chaque jour', 'say that they sign in every day'),
    window: window.day,
    denominator: of('personnes qui ont répondu à l’enquête', 'people who answered the survey'),
    population: { who: cnam.who, year: 2020 },
    sources: ['marche'],
    relations: [
      { indicator: 'K80', how: 'comparable', flags: ['declared'] },
      {
        indicator: 'K07',
        how: 'never',
        because: of(
          'Une part déclarée par les répondants n’est pas une part observée : ici 71 % disent venir chaque jour alors que 60 % se sont connectés dans l’année.',
          'A share declared by respondents is not an observed one: here 71% say that they come every day while 60% signed in during the year.',
        ),
      },
    ],
  },
  B04: {
    values: [share(1)],
    events: of('profil créé en moins de deux semaines', 'profile created in less than two weeks'),
    window: { days: 14, text: of('14 jours après l’invitation', '14 days after the invitation') },
    denominator: of('personnes invitées', 'people invited'),
    population: { who: of('Foncia', 'Foncia'), year: 2021 },
    sources: ['erreurs'],
    relations: [{ indicator: 'K02', how: 'comparable' }],
  },
  B05: {
    values: [share(0.89)],
    events: of('« actifs chaque mois », sans définition', '“active every month”, without a definition'),
    window: window.month,
    denominator: of('profils créés, lus comme les invités', 'profiles created, read as those invited'),
    population: { who: of('Foncia', 'Foncia'), year: 2021 },
    sources: ['erreurs'],
    relations: [{ indicator: 'K03b', how: 'comparable', windows: [28], own: ['invited'], flags: ['event_undefined'] }],
  },
  B06: {
    values: [share(0.4)],
    events: of('« utilisateurs actifs », sans définition', '“active users”, without a definition'),
    window: window.unstated,
    denominator: of('80 000 salariés : 32 000 personnes', '80,000 employees: 32,000 people'),
    population: { who: of('Air France-KLM', 'Air France-KLM'), year: null },
    sources: ['deploiement'],
    relations: [
      {
        indicator: 'K04',
        how: 'context',
        because: of('Ni l’acte ni la période ne sont connus.', 'Neither the act nor the window is known.'),
      },
    ],
  },
  B12: {
    values: [share(1000 / 8300)],
    events: of('sur la plateforme pendant le pilote', 'on the platform while still in pilot'),
    window: window.none,
    denominator: of('8 300 salariés', '8,300 employees'),
    population: { who: of('Neovia, 28 pays', 'Neovia, 28 countries'), year: 2017 },
    sources: ['deploiement'],
    relations: [],
    topic: pilotSize,
  },
  B13: {
    values: [
      {
        ...share(17 / 210),
        of: of('Fiafec : 17 de 210 ont pris part au choix', 'Fiafec: 17 of 210 took part in the choice'),
      },
      {
        ...share(70 / 7000),
        of: of('Nexity : 70 de 7 000 ont essayé quatre outils', 'Nexity: 70 of 7,000 tried four tools'),
      },
      {
        ...share(600 / 75_000),
        of: of('Cnam : 600 de 75 000, première plateforme', 'Cnam: 600 of 75,000, first platform'),
      },
      { ...share(4000 / 75_000), of: of('Cnam : 4 000 de 75 000, pilote', 'Cnam: 4,000 of 75,000, pilot') },
      { ...share(8 / 156), of: of('Cnam : 8 organismes de 156, pilote', 'Cnam: 8 bodies of 156, pilot') },
    ],
    events: of('ont pris part au choix, à l’essai ou au pilote', 'took part in the choice, the trial or the pilot'),
    window: window.none,
    denominator: of('tout l’effectif', 'everyone employed'),
    population: { who: of('Fiafec, Nexity, Cnam', 'Fiafec, Nexity, Cnam'), year: 2019 },
    sources: ['deploiement', 'marche'],
    relations: [],
    topic: pilotSize,
    remark: of(
      'Le pilote du Cnam est sous la fourchette de 10 à 20 % et a réussi : la fourchette est un conseil.',
      'The Cnam pilot lies below the band of 10 to 20% and succeeded: the band is guidance.',
    ),
  },
  B14: {
    values: [amount('months', 6, null)],
    events: of('nouvelles façons de travailler dans une communauté métier', 'new ways of working in a trade community'),
    window: window.none,
    denominator: unstated,
    population: cnam,
    sources: ['marche'],
    relations: [
      { indicator: 'K41', how: 'comparable', flags: ['event_differs'] },
      { indicator: 'K12b', how: 'comparable', flags: ['event_differs'] },
    ],
  },
  B15: {
    values: [
      {
        ...amount('months', null, null),
        of: of('plusieurs semaines à plusieurs mois', 'several weeks to several months'),
      },
    ],
    events: of('une équipe abandonne ses anciens réflexes', 'a team drops its old reflexes'),
    window: window.none,
    denominator: unstated,
    population: { who: of('pratique d’un éditeur', 'practice of a vendor'), year: null },
    sources: ['deploiement'],
    relations: [{ indicator: 'K10', how: 'context', because: of('Aucun nombre n’est donné.', 'No number is given.') }],
  },
  B16: {
    values: [amount('people', 20)],
    events: of(
      'taille au-delà de laquelle un réseau convient mieux qu’une messagerie',
      'size above which a network serves better than chat',
    ),
    window: window.none,
    denominator: of('personnes d’un groupe', 'people of a group'),
    population: { who: of('règle pratique d’un éditeur', 'rule of thumb of a vendor'), year: null },
    sources: ['deploiement'],
    relations: [{ indicator: 'K45', how: 'comparable', flags: ['guidance'] }],
  },
  B17: {
    values: [amount('times', 0.5)],
    events: of(
      'temps de résolution de certains problèmes, après et avant un groupe dédié',
      'time to resolve some problems, after and before a group of their own',
    ),
    window: window.unstated,
    denominator: of('temps de résolution avant', 'time to resolve before'),
    population: { who: of('KLM, équipages', 'KLM, crews'), year: null },
    sources: ['deploiement'],
    relations: [{ indicator: 'K90', how: 'comparable', flags: ['weak_source'] }],
  },
} as const satisfies Record<string, Benchmark>;
