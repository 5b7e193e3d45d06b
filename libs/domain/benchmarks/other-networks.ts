import { amount, type Benchmark, of, share, window } from './benchmark.js';

const from = (fr: string, en: string, year: number | null = null) => ({ who: of(fr, en), year });
const onlyContext = of('Population ou acte trop différents.', 'Population or act too different.');

/** Figures of intranets, other tools and consultancies: close to a network, not the same. */
export const otherNetworks = {
  B31: {
    values: [{ ...share(0.2), about: true }],
    events: of('groupes habituellement actifs', 'groups that are usually active'),
    window: window.unstated,
    denominator: of('groupes', 'groups'),
    population: from('blog d’un éditeur', 'blog of a vendor'),
    sources: ['truth'],
    relations: [
      {
        indicator: 'K43',
        how: 'comparable',
        flags: ['weak_source', 'event_undefined'],
        quantity: { ...share(0.8), about: true },
        conversion: of(
          'Un cinquième de groupes actifs : quatre cinquièmes en sommeil.',
          'A fifth of groups active: four fifths silent.',
        ),
      },
    ],
  },
  B33: {
    values: [
      { ...share(0.13), of: of('viennent chaque jour', 'come every day') },
      { ...share(1 / 3), about: true, of: of('ne se connectent jamais', 'never sign in') },
    ],
    events: of('utiliser l’intranet', 'using the intranet'),
    window: window.day,
    denominator: of('personnes interrogées', 'people asked'),
    population: from('enquête Social Edge, intranets', 'Social Edge survey, intranets'),
    sources: ['edge'],
    relations: [
      { indicator: 'K07', how: 'context', because: onlyContext },
      { indicator: 'K03', how: 'context', because: onlyContext },
    ],
  },
  B34: {
    values: [
      { ...share(0.35), of: of('le plus bas', 'the lowest') },
      { ...share(null, 0.45), of: of('le plus souvent', 'mostly') },
      { ...share(0.87), of: of('le plus haut', 'the highest') },
    ],
    events: of('visiteurs uniques du mois', 'unique visitors of the month'),
    window: window.month,
    denominator: of('salariés', 'employees'),
    population: from('8 organisations, 3 500 personnes, intranets', '8 organisations, 3,500 people, intranets'),
    sources: ['origami'],
    relations: [{ indicator: 'K03b', how: 'context', because: onlyContext }],
  },
  B35: {
    values: [
      { ...share(0.03), of: of('touchent 85 à 90 % de leurs collègues', 'reach 85 to 90% of their colleagues') },
    ],
    events: of('personnes citées par leurs collègues', 'people named by their colleagues'),
    window: window.none,
    denominator: of('salariés interrogés', 'employees asked'),
    population: from('Innovisor', 'Innovisor', 2020),
    sources: ['innovisor'],
    relations: [
      {
        indicator: 'K34',
        how: 'context',
        because: of('Enquête et calcul non publiés.', 'Survey and computation not published.'),
      },
    ],
  },
  B36: {
    values: [{ ...amount('people', 10, 15), of: of('par ambassadeur', 'per champion') }],
    events: of('personnes pour un ambassadeur', 'people per champion'),
    window: window.none,
    denominator: of('personnes du déploiement', 'people of the rollout'),
    population: from('cours d’un cabinet', 'course of a consultancy'),
    sources: ['champions'],
    relations: [
      {
        indicator: 'K60',
        how: 'comparable',
        flags: ['guidance', 'weak_source'],
        quantity: share(1 / 15, 1 / 10),
        conversion: of(
          'Un pour 10 à 15 personnes : 7 à 10 % de l’effectif.',
          'One per 10 to 15 people: 7 to 10% of the people.',
        ),
      },
    ],
  },
  B37: {
    values: [amount('weeks', 11)],
    events: of('durée déclarée pour prendre une habitude', 'time that people say a habit takes'),
    window: window.none,
    denominator: of('1 300 utilisateurs de Copilot', '1,300 users of Copilot'),
    population: from('Microsoft, autre produit', 'Microsoft, another product'),
    sources: ['habit'],
    relations: [{ indicator: 'K12b', how: 'context', because: onlyContext }],
  },
} as const satisfies Record<string, Benchmark>;
