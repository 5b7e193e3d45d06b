import { benchmarkOf } from '../benchmarks/catalogue.js';
import { type Outcome } from '../indicators/indicator.js';
import { type Estimate } from '../statistics/two-proportions.js';
import { adkar, type Barrier, barrierPoint } from './barrier.js';
import { type SurveyPlace } from './publish-survey.js';
import { type PublishedAnswers, type SurveyQuestion } from './survey.js';
import { countedShare } from './survey-reading.js';

/** A place of a survey, under the names that its entities have. */
export interface SurveyedPlace {
  key: string;
  kind: SurveyPlace['kind'];
  /** Of the entity; of the one above for direct staff and joined places; null for an organisation without a top. */
  name: string | null;
  /** Names of what is read together. */
  members: string[];
  respondents: number;
}

export interface Barriers {
  survey: string;
  name: string;
  askedOn: string;
  /** The whole organisation first. */
  places: (SurveyedPlace & Barrier)[];
}

interface Read {
  questions: readonly SurveyQuestion[];
  published: readonly PublishedAnswers[];
  /** Names of entities by key. */
  names: ReadonlyMap<string, string>;
  k: number;
}

/** K82 in every place of the newest published survey that asks about one of the five elements; null without one. */
export function barriersBy({ questions, published, names, k }: Read): Barriers | null {
  const found = newest(questions, published, ({ about }) => adkar.some((element) => element === about));
  if (!found) return null;
  const { places, asked } = found;
  const { surveyKey: survey, surveyName: name, askedOn } = asked[0]!;
  return {
    ...{ survey, name, askedOn },
    places: places.map((place) => ({ ...named(place, names), ...barrierPoint(place, asked, k) })),
  };
}

/** The published share of those who share with their team by e-mail: what stands beside one's own (kpis K83). */
export const emailBaseline = { benchmark: 'B18', share: benchmarkOf('B18').values[0]!.low! } as const;

export interface EmailShare {
  survey: string;
  question: string;
  wording: string;
  askedOn: string;
  benchmark: string;
  baseline: number;
  places: (SurveyedPlace & { share: Outcome; gap: Estimate | null })[];
}

/** K83 in every place of the newest published survey that asks about it; null without one. */
export function emailBy({ questions, published, names, k }: Read): EmailShare | null {
  const found = newest(questions, published, ({ about }) => about === 'email_sharing');
  const question = found?.asked.find(({ about }) => about === 'email_sharing');
  if (!found || !question) return null;
  const { surveyKey: survey, key, wording, askedOn } = question;
  return {
    ...{ survey, question: key, wording, askedOn },
    ...{ benchmark: emailBaseline.benchmark, baseline: emailBaseline.share },
    places: found.places.map((place) => {
      const share = countedShare(place, key, k);
      return { ...named(place, names), share, gap: emailSubstitution(share) };
    }),
  };
}

/** Share who use e-mail to share with their team, less the published baseline, in shares; null where none is shown. */
export function emailSubstitution({ value, low, high }: Outcome): Estimate | null {
  if (value === null || low === null || high === null) return null;
  const { share } = emailBaseline;
  return { value: value - share, low: low - share, high: high - share };
}

/** All questions of the newest survey with a published answer to one of those wanted. */
function newest(
  questions: readonly SurveyQuestion[],
  published: readonly PublishedAnswers[],
  isWanted: (question: SurveyQuestion) => boolean,
): { places: readonly SurveyPlace[]; asked: SurveyQuestion[] } | null {
  const bySurvey = new Map(published.map(({ survey, places }) => [survey, places]));
  const [last] = questions
    .filter((question) => isWanted(question) && (bySurvey.get(question.surveyKey)?.length ?? 0) > 0)
    .sort((a, b) => b.askedOn.localeCompare(a.askedOn));
  if (!last) return null;
  return {
    places: bySurvey.get(last.surveyKey)!,
    asked: questions.filter(({ surveyKey }) => surveyKey === last.surveyKey),
  };
}

function named(place: SurveyPlace, names: ReadonlyMap<string, string>): SurveyedPlace {
  const { key, kind, entity, parent, members, respondents } = place;
  return {
    ...{ key, kind, name: names.get(entity ?? parent ?? '') ?? null },
    ...{ members: members.map((member) => names.get(member) ?? member), respondents },
  };
}
