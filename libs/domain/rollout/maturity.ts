import { type SurveyQuestion } from '../declared/survey.js';
import { type PublishedAnswers } from '../declared/survey.js';
import { type SurveyPlace } from '../declared/publish-survey.js';
import { centreOf } from '../statistics/interval.js';
import { type ProfileCount } from './profiles.js';

/** What a place declared of its own digital maturity: share of the counted answers, in thirds. */
const maturities = ['low', 'middle', 'high'] as const;
type Maturity = (typeof maturities)[number];

const asInterval = ([low, high]: readonly [number, number]) => ({ low, high });

function maturityOf(place: SurveyPlace, question: string): Maturity | null {
  const counts = place.questions[question];
  if (!counts) return null;
  const answered = centreOf(asInterval(counts.answered));
  if (answered <= 0) return null;
  const share = centreOf(asInterval(counts.counted)) / answered;
  if (share >= 2 / 3) return 'high';
  return share < 1 / 3 ? 'low' : 'middle';
}

interface CoveredPlace {
  node: string;
  headcount: number;
  ambassadors: number;
}

/**
 * K64 by declared maturity: people and ambassadors of the smallest places that the newest survey about it speaks of.
 * Answers are pseudonymous, so that nobody's own maturity is known: an ambassador has that of the place. Empty without
 * such a survey.
 */
export function maturityCounts(
  places: readonly CoveredPlace[],
  questions: readonly SurveyQuestion[],
  published: readonly PublishedAnswers[],
): ProfileCount[] {
  const asked = questions
    .filter(
      ({ about, surveyKey }) => about === 'digital_maturity' && published.some(({ survey }) => survey === surveyKey),
    )
    .sort((a, b) => b.askedOn.localeCompare(a.askedOn))[0];
  const found = published.find(({ survey }) => survey === asked?.surveyKey)?.places ?? [];
  const known = new Map(found.map((place) => [place.key, asked ? maturityOf(place, asked.key) : null]));
  return maturities.flatMap((category) => {
    const own = places.filter(({ node }) => known.get(node) === category);
    const sum = (of: (place: CoveredPlace) => number) => own.reduce((all, place) => all + of(place), 0);
    if (own.length === 0) return [];
    const [people, ambassadors] = [sum(({ headcount }) => headcount), sum((place) => place.ambassadors)];
    return [{ dimension: 'maturity' as const, category, people, ambassadors }];
  });
}
