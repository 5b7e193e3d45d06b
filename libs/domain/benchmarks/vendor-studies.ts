import { amount, type Benchmark, of, share, window } from './benchmark.js';

const swoop = (fr: string, en: string, year: number | null = null) => ({ who: of(fr, en), year });

/** What publishers of measuring tools report of their customers. */
export const vendorStudies = {
  B20: {
    values: [
      { ...share(0.27), of: of('en moyenne', 'on average') },
      { ...share(0.38, null), of: of('objectif conseillé', 'recommended target') },
    ],
    events: of('publier, répondre, réagir ou mentionner', 'post, reply, react or mention'),
    window: window.halfYear,
    denominator: of('utilisateurs', 'users'),
    population: swoop('Viva Engage, monde', 'Viva Engage, worldwide'),
    sources: ['interactive'],
    relations: [{ indicator: 'K21', how: 'comparable', windows: [182], own: ['invited'], quantity: share(0.27) }],
  },
  B21: {
    values: [
      { ...share(0.58), of: of('le meilleur cinquième', 'the best fifth') },
      { ...share(0.5), of: of('en 2021', 'in 2021') },
    ],
    events: of('messages qui ont reçu une réponse', 'posts that received a reply'),
    window: window.unstated,
    denominator: of('messages publiés', 'posts'),
    population: swoop('Viva Engage, monde', 'Viva Engage, worldwide', 2021),
    sources: ['goals', 'goalsBlog'],
    relations: [
      { indicator: 'K26.reply', how: 'comparable', flags: ['best_in_class', 'window_assumed'], quantity: share(0.58) },
      {
        indicator: 'K26',
        how: 'context',
        because: of(
          'La source ne compte que les réponses, pas les réactions.',
          'The source counts replies only, not reactions.',
        ),
      },
    ],
  },
  B22: {
    values: [
      { ...share(0.8, 0.85), of: of('accèdent au réseau', 'have access to the network') },
      { ...share(0.6), about: true, of: of('ne font que lire', 'read only') },
    ],
    events: of('accéder, lire', 'having access, reading'),
    window: window.unstated,
    denominator: of(
      'ambigu : 20 à 25 % ou un tiers interagissent selon la lecture',
      'ambiguous: 20 to 25% or a third interact, as one reads it',
    ),
    population: swoop('97 organisations, 4,7 millions de personnes', '97 organisations, 4.7 million people', 2022),
    sources: ['lurkers'],
    relations: [
      { indicator: 'K21', how: 'context', because: of('Le dénominateur est ambigu.', 'The denominator is ambiguous.') },
    ],
  },
  B23: {
    values: [
      { ...share(0.3), of: of('actifs chez Syngenta, sur 16 000', 'active at Syngenta, of 16,000') },
      {
        ...share(0.4),
        of: of('engagés chaque mois chez KFC Australie, sur 28 000', 'engaging monthly at KFC Australia, of 28,000'),
      },
    ],
    events: of('« actifs » et « engagés », sans définition', '“active” and “engaging”, without a definition'),
    window: window.unstated,
    denominator: of('tout le réseau', 'the whole network'),
    population: swoop('lauréats d’un prix', 'winners of an award'),
    sources: ['awards'],
    relations: [
      {
        indicator: 'K21',
        how: 'comparable',
        windows: [182],
        flags: ['best_in_class', 'event_undefined', 'window_assumed'],
        quantity: share(0.3),
      },
      {
        indicator: 'K20',
        how: 'comparable',
        windows: [28],
        among: ['invited', 'opened', 'headcount'],
        flags: ['best_in_class', 'event_undefined'],
        quantity: share(0.4),
      },
    ],
  },
  B24: {
    values: [
      { ...amount('people', 100, 1500), of: of('petit réseau', 'small network') },
      { ...amount('people', 1500, 8000), of: of('réseau moyen', 'medium network') },
      { ...amount('people', 8000, null), of: of('grand réseau', 'large network') },
    ],
    events: of(
      'personnes qui interagissent ; les petits réseaux font mieux',
      'interactive users; small networks do better',
    ),
    window: window.halfYear,
    denominator: of('sans objet', 'not applicable'),
    population: swoop('classes de taille de SWOOP', 'size classes of SWOOP'),
    sources: ['networks'],
    relations: [
      {
        indicator: 'K21',
        how: 'context',
        because: of('Dit avec quels réseaux se comparer.', 'Tells which networks to compare with.'),
      },
    ],
  },
  B25: {
    values: [
      { ...share(0.8, null), of: of('activés', 'activated') },
      {
        ...share(0.85),
        of: of(
          'des personnes fidèles, encore actives après six mois',
          'of retained people, still active after six months',
        ),
      },
      { ...amount('days', 10), of: of('jours d’activité sur 28 : « engagé »', 'active days of 28: “engaged”') },
    ],
    events: of('compte activé ; actif 10 jours sur 28', 'account activated; active on 10 days of 28'),
    window: window.unstated,
    denominator: of('personnes invitées ; personnes activées', 'people invited; people activated'),
    population: swoop('Workplace', 'Workplace'),
    sources: ['workplace'],
    relations: [
      { indicator: 'K02', how: 'comparable', flags: ['target', 'window_assumed'], quantity: share(0.8, null) },
      {
        indicator: 'K06',
        how: 'context',
        because: of('Donne la définition, pas de niveau.', 'Gives the definition, no level.'),
      },
    ],
  },
} as const satisfies Record<string, Benchmark>;
