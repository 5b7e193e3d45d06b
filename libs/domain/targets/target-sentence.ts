import { type Day } from '../calendar/day.js';
import { type IndicatorKey, indicatorOf } from '../indicators/catalogue.js';
import { type Outcome } from '../indicators/indicator.js';
import { countedEnds } from '../indicators/told.js';
import { sentence, type Sentence } from '../sentences/sentence.js';
import { missingTo, stateOf, type Target, type TargetState } from './target.js';

/** A published number and the Sunday that it is of. */
export type DatedOutcome = Outcome & { periodEnd: Day };

/** `now`: as last published in the week shown; `due`: as of the Sunday that it is judged on. Null = not published. */
export interface Progress {
  now: DatedOutcome | null;
  due: DatedOutcome | null;
}

/** How a target stands in a week, and in one sentence. `name`: of the place, '' for the whole organisation. */
export function judge(
  target: Target,
  key: IndicatorKey,
  name: string,
  week: Day,
  { now, due }: Progress,
): { state: TargetState; sentence: Sentence } {
  const state = stateOf(target, week, { now: countedEnds(now), due: countedEnds(due) });
  // Of what was to be reached by a day, its Sunday is told; where it is still to come, or came later, the newest.
  const isOfDue = due !== null && state !== 'open' && state !== 'late';
  return { state, sentence: said(target, key, name, state, isOfDue ? due : now) };
}

function said(
  target: Target,
  key: IndicatorKey,
  name: string,
  state: TargetState,
  told: DatedOutcome | null,
): Sentence {
  const { title } = indicatorOf(key);
  const { dueOn: by, atLeast, atMost } = target;
  const goal = { name, title: title.fr, titleEn: title.en, atLeast: atLeast ?? -1, atMost: atMost ?? -1, by };
  const ends = countedEnds(told);
  if (state === 'untold' || !told?.numerator || !told.denominator || !ends) return sentence('target.untold', goal);
  const { numerator, denominator, note = '', periodEnd: day } = told;
  const counts = { ...numerator, ofLow: denominator.low, ofHigh: denominator.high, note, day };
  const missing = missingTo(ends, target) ?? { low: 0, high: 0 };
  return sentence(`target.${state}`, { ...goal, ...counts, from: missing.low, to: missing.high });
}
