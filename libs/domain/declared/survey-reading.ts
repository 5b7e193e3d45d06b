import { masked, share } from '../indicators/outcome.js';
import { type Outcome } from '../indicators/indicator.js';
import { centreOf, exactly } from '../statistics/interval.js';
import { differenceOver, type Estimate } from '../statistics/two-proportions.js';
import { twoSided } from '../statistics/distributions.js';
import { type SurveyPlace } from './publish-survey.js';
import { type SurveyPairs, type SurveyQuestion } from './survey.js';

/** Share of the respondents of a place whose answer counts, with its Wilson interval over what is published. */
export function countedShare(place: SurveyPlace | undefined, question: string, k: number): Outcome {
  const counts = place?.questions[question];
  if (!counts) return masked('not_published');
  const [counted, answered] = [counts.counted, counts.answered].map(([low, high]) => ({ low, high }));
  return share(counted!, answered!, k);
}

/** Respondents of all who were asked (`everyone`: people of the directory, where the survey does not say). */
export function responseRate(respondents: number, { asked }: SurveyQuestion, everyone: number | null): Outcome {
  const people = asked ?? everyone;
  if (people === null || people < respondents) return masked('not_published');
  return share(exactly(respondents), exactly(people), 1);
}

export interface SurveyChange {
  difference: Estimate;
  /** Whether the same people were asked: McNemar's test instead of two samples. */
  paired: boolean;
  /** People who answered both, of the same people; else those of each survey, the later one first. */
  n: readonly number[];
  /** Two-sided; null where two samples say it by their interval. */
  p: number | null;
}

/**
 * Change of the counted share from one survey to the next, in shares (kpis K80). Two samples: Newcombe's interval. The
 * same people: (c − b)/n with the interval of Agresti & Min (2005, half a person added to each of the four cells), and
 * McNemar's test (1947) without continuity correction. Null where a share is not shown, or where the wording, the
 * answers or those that count have changed: that breaks the series.
 */
export function surveyChange(
  before: { question: SurveyQuestion; counted: Outcome },
  after: { question: SurveyQuestion; counted: Outcome },
  pairs: Omit<SurveyPairs, 'question' | 'before'> | null,
): SurveyChange | null {
  if (!isSameQuestion(before.question, after.question)) return null;
  if (pairs) return pairedChange(pairs);
  const [one, other] = [after.counted, before.counted].map(({ numerator, denominator, shown }) =>
    shown === 'value' && numerator && denominator ? { numerator, denominator } : null,
  );
  if (!one || !other) return null;
  const difference = differenceOver(one, other);
  const n = [one, other].map(({ denominator }) => centreOf(denominator));
  return difference && { difference, paired: false, n, p: null };
}

function pairedChange({
  both,
  onlyBefore,
  onlyAfter,
  neither,
}: Omit<SurveyPairs, 'question' | 'before'>): SurveyChange {
  const n = both + onlyBefore + onlyAfter + neither;
  const value = (onlyAfter - onlyBefore) / n;
  const [b, c, m] = [onlyBefore + 0.5, onlyAfter + 0.5, n + 2];
  const middle = (c - b) / m;
  const half = (1.959964 * Math.sqrt(b + c - (c - b) ** 2 / m)) / m;
  const changed = onlyAfter + onlyBefore;
  const p = changed === 0 ? 1 : twoSided((onlyAfter - onlyBefore) / Math.sqrt(changed));
  return { difference: { value, low: middle - half, high: middle + half }, paired: true, n: [n], p };
}

const isSameQuestion = (one: SurveyQuestion, other: SurveyQuestion): boolean =>
  JSON.stringify([one.wording, one.answers, one.counted]) ===
  JSON.stringify([other.wording, other.answers, other.counted]);

/** What a declared share of daily users can be, beside what the log shows of everyone (kpis K81). */
export interface DeclaredBesideObserved {
  /** Declared less observed, as a share; null where nothing is observed. */
  gap: number | null;
  /** The most that everyone's share can be: nobody comes daily who did not come once in a year. */
  ceiling: number | null;
  /** `impossible`: more than the ceiling, so respondents are not like everyone. `unknown`: no ceiling to hold it against. */
  verdict: 'possible' | 'impossible' | 'unknown';
}

/** `observed`: daily users of everyone; `connected`: connected within a year. Shares with their intervals. */
export function besideObserved(
  declared: Outcome,
  observed: Outcome | null,
  connected: Outcome,
): DeclaredBesideObserved {
  const gap = declared.value === null || observed?.value == null ? null : declared.value - observed.value;
  if (declared.value === null || connected.value === null || connected.high === null)
    return { gap, ceiling: null, verdict: 'unknown' };
  // The share of the respondents is a plain fact about them: it is held as it is against the top of the ceiling.
  const verdict = declared.value > connected.high ? 'impossible' : 'possible';
  return { gap, ceiling: connected.value, verdict };
}
