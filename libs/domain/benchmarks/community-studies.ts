import { amount, type Benchmark, of, share, unstated, window } from './benchmark.js';

const lecko = (fr: string, en: string, year: number | null = null) => ({
  who: of(`Lecko, ${fr}`, `Lecko, ${en}`),
  year,
});

/** How long spaces live and who carries them. */
export const communityStudies = {
  B26: {
    values: [
      { ...amount('months', 2, 4), of: of('sommet de l’activité', 'peak of activity') },
      { ...amount('months', 6, 9), of: of('début de la baisse', 'beginning of the fall') },
      { ...amount('months', 24), of: of('point bas', 'low point') },
    ],
    events: of('engagement dans les espaces', 'engagement in spaces'),
    window: window.unstated,
    denominator: unstated,
    population: lecko('panel du CAC 40', 'panel of the CAC 40'),
    sources: ['cac40'],
    relations: [
      {
        indicator: 'K11',
        how: 'context',
        because: of('Une forme de courbe, pas un niveau.', 'A shape of a curve, not a level.'),
      },
      {
        indicator: 'K41',
        how: 'context',
        because: of('Une forme de courbe, pas un niveau.', 'A shape of a curve, not a level.'),
      },
    ],
  },
  B27: {
    values: [
      { ...share(0.3), of: of('encore animées à un an', 'still alive at one year') },
      { ...share(0.2), of: of('encore animées après deux ans', 'still alive after two years') },
      {
        ...share(0.6),
        of: of('espaces de diffusion sans personne après sept mois', 'broadcast spaces with nobody after seven months'),
      },
    ],
    events: of('communautés qui ont encore des personnes engagées', 'communities that still have engaged people'),
    window: window.unstated,
    denominator: of('communautés créées', 'communities created'),
    population: lecko('panel', 'panel'),
    sources: ['cac40'],
    relations: [{ indicator: 'K41', how: 'comparable', flags: ['event_differs'] }],
  },
  B28: {
    values: [
      { ...amount('months', 5), of: of('la moitié des espaces sont inactifs', 'half of the spaces are inactive') },
    ],
    events: of('espaces inactifs', 'inactive spaces'),
    window: window.unstated,
    denominator: of('espaces créés', 'spaces created'),
    population: lecko('6e étude', '6th study', 2014),
    sources: ['sixth'],
    relations: [{ indicator: 'K41', how: 'comparable', flags: ['event_differs'] }],
  },
  B29: {
    values: [{ ...share(6000 / 150_000), about: true }],
    events: of('personnes pleinement engagées, environ 6 000', 'fully engaged people, about 6,000'),
    window: window.unstated,
    denominator: of('150 000 personnes', '150,000 people'),
    population: lecko('26 entreprises', '26 companies'),
    sources: ['leaders'],
    relations: [{ indicator: 'K34', how: 'comparable', flags: ['event_differs'] }],
  },
  B30: {
    values: [
      {
        ...share(0.71),
        of: of('espaces réussis lancés par un animateur', 'successful spaces started by a community manager'),
      },
      { ...amount('people', 10, 30), of: of('taille d’un espace de projet', 'size of a project space') },
    ],
    events: of('espaces jugés réussis', 'spaces held to be successful'),
    window: window.none,
    denominator: of('espaces réussis', 'successful spaces'),
    population: lecko('panel', 'panel'),
    sources: ['factors', 'accompagnement'],
    relations: [],
    topic: of('dédier une ressource à l’animation', 'giving animation a person of its own'),
  },
} as const satisfies Record<string, Benchmark>;
