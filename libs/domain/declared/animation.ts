import { type Sentence, sentence } from '../sentences/sentence.js';
import { type ActionEffect } from './action-effect.js';
import { type PublishedAnswers, type SurveyQuestion } from './survey.js';
import { weightedShare } from './survey-weighting.js';
import { countedShare, responseRate, surveyChange } from './survey-reading.js';

/** The clearest effect first; else what could have been seen; else that nothing can be compared. */
export function animationSentence(led: readonly { name: string; effect: ActionEffect }[]): Sentence {
  if (led.length === 0) return sentence('animation.none', {});
  const told = led.flatMap(({ name, effect }) => (effect.verdict === 'refused' ? [] : [{ name, ...effect }]));
  const [best] = told.filter(({ verdict }) => verdict === 'up').sort((a, b) => b.effect.low - a.effect.low);
  if (best) {
    const { value: points, low, high } = best.effect;
    const places = best.treated;
    return sentence('animation.worked', { name: best.name, points, low, high, places, led: led.length });
  }
  if (told.length === 0) return sentence('animation.led', { led: led.length });
  const [finest] = told.sort((a, b) => a.detectable - b.detectable);
  const { name, detectable: points } = finest!;
  // A share changes by everybody at most: from there on nothing would ever be seen.
  if (points >= 1) return sentence('animation.open', { led: led.length, judged: told.length });
  return sentence('animation.cannot_tell', { led: led.length, judged: told.length, points, name });
}

/** Every published question in the whole organisation, newest survey first, each with its change since the one before. */
export function surveyShares(
  questions: readonly SurveyQuestion[],
  published: readonly PublishedAnswers[],
  { k, everyone }: { k: number; everyone: number | null },
) {
  const bySurvey = new Map(published.map((one) => [one.survey, one]));
  const asked = questions
    .filter(({ surveyKey }) => bySurvey.get(surveyKey)?.places[0])
    .sort((a, b) => b.askedOn.localeCompare(a.askedOn));
  const countedOf = (question: SurveyQuestion) =>
    countedShare(bySurvey.get(question.surveyKey)?.places[0], question.key, k);
  return asked.map((question) => {
    const own = bySurvey.get(question.surveyKey);
    const before = asked.find(({ key, askedOn }) => key === question.key && askedOn < question.askedOn);
    const share = countedOf(question);
    const pairs =
      own?.pairs.find(({ question: key, before: survey }) => key === question.key && survey === before?.surveyKey) ??
      null;
    const change =
      before && surveyChange({ question: before, counted: countedOf(before) }, { question, counted: share }, pairs);
    const respondents = own?.places[0]?.respondents ?? 0;
    return {
      ...{ survey: question.surveyKey, name: question.surveyName, askedOn: question.askedOn, question: question.key },
      ...{ wording: question.wording, about: question.about, counted: [...question.counted], share, respondents },
      weighted: own ? weightedShare(own.places, question.key) : null,
      responseRate: responseRate(respondents, question, everyone).value,
      change:
        change && before
          ? { difference: change.difference, paired: change.paired, n: [...change.n], since: before.askedOn }
          : null,
    };
  });
}
