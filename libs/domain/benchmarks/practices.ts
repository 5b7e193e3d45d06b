import { amount, type Benchmark, of, unstated, window } from './benchmark.js';

/** Said by practitioners, or set as a limit by others. */
export const practices = {
  B32: {
    values: [amount('people', 300, null)],
    events: of(
      'personnes pour commencer dans une très grande entreprise',
      'people to begin with in a very large company',
    ),
    window: window.none,
    denominator: of('sans objet', 'not applicable'),
    population: { who: of('dossier de presse', 'press feature'), year: null },
    sources: ['jdn'],
    relations: [],
    topic: of('taille d’un pilote', 'size of a pilot'),
  },
  B38: {
    values: [],
    events: of(
      'l’effet sur l’engagement n’existe que si les dirigeants soutiennent',
      'the effect on engagement exists only if leaders support it',
    ),
    window: window.none,
    denominator: unstated,
    population: { who: of('université Griffith', 'Griffith University'), year: 2019 },
    sources: ['griffith'],
    relations: [
      {
        indicator: 'K50',
        how: 'context',
        because: of('Dit pourquoi mesurer l’exemplarité.', 'Tells why exemplarity is measured.'),
      },
    ],
  },
  B39: {
    values: [{ ...amount('months', 18), of: of('entre deux enquêtes', 'between two surveys') }],
    events: of('enquête répétée auprès de 6 700 personnes', 'survey repeated among 6,700 people'),
    window: window.none,
    denominator: of('sans objet', 'not applicable'),
    population: { who: of('Humanis', 'Humanis'), year: null },
    sources: ['reasons'],
    relations: [
      {
        indicator: 'K80',
        how: 'context',
        because: of('Un rythme d’enquête, pas un niveau.', 'A rhythm of surveys, not a level.'),
      },
    ],
  },
  B40: {
    values: [
      { ...amount('sites', 24), of: of('sites suivis', 'sites followed') },
      { ...amount('people', 16_000), of: of('suivies', 'followed') },
    ],
    events: of('tableau de bord d’adoption par site', 'adoption dashboard by site'),
    window: window.none,
    denominator: of('sans objet', 'not applicable'),
    population: { who: of('client de Saegus', 'customer of Saegus'), year: null },
    sources: ['saegus'],
    relations: [],
    topic: of('taille d’un suivi par site', 'size of a follow-up by site'),
  },
  B41: {
    values: [
      { ...amount('people', 5), of: of('Viva Insights', 'Viva Insights') },
      { ...amount('people', 10), of: of('Adoption Score', 'Adoption Score') },
      { ...amount('people', 3), of: of('Viva Pulse', 'Viva Pulse') },
      { ...amount('people', 10), of: of('commentaires de Viva Glint', 'comments in Viva Glint') },
    ],
    events: of('plus petit groupe montré', 'smallest group shown'),
    window: window.none,
    denominator: of('sans objet', 'not applicable'),
    population: { who: of('produits de Microsoft', 'products of Microsoft'), year: null },
    sources: ['vivaGroups', 'groupAggregates', 'pulse', 'glint'],
    relations: [],
    topic: of('confidentialité : taille minimale d’un groupe', 'privacy: smallest group'),
  },
  B42: {
    values: [amount('euros', 40_000)],
    events: of(
      'amende pour un logiciel qui mesurait l’inactivité de chacun, sans analyse d’impact ni information',
      'fine for software that timed the inactivity of individuals, without impact assessment or information',
    ),
    window: window.none,
    denominator: of('sans objet', 'not applicable'),
    population: { who: of('petite entreprise, France', 'small company, France'), year: 2024 },
    sources: ['cnil'],
    relations: [],
    topic: of('garde-fou légal', 'legal guard-rail'),
  },
} as const satisfies Record<string, Benchmark>;
