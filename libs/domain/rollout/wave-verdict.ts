import { type Day } from '../calendar/day.js';
import { type Sentence } from '../sentences/sentence.js';

interface Judged {
  sentence: Sentence;
}

/** What may be said of a wave against its plan. */
export type Standing =
  | 'waiting'
  | 'late'
  | 'behind'
  | 'ahead'
  | 'onTime'
  | 'masked'
  | 'unpublished'
  | 'reached'
  | 'done';

const verdicts: Record<string, Standing> = {
  'wave.waiting': 'waiting',
  'wave.late': 'late',
  'wave.behind': 'behind',
  'wave.ahead': 'ahead',
  'wave.on_time': 'onTime',
  'wave.masked': 'masked',
  'wave.unpublished': 'unpublished',
  'wave.reached': 'reached',
  'wave.done': 'done',
};

/** The verdict of the sentence, which knows how far the published bands reach; pages never judge anew. */
export const standingOf = ({ sentence }: Judged): Standing => verdicts[sentence.key] ?? 'unpublished';

/** True where a wave asks for something. */
export const isOverdue = (wave: Judged) => ['late', 'behind'].includes(standingOf(wave));

/**
 * Waves that are open or should be: how many of them can be judged, how many of these ask for something, and of how many
 * nothing is published.
 */
export function dueOf(waves: readonly Judged[]) {
  const due = waves.filter((wave) => standingOf(wave) !== 'waiting');
  const hidden = due.filter((wave) => ['masked', 'unpublished'].includes(standingOf(wave))).length;
  return { judged: due.length - hidden, overdue: due.filter(isOverdue).length, hidden };
}

/** Days behind the plan that a sentence tells, at both ends, with the people and the day of it; null where it names none. */
export function slipOf({ params: { from, to, low, high, of, day } }: Sentence) {
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  return { from, to, people: { low: Number(low), high: Number(high), of: Number(of) }, day: String(day) };
}

/** The next wave to open after a day, by its planned start. */
export const nextOpening = <W extends { plannedStart: Day; actualStart: Day | null }>(
  waves: readonly W[],
  day: string,
) =>
  waves
    .filter(({ plannedStart, actualStart }) => plannedStart > day && (actualStart === null || actualStart > day))
    .sort((a, b) => a.plannedStart.localeCompare(b.plannedStart))
    .at(0);
