import { type Standing } from '../rollout/standing.js';
import { type PointOfAttention } from '../rollout/summary.js';
import { type Day } from '../calendar/day.js';
import { type Bilingual } from '../indicators/indicator.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { type Alert, type Alerts, below, shortfallOf, whyUnknown } from './alerts.js';
import { type Course, smallBelow } from './course.js';

/** What is declared of a place, and decides what to ask first. */
export interface Declared {
  name: Bilingual;
  /** Share of its people who were invited; null = unknown. */
  invited: number | null;
  ambassadors: number | null;
  /** Where it stands against the plan of its wave: people activated, whatever they do since. */
  plan: Standing;
}

// Below this share of invited people, ask for the invitations first.
const nearlyAll = 0.9;

/** How many entities there are, and how many are large enough, and alike enough to others, to be judged by themselves. */
export function countsOf({ alerts, small, back, onCourse, unknown }: Alerts, week: Day) {
  const judged = alerts.flatMap(({ courses }) => courses).length + back.length + onCourse.length;
  const reasons = { waiting: 0, shared: 0, settling: 0, unpublished: 0, alone: 0 };
  for (const course of unknown) reasons[whyUnknown(course, week)] += 1;
  const all = judged + small.length + unknown.length;
  return { all, judged, onCourse: onCourse.length, unknown: unknown.length, reasons };
}

/** So many are named in the headline. */
const named = 3;

export function pageSentence(found: Alerts, week: Day, nameOf: (place: string) => Bilingual): Sentence {
  const { all, judged } = countsOf(found, week);
  const { alerts, small, low } = found;
  // Before the first directory there is no entity that could fall behind: no good news.
  if (all === 0) return sentence('follow_up.no_directory', {});
  const calls = [...alerts.flatMap(placesToCall), ...low.map(({ place }) => place)].map(nameOf);
  const first = calls.slice(0, named);
  return sentence('follow_up.found', {
    ...{ all, judged, alerts: alerts.length, small: small.length, low: low.length, calls: calls.length },
    ...{ names: first.map(({ fr }) => fr).join(', '), namesEn: first.map(({ en }) => en).join(', ') },
    more: calls.length - first.length,
  });
}

/** A declared event has no telephone: the entities that it may explain have one each. */
const placesToCall = ({ cause, courses }: Alert): string[] =>
  cause.kind === 'shock' ? courses.map(({ place }) => place) : [cause.place];

/**
 * What is seen of one entity; null where nothing is expected of it. Ahead of its plan and stalling are both true: who was
 * activated stays so, and comes no more. They are told together.
 */
export function evidenceOf(course: Course, plan: Standing): Sentence | null {
  const last = course.weeks.at(-1);
  if (!last?.expected) return null;
  const since = below(course);
  const weeks = since === null ? 0 : course.weeks.filter(({ weekEnd }) => weekEnd >= since).length;
  const people = Math.round(shortfallOf(course));
  const { low, high } = last.people;
  const fall = {
    ...{ low, high, of: last.of, day: last.weekEnd, expected: last.expected.value },
    ...{ weeks, longer: longerOf(course, since) },
  };
  if (course.against === 'plan') return sentence('alert.below_plan', { ...fall, people });
  const { low: from, high: to, peers } = last.expected;
  const standing = plan === 'ahead' || plan === 'on' ? plan : ('' as const);
  const seen = { ...fall, window: course.window, plan: standing, from, to, peers };
  if (course.headcount >= smallBelow) return sentence('alert.below', { ...seen, people });
  return sentence('alert.below_small', { ...seen, usual: Math.round(last.expected.value * last.of) });
}

/** Below in every week that is read: it may have begun before. */
const longerOf = ({ weeks }: Course, since: Day | null): 0 | 1 =>
  since !== null && weeks[0]?.weekEnd === since ? 1 : 0;

/** An alert among what asks for a decision; null for what a declared event explains, which nobody has to decide. */
export function attentionTo(
  { cause, courses }: Alert,
  declaredOf: (place: string) => Pick<Declared, 'name' | 'plan'>,
): PointOfAttention | null {
  const [course] = courses;
  if (cause.kind === 'shock' || !course) return null;
  const node = cause.place;
  if (cause.kind === 'above')
    return { ...sentence('attention.together', { ...placed(declaredOf(node)), entities: courses.length }), node };
  const { name, plan } = declaredOf(node);
  const evidence = evidenceOf(course, plan);
  return evidence && pointOf(evidence, name, node);
}

/** A small entity below those like it: no alert, but somebody has to call. Null where nothing is expected of it. */
export function attentionToSmall(
  course: Course,
  { name, plan }: Pick<Declared, 'name' | 'plan'>,
): PointOfAttention | null {
  const evidence = evidenceOf(course, plan);
  return evidence?.key === 'alert.below_small' ? pointOf(evidence, name, course.place) : null;
}

/** The same facts with the name of the entity: each text of an alert has its own among what asks for a decision. */
const pointOf = ({ key, params }: Sentence, { fr, en }: Bilingual, node: string): PointOfAttention => ({
  ...{ key: key.replace('alert.', 'attention.'), params: { ...params, name: fr, nameEn: en } },
  node,
});

const placed = ({ name: { fr, en } }: Pick<Declared, 'name'>) => ({ place: fr, placeEn: en });

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
  const declared = declaredOf(cause.place);
  const place = placed(declared);
  if (cause.kind === 'above')
    return { evidence: sentence('alert.together', { ...place, entities }), question: sentence('ask.above', place) };
  const course = courses[0]!;
  return { evidence: evidenceOf(course, declared.plan)!, question: questionOf(course, declared) };
}

/** What to ask whoever answers the telephone there. */
export function questionOf(course: Course, declared: Declared): Sentence {
  const { invited, ambassadors } = declared;
  const since = below(course);
  if (invited !== null && invited < nearlyAll) return sentence('ask.invitations', placed(declared));
  if (ambassadors === 0) return sentence('ask.ambassador', placed(declared));
  return sentence('ask.change', { day: since ?? course.weeks.at(-1)!.weekEnd, before: longerOf(course, since) });
}
