import { calendarBins, type LagBins, workingBins } from '../communities/lag-bins.js';
import { medianOf } from '../communities/waiting.js';
import { only28 } from './frames.js';
import { type Indicator, type Outcome } from './indicator.js';
import { linksReplies } from './k26-response.js';
import { masked, undefinedFor } from './outcome.js';
import { type Reading } from './reading.js';
import { type WindowMeasure } from './reading.js';

/** Median of a histogram of which one measure counts what happened, bin by bin, and another what still waits. */
export function medianHours(
  reading: Reading,
  bins: LagBins,
  happened: (bin: number) => WindowMeasure,
  waited: (bin: number) => WindowMeasure,
): Outcome {
  const read = (measure: (bin: number) => WindowMeasure) => bins.from.map((_, bin) => reading.during(measure(bin)));
  const [done, waiting] = [read(happened), read(waited)];
  const known = [...done, ...waiting].filter((interval) => interval !== null);
  if (known.length < 2 * bins.from.length) return masked('not_published');
  const median = medianOf({ bins, happened: known.slice(0, bins.from.length), waited: known.slice(bins.from.length) });
  if (median.n === 0) return undefinedFor();
  if (median.value === null) return { ...undefinedFor('median_not_reached'), n: median.n };
  return {
    ...{ numerator: null, denominator: null, value: median.value, low: median.low ?? 0 },
    ...{ high: median.high ?? bins.from.at(-1)!, n: median.n, shown: 'value' },
  };
}

// Posts without an answer are counted as waiting: a median over the answered ones alone would flatter.
export const firstReply: Indicator = {
  title: { fr: 'Délai médian avant la première réponse', en: 'Median time to the first reply' },
  meaning: {
    fr: 'Temps au bout duquel la moitié des publications ont reçu une réponse écrite de quelqu’un d’autre, en heures du calendrier.',
    en: 'Time by which half of the posts have a written reply from somebody else, in hours of the calendar.',
  },
  unit: 'hours',
  ...only28,
  denominator: {
    fr: 'publications des 28 jours que leur source identifie',
    en: 'posts of the 28 days that their source identifies',
  },
  value: (reading) =>
    linksReplies(reading)
      ? medianHours(
          reading,
          calendarBins,
          (bin) => `reply_${bin}`,
          (bin) => `wait_${bin}`,
        )
      : undefinedFor('source_without_replies'),
};

export const firstReplyAtWork: Indicator = {
  ...firstReply,
  unit: 'working_hours',
  title: {
    fr: 'Délai médian avant la première réponse, en heures ouvrées',
    en: 'Median time to the first reply, in working hours',
  },
  meaning: {
    fr: 'Le même délai, compté de 9 h à 18 h les jours ouvrés du pays de l’auteur.',
    en: 'The same time, counted from 9:00 to 18:00 on the working days of the author’s country.',
  },
  value: (reading) =>
    linksReplies(reading)
      ? medianHours(
          reading,
          workingBins,
          (bin) => `work_reply_${bin}`,
          (bin) => `work_wait_${bin}`,
        )
      : undefinedFor('source_without_replies'),
};
