import { type PointOfAttention } from '../rollout/summary.js';
import { type AlertParams } from '../sentences/alert-texts.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { type Alert, type Alerts, below, shortfallOf } from './alerts.js';
import { type Course } from './course.js';

/** What is declared of a place, and decides what to ask first. */
export interface Declared {
  name: string;
  /** Share of its people who were invited; null = unknown. */
  invited: number | null;
  ambassadors: number | null;
}

// Below this share of invited people, ask for the invitations first.
const nearlyAll = 0.9;

export const pageSentence = ({ alerts, small }: Alerts): Sentence =>
  alerts.length > 0
    ? sentence('follow_up.some', { alerts: alerts.length, small: small.length })
    : sentence('follow_up.none', { small: small.length });

/** What is seen of one entity; null where nothing is expected of it. */
export function evidenceOf(course: Course): Sentence | null {
  const last = course.weeks.at(-1);
  if (!last?.expected) return null;
  const since = below(course);
  const weeks = since === null ? 0 : course.weeks.filter(({ weekEnd }) => weekEnd >= since).length;
  const people = Math.round(shortfallOf(course));
  return sentence(course.against === 'plan' ? 'alert.below_plan' : 'alert.below', {
    actual: last.share,
    expected: last.expected.value,
    people,
    weeks,
  });
}

/** An alert among what asks for a decision; null for what a declared event explains, which nobody has to decide. */
export function attentionTo({ cause, courses }: Alert, nameOf: (place: string) => string): PointOfAttention | null {
  const [course] = courses;
  if (cause.kind === 'shock' || !course) return null;
  const node = cause.place;
  if (cause.kind === 'above')
    return { ...sentence('attention.together', { place: nameOf(node), entities: courses.length }), node };
  const evidence = evidenceOf(course);
  if (!evidence) return null;
  const { actual, expected, weeks } = evidence.params as AlertParams['alert.below'];
  const key = course.against === 'plan' ? 'attention.below_plan' : 'attention.below';
  return { ...sentence(key, { name: nameOf(node), actual, expected, weeks }), node };
}

/** Evidence and the next question to ask, for one cause. */
export function sayAlert(
  { cause, courses }: Alert,
  declaredOf: (place: string) => Declared,
): { evidence: Sentence; question: Sentence } {
  const entities = courses.length;
  if (cause.kind === 'shock') {
    const shock = cause.shock.name;
    return { evidence: sentence('alert.shock', { shock, entities }), question: sentence('ask.shock', { shock }) };
  }
  const { name: place, invited, ambassadors } = declaredOf(cause.place);
  if (cause.kind === 'above')
    return { evidence: sentence('alert.together', { place, entities }), question: sentence('ask.above', { place }) };
  const course = courses[0]!;
  return {
    evidence: evidenceOf(course)!,
    question:
      invited !== null && invited < nearlyAll
        ? sentence('ask.invitations', { place })
        : ambassadors === 0
          ? sentence('ask.ambassador', { place })
          : sentence('ask.change', { day: below(course) ?? course.weeks.at(-1)!.weekEnd }),
  };
}
