import { type QuestionSubject } from '../../declared/survey.js';
import { type Bilingual } from '../../indicators/indicator.js';
import { type Limit } from '../light.js';
import { held, type Signal, silent } from '../signal.js';

/** The newest answers to a question about something, of the whole organisation. */
export const asked = (
  key: string,
  about: QuestionSubject,
  limit: Limit | null,
  words: { title: Bilingual; ask: Bilingual },
): Signal => ({
  ...{ key, origin: 'declared', ...words },
  read: ({ survey, kind }) => {
    const found = survey(about);
    if (!found) return silent(kind === 'organisation' ? 'not_said' : 'see_level_above');
    return { ...held(found.share, limit), day: found.askedOn };
  },
});
