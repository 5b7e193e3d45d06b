import { centreOf } from '../statistics/interval.js';
import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { quotient, shareOfWritten, undefinedFor } from './outcome.js';
import { type Reading } from './reading.js';

/** Of everyone over the window: who is behind all messages. */
export const writersOf = (reading: Pick<Reading, 'of'>) => reading.of('everyone').during('contributed');

const ofManagers = { ...only28, population: 'managers', beside: ['everyone'] } as const;

export const shareOfVoice: Indicator = {
  title: { fr: 'Place des managers dans la conversation', en: 'Manager share of voice' },
  meaning: {
    fr: 'Part des publications et commentaires écrits par des managers, sur 28 jours.',
    en: 'Share of the posts and comments written by managers, over 28 days.',
  },
  unit: 'percent',
  ...ofManagers,
  denominator: { fr: 'publications et commentaires de tous', en: 'posts and comments of everyone' },
  value: (reading) =>
    shareOfWritten(reading.during('messages'), reading.of('everyone').during('messages'), writersOf(reading)),
};

export const firstReplyShare: Indicator = {
  title: { fr: 'Premières réponses données par des managers', en: 'First replies by managers' },
  meaning: {
    fr: 'Parmi les publications qui ont reçu une réponse, part de celles dont la première vient d’un manager.',
    en: 'Of the posts that have a reply, the share whose first one comes from a manager.',
  },
  unit: 'percent',
  ...ofManagers,
  denominator: { fr: 'publications qui ont reçu une réponse', en: 'posts that have a reply' },
  // Nobody publishes how many people gave first replies.
  value: (reading) =>
    shareOfWritten(reading.during('first_replies'), reading.of('everyone').during('first_replies'), null),
};

export const voiceIndex: Indicator = {
  title: { fr: 'Voix rapportée au nombre', en: 'Voice index' },
  meaning: {
    fr: 'Part de la conversation rapportée à la part de l’effectif : 1 = autant que les autres, 2 = deux fois plus.',
    en: 'Share of the conversation over share of the people: 1 = as much as the others, 2 = twice as much.',
  },
  unit: 'ratio',
  ...ofManagers,
  denominator: { fr: 'part dans l’effectif', en: 'share of the people' },
  value: (reading) => {
    const voice = shareOfVoice.value(reading);
    const [people, everyone] = [reading.state('people'), reading.of('everyone').state('people')];
    const part = quotient(people, everyone, everyone);
    if (voice.value === null || part.value === null) return voice.value === null ? voice : part;
    if (part.value === 0 || !people || centreOf(people) === 0) return undefinedFor();
    const [value, low, high] = [voice.value, voice.low, voice.high].map((one) => one && one / part.value!);
    return { ...voice, value: value!, low: low!, high: high! };
  },
};
