import { type LagKind } from '#domain/lags/lag.js';
import { apart, mondayOf, plus } from './days.js';
import { kept } from './kept.js';
import { number } from './shares.js';
import { type Formula } from './slice.js';
import { acts, type Actor, actorsOf, type Dated, upwards } from './states.js';
import { type World } from './world.js';

/** Days from an origin: at risk from `entry` on, until it happened or they were last seen. */
interface Course {
  entry: number;
  lag: number;
  happened: boolean;
}

/** Somebody whom the directory has named, where they are, or were last. */
interface Followed {
  actor: Actor;
  entities: string[];
  /** '' = always. */
  joined: string;
  until: string;
  launched: string | null;
  /** Up to the Sunday, the earliest first. */
  did: Dated[];
}

const followedOn = kept((world: World, sunday: string): Followed[] =>
  actorsOf(world).flatMap((actor) => {
    const stays = actor.person?.stays ?? [];
    const last = stays.filter(({ from }) => from <= sunday).sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1))[0];
    if (!last) return [];
    const until = last.to === '' || last.to > sunday ? sunday : plus(last.to, -1);
    const entities = upwards(world, last.entity, sunday).map(({ key }) => key);
    const nearest = entities.find((key) => world.waves.some((wave) => wave.entities.includes(key)));
    const opened = world.waves
      .filter((wave) => wave.entities.includes(nearest ?? '') || wave.people.includes(actor.name))
      .flatMap((wave) => wave.opened ?? []);
    const did = actor.did.filter(({ day }) => day <= sunday).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const joined = stays.map(({ from }) => from).sort()[0]!;
    return [{ actor, entities, joined, until, launched: opened.sort()[0] ?? null, did }];
  }),
);
const endOf = ({ to }: { to: string }) => (to === '' ? '~' : to);

/** Mondays of the weeks in which somebody did such a thing. */
const weeksOf = ({ did }: Followed, test: (kind: string) => boolean) =>
  [...new Set(did.filter(({ kind }) => test(kind)).map(({ day }) => mondayOf(day)))].sort();

/** The first week that is the n-th one among so many that end with it. */
const nthWeek = (weeks: readonly string[], n: number, within: number) =>
  weeks.find((week) => weeks.filter((one) => plus(week, -7 * within) < one && one <= week).length >= n);

function adopted(person: Followed): string | undefined {
  const third = nthWeek(weeksOf(person, acts.active), 3, 4);
  const days = person.did.filter(({ kind, day }) => acts.active(kind) && mondayOf(day) === third).map(({ day }) => day);
  return days.sort()[0];
}

/** In days from an origin to a day that may never come; null: not concerned. */
function course(origin: string | null | undefined, day: string | undefined, { until }: Followed): Course | null {
  if (!origin || origin > until) return null;
  const happened = day !== undefined && day <= until;
  return { entry: 0, happened, lag: Math.max(0, apart(origin, happened ? day : until)) };
}

function sinceInvitation(person: Followed): Course | null {
  const { actor, did } = person;
  const first = did.find(({ kind }) => acts.active(kind));
  const waited = course(actor.invited?.day, first?.day, person);
  if (!waited?.happened) return waited;
  // In periods of 24 hours, wherever midnight lies.
  return {
    ...waited,
    lag: Math.max(0, Math.floor((Date.parse(first!.at) - Date.parse(actor.invited!.at)) / 86_400_000)),
  };
}

const told = {
  activation: sinceInvitation,
  adoption: (person) => course(person.actor.invited?.day, adopted(person), person),
  adoption_since_launch: (person) => {
    const { launched, joined } = person;
    const found = course(launched, adopted(person), person);
    return found && launched !== null && joined > launched ? { ...found, entry: apart(launched, joined) } : found;
  },
  habit: (person) => {
    const activated = person.did.find(({ kind }) => acts.active(kind))?.day;
    if (activated === undefined || activated > person.until) return null;
    const ninth = nthWeek(weeksOf(person, acts.act), 9, 12);
    const happened = ninth !== undefined && ninth <= person.until;
    return { entry: 0, happened, lag: apart(mondayOf(activated), happened ? ninth : mondayOf(person.until)) };
  },
} satisfies Partial<Record<LagKind, (person: Followed) => Course | null>>;

/** Weeks are told apart from the fourth on, and happen on their last day. */
const timeOf = (days: number, unit: 'days' | 'weeks') =>
  unit === 'weeks' ? Math.floor(days / 7) : days < 28 ? days : days - (days % 7) + 6;

/** Kaplan–Meier by hand: the first time by which it has not yet happened to half of them at most. */
function medianOf(courses: readonly Course[], unit: 'days' | 'weeks'): number | null {
  const all = courses.map(({ entry, lag, happened }) => ({
    from: timeOf(entry, unit),
    to: timeOf(lag, unit),
    happened,
  }));
  let waiting = 1;
  for (const time of [...new Set(all.map(({ to }) => to))].sort((a, b) => a - b)) {
    const atRisk = all.filter(({ from, to }) => from <= time && time <= to).length;
    waiting *= 1 - all.filter(({ to, happened }) => happened && to === time).length / atRisk;
    if (waiting <= 0.5 + 1e-12) return time;
  }
  return null;
}

const median =
  (kind: keyof typeof told, unit: 'days' | 'weeks'): Formula =>
  ({ world, sunday, isPlace, isIn }) => {
    if (!isPlace) return undefined;
    const people = followedOn(world, sunday).filter(({ entities }) => entities[0] !== undefined && isIn(entities[0]));
    // To whom it happened before they came was never at risk.
    const courses = people.flatMap((person) => told[kind](person) ?? []).filter(({ entry, lag }) => lag >= entry);
    return number(medianOf(courses, unit));
  };

/** How long things take. */
export const lagFormulas: Record<string, Formula> = {
  K02b: median('activation', 'days'),
  K10: median('adoption', 'days'),
  'K10.launch': median('adoption_since_launch', 'days'),
  K12b: median('habit', 'weeks'),
};
