import { fourWeeksFrom } from '../alerts/course.js';
import { type Day, endsBlock } from '../calendar/day.js';
import { type Outcome } from '../indicators/indicator.js';
import { livesOf } from '../indicators/k41-survival.js';
import { type Reading } from '../indicators/reading.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { type Interval, wholeCentreOf } from '../statistics/interval.js';
import { survivalOf } from './waiting.js';

/** Silent groups are the story where they are more than half. */
const mostly = 0.5;

/**
 * What is known of groups beside what is published: how many a source or a file listed, whether events name any, and
 * whether figures of so few people wait for the end of a block.
 */
interface Known {
  listed: number;
  heard: boolean;
  waits: boolean;
}

/** Whether groups wait: of fewer than 200 people, or without a directory, between the ends of blocks. */
export const groupsWait = (headcount: number, week: Day): boolean => headcount < fourWeeksFrom && !endsBlock(week);

export function communitiesSentence(
  groups: Interval | null,
  silent: Outcome,
  response: Outcome,
  { listed, heard, waits }: Known,
): Sentence {
  if (groups === null && listed > 0)
    return sentence(waits ? 'communities.waiting' : 'communities.untold', { groups: listed });
  if (groups === null && heard) return sentence(waits ? 'communities.heard' : 'communities.heard_untold', {});
  const count = groups ? wholeCentreOf(groups) : 0;
  if (count === 0) return sentence('communities.none', {});
  if (silent.value === null || response.value === null) return sentence('communities.counted', { groups: count });
  // Of the groups old enough to be judged: a share goes with those it is a share of.
  const judged = silent.denominator ? wholeCentreOf(silent.denominator) : count;
  const isExact = !silent.numerator || silent.numerator.low === silent.numerator.high;
  const { low, high } = silent.numerator ?? { low: 0, high: judged };
  const shares = { silent: silent.value, response: response.value };
  const params = { groups: judged, ...shares, low, high: Math.min(high, judged), about: isExact ? 0 : 1 } as const;
  return sentence(silent.value > mostly ? 'communities.asleep' : 'communities.lively', params);
}

/** Groups still alive by age in weeks, from all of them at birth; empty where it is not published. */
export function survivalCurve(
  reading: Reading,
): { week: number; value: number; low: number; high: number; atRisk: number }[] {
  const lives = livesOf(reading);
  const steps = lives ? survivalOf(lives) : [];
  if (steps.length === 0) return [];
  const points = steps.map(({ lag, survival, low, high, atRisk }) => ({
    week: lag,
    value: survival,
    low,
    high,
    atRisk,
  }));
  return [{ week: 0, value: 1, low: 1, high: 1, atRisk: points[0]!.atRisk }, ...points];
}
