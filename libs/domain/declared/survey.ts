import { type Day } from '../calendar/day.js';
import { type SurveyPlace } from './publish-survey.js';

/** What a question is about, so that indicators find it whatever its wording. The five of ADKAR are in its order. */
export const questionSubjects = [
  'daily_use',
  'email_sharing',
  'understands_why',
  'awareness',
  'desire',
  'knowledge',
  'ability',
  'reinforcement',
  'digital_maturity',
  'other',
] as const;
export type QuestionSubject = (typeof questionSubjects)[number];

/** A question of a survey; what is said of the survey is repeated with each of its questions. */
export interface SurveyQuestion {
  surveyKey: string;
  surveyName: string;
  askedOn: Day;
  /** People who were asked; null = everyone. */
  asked: number | null;
  key: string;
  wording: string;
  about: QuestionSubject;
  /** In the order in which they are shown. */
  answers: readonly string[];
  /** Those that count for the share of the question. */
  counted: readonly string[];
}

/** What one respondent answered. Personal: published as masked counts only. */
export interface SurveyAnswer {
  surveyKey: string;
  questionKey: string;
  /** The pseudonym that the survey gave; kept as a digest only. */
  respondent: string;
  entityKey: string | null;
  level: number | null;
  answer: string;
}

/** The same people asked the same question twice: how many are counted both times, once, or never. */
export interface SurveyPairs {
  question: string;
  /** The earlier survey. */
  before: string;
  both: number;
  onlyBefore: number;
  onlyAfter: number;
  neither: number;
}

/** All that is ever read of a survey's answers. */
export interface PublishedAnswers {
  survey: string;
  /** The whole organisation first. */
  places: SurveyPlace[];
  pairs: SurveyPairs[];
}
