import { addDays, type Day, mondayOf } from '../calendar/day.js';
import { benjaminiHochberg } from '../statistics/false-discovery.js';
import { type Course, settling, smallBelow } from './course.js';

/** Among entities that raise an alert, at most this share may be false alarms. */
const falseAlarms = 0.1;
/** Below the interval in which 19 of 20 lie, on its lower side. */
const outside = 0.025;
/** Weeks back in which a former alert is remembered. */
const remembered = 8;
/** Two weeks that follow each other are read, the first once an entity has settled. */
const settled = settling * 7 + 7;
/** Entities of one place that stall together from which the place is the matter. */
const together = 3;

/** A declared event that explains what entities do. */
export interface Shock {
  key: string;
  name: string;
  startsOn: Day;
  /** Inclusive; null = still going on. */
  endsOn: Day | null;
  /** Places it holds for; empty = everywhere. */
  places: readonly string[];
}

export type Cause = { kind: 'entity' | 'above'; place: string } | { kind: 'shock'; shock: Shock };

export interface Alert {
  cause: Cause;
  /** The courses behind it, lowest first. */
  courses: Course[];
}

export interface Alerts {
  alerts: Alert[];
  /** Too small for an automatic alert: those that are low first, then the longest since the last call. */
  small: Course[];
  /** Of the small ones, those below comparable entities two weeks running: no alert, but the first to call. */
  low: Course[];
  /** Below their course within eight weeks, and no more. */
  back: Course[];
  /** Looked at by themselves and not below. */
  onCourse: Course[];
  /** Not open, just opened, or without entities to compare with. */
  unknown: Course[];
}

/** Why nothing can be said of an entity: its wave has not opened, waves meet in it, it has just opened, nothing is published of it, nobody is like it. */
export const unknownReasons = ['waiting', 'shared', 'settling', 'unpublished', 'alone'] as const;
type UnknownReason = (typeof unknownReasons)[number];

export function whyUnknown({ opened, wave, weeks }: Course, week: Day): UnknownReason {
  if (!opened) return 'waiting';
  if (wave?.actualStart == null) return 'shared';
  if (addDays(mondayOf(wave.actualStart), settled) > week) return 'settling';
  return weeks.length === 0 ? 'unpublished' : 'alone';
}

export interface AlertFacts {
  parentOf: (place: string) => string | null;
  shocks: readonly Shock[];
  /** Day of the last call that was declared; null = never. */
  lastCall: (place: string) => Day | null;
}

/**
 * Who is below the course of comparable entities, else below the plan, two weeks running (M16), one alert per cause: a declared event, the
 * place above when more than half of its entities stall, else the entity. False alarms are held down over all entities
 * (Benjamini & Hochberg). Entities below 60 people are to be called whatever they show.
 */
export function alertsOf(courses: readonly Course[], facts: AlertFacts): Alerts {
  const small = courses.filter(({ headcount, opened }) => headcount < smallBelow && opened);
  const large = courses.filter(({ headcount }) => headcount >= smallBelow);
  const judged = large.filter((course) => twoWeeks(course, 0) !== null);
  const low = lowOf(judged);
  // Against a plan alone a small one is not judged: chance person by person is all that is known of it.
  const lowSmall = lowOf(small.filter(({ against }) => against === 'peers'));
  const others = judged.filter((course) => !low.includes(course));
  const isBack = (course: Course) =>
    pairs(course).some((back) => back > 0 && (twoWeeks(course, back) ?? 1) <= outside) && !isOutside(course, 0);
  return {
    alerts: byCause(low, judged, facts),
    small: [...lowSmall, ...byLastCall(small, facts).filter((course) => !lowSmall.includes(course))],
    low: lowSmall,
    back: others.filter(isBack),
    onCourse: others.filter((course) => !isBack(course)),
    unknown: courses.filter((course) => !small.includes(course) && !judged.includes(course)),
  };
}

/** Those below their course two weeks running, the most people missing first. */
function lowOf(courses: readonly Course[]): Course[] {
  const judged = courses.filter((course) => twoWeeks(course, 0) !== null);
  const found = benjaminiHochberg(
    judged.map((course) => twoWeeks(course, 0)!),
    falseAlarms,
  );
  return judged
    .filter((course, index) => found[index]!.kept && twoWeeks(course, 0)! <= outside)
    .sort((one, other) => shortfallOf(other) - shortfallOf(one));
}

/** The weaker of the evidence of two weeks that follow each other, `back` weeks before the last; null if one says nothing. */
function twoWeeks({ weeks }: Course, back: number): number | null {
  const [before, last] = [weeks.at(-2 - back), weeks.at(-1 - back)];
  if (!before || !last || before.p === null || last.p === null) return null;
  return addDays(before.weekEnd, 7) === last.weekEnd ? Math.max(before.p, last.p) : null;
}

const isOutside = ({ weeks }: Course, back: number) => (weeks.at(-1 - back)?.p ?? 1) <= outside;

const pairs = ({ weeks }: Course) => Array.from({ length: Math.min(remembered, weeks.length) }, (_, back) => back);

function byCause(low: readonly Course[], judged: readonly Course[], facts: AlertFacts): Alert[] {
  const causes = new Map<string, Alert>();
  const add = (key: string, cause: Cause, course: Course) => {
    const alert = causes.get(key) ?? { cause, courses: [] };
    causes.set(key, alert);
    alert.courses.push(course);
  };
  for (const course of low) {
    const shock = facts.shocks.find((one) => explains(one, course));
    const above = facts.parentOf(course.place);
    const isCommon = above !== null && stallTogether(above, low, judged, facts);
    if (shock) add(`shock ${shock.key}`, { kind: 'shock', shock }, course);
    else if (isCommon) add(`above ${above}`, { kind: 'above', place: above }, course);
    else add(`entity ${course.place}`, { kind: 'entity', place: course.place }, course);
  }
  return [...causes.values()];
}

function stallTogether(above: string, low: readonly Course[], judged: readonly Course[], facts: AlertFacts): boolean {
  const below = (courses: readonly Course[]) => courses.filter(({ place }) => facts.parentOf(place) === above).length;
  return below(low) >= together && below(low) * 2 > below(judged);
}

function explains({ startsOn, endsOn, places }: Shock, { place, weeks }: Course): boolean {
  const last = weeks.at(-1)?.weekEnd;
  if (last === undefined || (places.length > 0 && !places.includes(place))) return false;
  return startsOn <= last && (endsOn === null || endsOn >= addDays(last, -13));
}

/** People missing against what is expected: whom to call first. */
export function shortfallOf({ weeks }: Course): number {
  const last = weeks.at(-1);
  return last?.expected ? Math.max(0, (last.expected.value - last.share) * last.of) : 0;
}

/** The Sunday from which the present run below the interval counts; null when the last week is not below. */
export function below(course: Course): Day | null {
  let since: Day | null = null;
  for (const week of [...course.weeks].reverse()) {
    if ((week.p ?? 1) > outside) break;
    since = week.weekEnd;
  }
  return since;
}

const byLastCall = (courses: readonly Course[], { lastCall }: AlertFacts): Course[] =>
  [...courses].sort((one, other) => {
    const [a, b] = [lastCall(one.place) ?? '', lastCall(other.place) ?? ''];
    return a === b ? one.place.localeCompare(other.place) : a < b ? -1 : 1;
  });
