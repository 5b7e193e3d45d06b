import { type Interval } from '../statistics/interval.js';
import { type AnswerCounts, type SurveyPlace } from './publish-survey.js';
import { type SurveyQuestion } from './survey.js';

/** The five elements of ADKAR (Prosci), in their order: each supposes the one before. */
export const adkar = ['awareness', 'desire', 'knowledge', 'ability', 'reinforcement'] as const;
export type BarrierElement = (typeof adkar)[number];

/** Why nothing can be said of an element, and so of the first one that holds people back. */
export const barrierDoubts = ['not_asked', 'no_scale', 'not_published', 'too_few', 'unsure'] as const;
export type BarrierDoubt = (typeof barrierDoubts)[number];

/** A mean of 3 or less holds people back, on a scale of 1 to 5. */
export const barrierMean = 3;

export interface Barrier {
  verdict: 'barrier' | 'none' | 'unknown';
  /** The one that holds people back, or the first of which nothing can be said; null where there is no barrier. */
  element: BarrierElement | null;
  doubt: BarrierDoubt | null;
  /** Least and greatest mean of that element that the published counts allow. */
  mean: Interval | null;
  /** People who answered about that element; without a barrier, about the element that fewest answered. */
  n: Interval | null;
}

/**
 * First element whose mean on a scale of 1 to 5 is 3 or less (kpis K82), over every count that is published: it is
 * named only if all of them make it so, and only if all before it are surely above. Never with fewer than five answers.
 */
export function barrierPoint(place: SurveyPlace, questions: readonly SurveyQuestion[], k: number): Barrier {
  let fewest: Interval | null = null;
  for (const element of adkar) {
    const found = elementMean(
      questions.filter(({ about }) => about === element).map(({ key }) => place.questions[key]),
      Math.max(5, k),
    );
    if ('doubt' in found) return { verdict: 'unknown', element, mean: null, n: null, ...found };
    const { mean, n } = found;
    if (mean.high <= barrierMean) return { verdict: 'barrier', element, doubt: null, mean, n };
    if (mean.low <= barrierMean) return { verdict: 'unknown', element, doubt: 'unsure', mean, n };
    if (!fewest || n.low < fewest.low) fewest = n;
  }
  return { verdict: 'none', element: null, doubt: null, mean: null, n: fewest };
}

/** Several questions about one element weigh the same. */
function elementMean(
  asked: readonly (AnswerCounts | undefined)[],
  least: number,
): { mean: Interval; n: Interval } | { doubt: BarrierDoubt; n?: Interval } {
  if (asked.length === 0) return { doubt: 'not_asked' };
  const answered: Interval[] = [];
  const means: Interval[] = [];
  for (const counts of asked) {
    if (!counts) return { doubt: 'not_published' };
    const mean = meanEnds(counts);
    if (!mean) return { doubt: 'no_scale' };
    means.push(mean);
    answered.push({ low: counts.answered[0], high: counts.answered[1] });
  }
  const n = answered.reduce((one, other) => (other.low < one.low ? other : one));
  if (n.low < least) return { doubt: 'too_few', n };
  const middle = (end: 'low' | 'high') => means.reduce((sum, mean) => sum + mean[end], 0) / means.length;
  return { mean: { low: middle('low'), high: middle('high') }, n };
}

interface Answer {
  points: number;
  low: number;
  high: number;
}

/**
 * Least and greatest mean of answers from 1 to 5 over every count that is published: each answer within its ends, all
 * of them together within those of who answered. Null unless every answer is a number of that scale.
 */
export function meanEnds({ answers, answered }: AnswerCounts): Interval | null {
  const scale = Object.entries(answers).map(([answer, [low, high]]) => ({ points: pointsOf(answer), low, high }));
  if (scale.length === 0 || scale.some(({ points }) => !(points >= 1 && points <= 5))) return null;
  const low = furthest(
    [...scale].sort((a, b) => a.points - b.points),
    answered,
    -1,
  );
  const high = furthest(
    [...scale].sort((a, b) => b.points - a.points),
    answered,
    1,
  );
  return low === null || high === null ? null : { low, high };
}

const pointsOf = (answer: string) => (answer.trim() === '' ? Number.NaN : Number(answer));

/** Fills up the answers that draw the mean that way first, then only as many of the others as have to be there. */
function furthest(inOrder: readonly Answer[], [least, most]: readonly [number, number], way: 1 | -1): number | null {
  let n = inOrder.reduce((sum, { low }) => sum + low, 0);
  let points = inOrder.reduce((sum, answer) => sum + answer.points * answer.low, 0);
  for (const answer of inOrder) {
    const room = answer.high - answer.low;
    const needed = Math.min(room, Math.max(0, least - n));
    n += needed;
    points += needed * answer.points;
    const helps = n === 0 || (answer.points - points / n) * way > 0;
    const more = helps ? Math.max(0, Math.min(room - needed, most - n)) : 0;
    n += more;
    points += more * answer.points;
  }
  return n > 0 ? points / n : null;
}
