import { only28 } from './frames.js';
import { type Indicator, type Outcome } from './indicator.js';
import { share, undefinedFor } from './outcome.js';
import { type Reading } from './reading.js';

const posts = {
  fr: 'publications que leur source identifie, observées au moins 7 jours',
  en: 'posts that their source identifies, observed for at least 7 days',
};

const untold = {
  fr: 'Celles des 7 derniers jours ne comptent pas encore ; celles d’une source qui ne les identifie pas ne comptent pas : rien ne dit ce qui leur répond.',
  en: 'Those of the last 7 days do not count yet; those of a source that does not identify its posts never do: nothing tells what answers them.',
};

/** Many comments and no link to what they answer: the source does not say who answers whom. */
export function linksReplies(reading: Reading): boolean {
  const whole = reading.of('everyone');
  const [comments, replies] = [whole.during('comments'), whole.during('replies')];
  return !comments || !replies || comments.low < 20 || replies.high > 2;
}

const answered = (reading: Reading, measure: 'answered' | 'replied'): Outcome =>
  linksReplies(reading)
    ? share(reading.during(measure), reading.during('threads'), 1)
    : undefinedFor('source_without_replies');

// Posts of the last seven days may still be answered: they are in no rate.
export const response: Indicator = {
  title: { fr: 'Publications qui trouvent un écho', en: 'Response rate' },
  meaning: {
    fr: `Part des publications qui ont reçu une réponse ou une réaction de quelqu’un d’autre. ${untold.fr}`,
    en: `Share of the posts that received a reply or a reaction from somebody else. ${untold.en}`,
  },
  unit: 'percent',
  ...only28,
  denominator: posts,
  value: (reading) => answered(reading, 'answered'),
};

export const reply: Indicator = {
  ...response,
  title: { fr: 'Publications qui reçoivent une réponse écrite', en: 'Reply rate' },
  meaning: {
    fr: `Part des publications auxquelles quelqu’un d’autre a répondu par écrit. ${untold.fr}`,
    en: `Share of the posts to which somebody else wrote a reply. ${untold.en}`,
  },
  value: (reading) => answered(reading, 'replied'),
};
