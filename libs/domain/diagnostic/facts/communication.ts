import { type Day, daysBetween } from '../../calendar/day.js';
import { exactly } from '../../statistics/interval.js';
import { lightBetween } from '../light.js';
import { type Signal, silent } from '../signal.js';
import { limits } from '../thresholds.js';

const since = (days: number | undefined) => ({
  fr: days === 0 ? 'aujourd’hui' : `il y a ${days} jour${days === 1 ? '' : 's'}`,
  en: days === 0 ? 'today' : `${days} day${days === 1 ? '' : 's'} ago`,
});

const newest = (days: readonly Day[]): Day | null => [...days].sort().at(-1) ?? null;

/** Declared actions of kind `official_post`. Without any, nobody keeps that list: it is not known, not late. */
export const officialPost: Signal = {
  ...{ key: 'official_post', origin: 'declared' },
  title: { fr: 'Dernière publication officielle', en: 'Last official post' },
  ask: {
    fr: 'Qui prépare la prochaine publication officielle, et pour quand ?',
    en: 'Who prepares the next official post, and for when?',
    missing: {
      fr: 'Quand la dernière publication officielle est-elle parue ?',
      en: 'When did the last official post appear?',
    },
  },
  told: ({ days }) => since(days),
  read: ({ officialPosts, day }) => {
    const last = newest(officialPosts);
    if (last === null) return silent('not_said');
    const days = daysBetween(last, day);
    return {
      light: lightBetween(exactly(days), limits.officialPost),
      figures: { days },
      day: last,
      limit: limits.officialPost,
    };
  },
};

/** Declared actions of kind `launch_message`. */
export const launchMessage: Signal = {
  ...{ key: 'launch_message', origin: 'declared' },
  title: { fr: 'Message de lancement', en: 'Launch message' },
  ask: { fr: 'Qui a envoyé le message de lancement, et quand ?', en: 'Who sent the launch message, and when?' },
  told: ({ days }) => since(days),
  read: ({ launchMessages, day }) => {
    const last = newest(launchMessages);
    return last === null
      ? silent('not_said')
      : { light: 'green', figures: { days: daysBetween(last, day) }, day: last };
  },
};
