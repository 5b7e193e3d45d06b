import { type Day } from '../calendar/day.js';
import { type EventKind } from '../events/kind.js';
import { type IndicatorKey, indicatorOf } from './catalogue.js';
import { evidenceOf } from './evidence.js';
import { type Note } from './indicator.js';
import { type Evidence, measurableWith, type Told, whyUnmeasurable } from './measurable.js';
import { type Rules } from './rows.js';

const evidences = new Map<IndicatorKey, Evidence>();
function evidenceFor(key: IndicatorKey): Evidence {
  const known = evidences.get(key) ?? evidenceOf(indicatorOf(key));
  evidences.set(key, known);
  return known;
}

function toldIn({ told, kindsIn }: Rules, weekEnd: Day): Told | undefined {
  const kinds = kindsIn?.get(weekEnd);
  return told && kinds ? { ...told, kinds: told.kinds.filter((kind) => kinds.includes(kind)) } : told;
}

/** Why the sources of an organisation could not tell an indicator that week; null where they could, or nothing is known of them. */
export function whyUntold(rules: Rules, key: IndicatorKey, weekEnd: Day): Note | null {
  const told = toldIn(rules, weekEnd);
  return told ? whyUnmeasurable(evidenceFor(key), told) : null;
}

/** The same of all weeks together. */
export const whyNeverTold = ({ told }: Rules, key: IndicatorKey): Note | null =>
  told ? whyUnmeasurable(evidenceFor(key), told) : null;

/** Kinds that would have counted as well, had any source told them by that week. */
export function unheardIn(rules: Rules, key: IndicatorKey, weekEnd: Day): readonly EventKind[] {
  const told = toldIn(rules, weekEnd);
  const { how, kinds } = told ? measurableWith(evidenceFor(key), told) : { how: 'fully', kinds: [] };
  return how === 'partly' ? kinds : [];
}
