import { amount, type Benchmark, of, share, window } from './benchmark.js';

const lecko = (fr: string, en: string, year: number | null = null) => ({
  who: of(`Lecko, ${fr}`, `Lecko, ${en}`),
  year,
});
const igs = { who: of('étude IGS-RH, 4 539 salariés', 'IGS-RH study, 4,539 employees'), year: 2017 };

/** Surveys and measurements made in France. */
export const frenchStudies = {
  B07: {
    values: [share(0.25)],
    events: of('managers qui utilisent le réseau chaque jour', 'managers who use the network every day'),
    window: window.day,
    denominator: of('managers interrogés', 'managers asked'),
    population: lecko('France', 'France'),
    sources: ['erreurs', 'monde'],
    relations: [{ indicator: 'K50', how: 'comparable', windows: [28], flags: ['declared'] }],
  },
  B08: {
    values: [
      { ...share(0.25), of: of('managers', 'managers') },
      { ...share(0.17), of: of('salariés', 'employees') },
    ],
    events: of(
      'utilisent le réseau « régulièrement » ou « pour communiquer »',
      'use the network “regularly” or “to communicate”',
    ),
    window: window.unstated,
    denominator: of('personnes interrogées', 'people asked'),
    population: { who: of('France', 'France'), year: 2017 },
    sources: ['marche', 'alter'],
    relations: [
      {
        indicator: 'K51',
        how: 'context',
        because: of(
          'Déclaré, sans période ; deux sources n’emploient pas le même mot. Rapport : 1,47.',
          'Declared, without a window; two sources do not use the same word. Ratio: 1.47.',
        ),
      },
    ],
  },
  B09: {
    values: [amount('times', 8.5)],
    events: of(
      'activité dans les groupes de son propre manager, face à ceux d’autres managers',
      'activity in groups of one’s own manager, against those of other managers',
    ),
    window: window.unstated,
    denominator: of('semaines de présence dans chaque sorte de groupe', 'weeks of membership in each kind of group'),
    population: igs,
    sources: ['erreurs', 'igs', 'docaufutur'],
    relations: [{ indicator: 'K52', how: 'comparable', flags: ['window_assumed'] }],
  },
  B10: {
    values: [share(0.76)],
    events: of(
      'membres d’un groupe créé par un manager qui sont de son équipe',
      'members of a group created by a manager who belong to that manager’s team',
    ),
    window: window.unstated,
    denominator: of('membres de ces groupes', 'members of these groups'),
    population: igs,
    sources: ['igs'],
    relations: [{ indicator: 'K53', how: 'comparable' }],
  },
  B11: {
    values: [
      { ...share(0.1, 0.2), of: of('de l’effectif', 'of the people') },
      { ...amount('months', 3, 6), of: of('de mission', 'in office') },
    ],
    events: of('ambassadeurs associés au pilote', 'ambassadors who take part in the pilot'),
    window: window.none,
    denominator: of('effectif du pilote', 'people of the pilot'),
    population: { who: of('pratique française', 'French practice'), year: null },
    sources: ['deploiement'],
    relations: [
      { indicator: 'K60', how: 'comparable', flags: ['guidance'] },
      { indicator: 'K61', how: 'comparable', flags: ['guidance'], quantity: amount('months', 3, 6) },
    ],
  },
  B18: {
    values: [
      {
        ...share(0.64),
        of: of('se servent du courriel pour partager avec leur équipe', 'use e-mail to share with their team'),
      },
      { ...share(0.8), of: of('plébiscitent le travail en groupe', 'favour working as a group') },
      {
        ...amount('tools', 36),
        of: of(
          'services en ligne par salarié, dont 20 de collaboration',
          'online services per employee, 20 of them for collaboration',
        ),
      },
    ],
    events: of('réponses à trois enquêtes', 'answers to three surveys'),
    window: window.none,
    denominator: of('personnes interrogées', 'people asked'),
    population: { who: of('YouGov-Lecko, FaberNovel-BAP, McAfee', 'YouGov-Lecko, FaberNovel-BAP, McAfee'), year: 2018 },
    sources: ['deploiement'],
    relations: [
      {
        indicator: 'K83',
        how: 'context',
        because: of('Point de départ national, pas le vôtre.', 'A national starting point, not yours.'),
      },
    ],
  },
  B19: {
    values: [
      { ...share(0.4), of: of('se sentent isolés', 'feel isolated') },
      { ...share(0.3), of: of('souffrent du télétravail', 'suffer from remote work') },
    ],
    events: of('déclarent isolement ou souffrance', 'declare isolation or suffering'),
    window: window.none,
    denominator: of('personnes interrogées', 'people asked'),
    population: {
      who: of('Harris Interactive, France, 4 au 8 novembre', 'Harris Interactive, France, 4 to 8 November'),
      year: 2020,
    },
    sources: ['marche'],
    relations: [],
    topic: of('contexte du télétravail', 'context of remote work'),
  },
} as const satisfies Record<string, Benchmark>;
