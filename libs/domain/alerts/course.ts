import { addDays, type Day, daysBetween, mondayOf } from '../calendar/day.js';
import { isUnmeasurable } from '../indicators/measurable.js';
import { outcomeAt } from '../indicators/rows.js';
import { type Board } from '../rollout/board.js';
import { plannedShare } from '../rollout/plan.js';
import { type Wave } from '../rollout/wave.js';
import { centreOf, type Interval } from '../statistics/interval.js';
import { type Cluster } from '../statistics/cluster.js';
import { type Expected, expectedByPlan, expectedOf, fewestPeers, lowness, standsOut } from './expected.js';

/** From this many people on, four weeks are read every week; below, one week (rules 4.6). */
export const fourWeeksFrom = 200;
/** Below this an entity raises no alert by itself, and is to be called all the same (M16). */
export const smallBelow = 60;
/** Weeks since the launch before anything is expected of an entity. */
export const settling = 3;

/** Who signed in at a place during the window that ends on a Sunday, or was activated by then, and what was expected. */
export interface CourseWeek {
  weekEnd: Day;
  /** People who signed in, of those present; against a plan, people activated. */
  people: Interval;
  of: number;
  /** Centre of what is published. */
  share: number;
  expected: Expected | null;
  /** One-sided; null without peers. Read at the end of the band that speaks for the entity. */
  p: number | null;
}

export interface Course {
  place: string;
  wave: Wave | null;
  headcount: number;
  /** Its wave is open, or it belongs to none alone. */
  opened: boolean;
  window: 7 | 28;
  /** What it is held against: what comparable entities do or, where there are too few, what its wave planned. */
  against: 'peers' | 'plan';
  /** Oldest first, the last is the week shown; empty before the launch and while it settles. */
  weeks: CourseWeek[];
}

interface Followed {
  place: string;
  headcount: number;
  wave: Wave | null;
  /** Monday of the week of the launch. */
  launch: Day | null;
}

/** The course of every place that is not divided, over the last `back` weeks. */
export function coursesOf(board: Board, back: number): Course[] {
  const week = board.week;
  if (week === null) return [];
  const followed = board.publication
    .tree(week)
    .places.filter(({ kind, headcount }) => kind !== 'node' && headcount > 0)
    .map(({ key, headcount }): Followed => {
      const wave = board.waveOf(key, week) ?? null;
      return { place: key, headcount, wave, launch: wave?.actualStart ? mondayOf(wave.actualStart) : null };
    });
  const sundays = board.weeks.slice(-back);
  const [four, one] = ([28, 7] as const).map((window) => new Courses(board, followed, window, sundays));
  return followed.map((each) => {
    const { place, headcount, wave, launch } = each;
    const opened = wave === null || (launch !== null && launch <= week);
    const weeks = headcount < fourWeeksFrom ? [] : four!.weeksOf(each);
    // Where too few others are read over four weeks, one week is read of all.
    const at = { place, headcount, wave, opened };
    if (isExpected(weeks)) return { ...at, window: 28, against: 'peers', weeks };
    const byWeek = one!.weeksOf(each);
    const planned = isExpected(byWeek) ? [] : plannedWeeks(board, each, sundays);
    if (isExpected(planned)) return { ...at, window: 28, against: 'plan', weeks: planned };
    return { ...at, window: 7, against: 'peers', weeks: byWeek };
  });
}

const isExpected = (weeks: readonly CourseWeek[]): boolean =>
  weeks.length > 1 && weeks.slice(-2).every(({ expected }) => expected !== null);

/** People activated of a place against what its wave planned for them by then. */
function plannedWeeks(
  board: Board,
  { place, headcount, wave, launch }: Followed,
  sundays: readonly Day[],
): CourseWeek[] {
  return sundays.flatMap((weekEnd): CourseWeek[] => {
    const people = board.publication.count([place], weekEnd, 'everyone', 0, 'activated');
    const plan = wave === null ? 0 : plannedShare(wave, weekEnd);
    if (!people || plan === 0 || launch === null || addDays(launch, settling * 7) > weekEnd) return [];
    const { expected, p } = expectedByPlan(plan, headcount, Math.min(1, people.high / headcount));
    return [{ weekEnd, people, of: headcount, share: Math.min(1, centreOf(people) / headcount), expected, p }];
  });
}

/** A place that others may be compared with. */
interface Peer {
  place: string;
  cluster: Cluster;
}

/** Reads everybody's weeks over one window; those far below the others are first found, then left out as peers. */
class Courses {
  private readonly counts = new Map<Day, Map<string, Interval | null>>();
  private readonly stalled = new Map<Day, ReadonlySet<string>>();
  private readonly launches: ReadonlyMap<string, Day>;
  private readonly peers = new Map<string, readonly Peer[]>();
  private readonly tellsSignIn: boolean;

  constructor(
    private readonly board: Board,
    private readonly followed: readonly Followed[],
    private readonly window: 7 | 28,
    private readonly sundays: readonly Day[],
  ) {
    const { publication, rules, root, week } = board;
    this.tellsSignIn =
      week !== null && !isUnmeasurable(outcomeAt(publication, rules, 'K04.login', root, week, window).note);
    this.launches = new Map(
      followed.flatMap(({ wave, launch }) => (wave && launch !== null ? [[wave.key, launch]] : [])),
    );
    for (const sunday of sundays) {
      const low = followed.filter((each) => this.isOut(each, sunday));
      this.stalled.set(sunday, new Set(low.map(({ place }) => place)));
    }
  }

  weeksOf(each: Followed): CourseWeek[] {
    return this.sundays.flatMap((sunday) => this.weekOf(each, sunday) ?? []);
  }

  private isOut(each: Followed, weekEnd: Day): boolean {
    const people = this.at(each.place, weekEnd);
    return people !== null && standsOut(this.peersOf(each, weekEnd), each.headcount, people.high / each.headcount);
  }

  private weekOf(each: Followed, weekEnd: Day): CourseWeek | null {
    const { place, headcount, launch } = each;
    const people = this.at(place, weekEnd);
    if (!people || launch === null || addDays(launch, settling * 7) > weekEnd) return null;
    const found = expectedOf(this.peersOf(each, weekEnd), headcount);
    return {
      ...{ weekEnd, people, of: headcount, share: Math.min(1, centreOf(people) / headcount) },
      expected: found && { value: found.value, low: found.low, high: found.high, peers: found.peers },
      p: found && lowness(found, Math.min(1, people.high / headcount)),
    };
  }

  /** Others of its wave the same week; where they are few, everybody at the same time since their launch. */
  private peersOf({ place, wave, launch }: Followed, weekEnd: Day): Cluster[] {
    if (launch === null || !wave) return [];
    const stalled = this.stalled.get(weekEnd);
    const others = (key: string, at: Day) =>
      this.peersAt(key, at).flatMap((peer) => (peer.place === place || stalled?.has(peer.place) ? [] : [peer.cluster]));
    // Of the same wave they live through the same weeks, holidays included; others were there at another time.
    const same = others(wave.key, weekEnd);
    if (same.length >= fewestPeers) return same;
    const age = daysBetween(launch, weekEnd);
    return [...this.launches].flatMap(([key, day]) => others(key, addDays(day, age)));
  }

  /** All places of a wave that publish a Sunday: read once, whoever is compared with them. */
  private peersAt(wave: string, weekEnd: Day): readonly Peer[] {
    const key = `${wave}/${weekEnd}`;
    const known = this.peers.get(key);
    if (known) return known;
    const found = this.followed.flatMap(({ place, headcount, wave: own, launch }): Peer[] => {
      const people = own?.key === wave && launch !== null ? this.at(place, weekEnd) : null;
      return people ? [{ place, cluster: { events: Math.min(headcount, centreOf(people)), size: headcount } }] : [];
    });
    this.peers.set(key, found);
    return found;
  }

  /** Nobody is known to have signed in where no source tells of it: not nobody. */
  private at(place: string, weekEnd: Day): Interval | null {
    if (!this.tellsSignIn) return null;
    const week = this.counts.get(weekEnd) ?? new Map<string, Interval | null>();
    this.counts.set(weekEnd, week);
    const known = week.get(place);
    if (known !== undefined) return known;
    const found = this.board.publication.count([place], weekEnd, 'everyone', this.window, 'login');
    week.set(place, found);
    return found;
  }
}
