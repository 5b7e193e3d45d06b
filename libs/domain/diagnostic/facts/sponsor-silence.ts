import { sponsorPresence } from '../../declared/presence.js';
import { type ScopeFacts } from '../finding.js';
import { type Signal, silent } from '../signal.js';
import { limits } from '../thresholds.js';

/** From voluntary reports (K55): the log is never asked about one person. */
export const sponsorSilence: Signal = {
  ...{ key: 'sponsor_silence', origin: 'declared' },
  title: { fr: 'Silence du sponsor', en: 'Silence of the sponsor' },
  ask: {
    fr: 'Le sponsor accepte-t-il de dire, chaque mois, ce qu’il a publié et répondu ?',
    en: 'Does the sponsor agree to say, each month, what he or she posted and answered?',
  },
  told: ({ days }) =>
    days === undefined
      ? { fr: 'aucun message déclaré', en: 'no message declared' }
      : {
          fr: `${days} jour${days < 2 ? '' : 's'} sans message`,
          en: `${days} day${days === 1 ? '' : 's'} without a message`,
        },
  read: ({ reports, day }: ScopeFacts) => {
    const { state, silentDays } = sponsorPresence(true, reports, day);
    if (state === 'unknown') return silent('not_said');
    const figures: Record<string, number> = silentDays === null ? {} : { days: silentDays };
    return { light: state, figures, day, limit: limits.sponsorSilence };
  },
};
