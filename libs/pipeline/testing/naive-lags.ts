import { addDays, type Day, daysBetween, mondayOf } from '#domain/calendar/day.js';
import { type LagBin, type LagKind } from '#domain/lags/lag.js';

/** Someone as a plain record: where they are from which day, and what they did on which instants. */
export interface NaivePerson {
  entity: string;
  /** '' = always. */
  joined: Day;
  /** Exclusive; null = still there. */
  left: Day | null;
  launched: Day | null;
  invitedAt: Date | null;
  deeds: { at: Date; kind: 'login' | 'act' }[];
}

interface Course {
  entry: number;
  lag: number;
  happened: boolean;
}

const dayOf = (at: Date): Day => at.toISOString().slice(0, 10);

/** Written from the dictionary of indicators (K02b, K10, K12b) for people who live in UTC; looks at every week anew. */
export function naiveLags(people: readonly (NaivePerson & { cell: string })[], sunday: Day): Map<string, LagBin> {
  const counts = new Map<string, LagBin>();
  const add = (kind: LagKind, cell: string, lag: number, what: 'entered' | 'events' | 'censored') => {
    const bin = lag < 28 ? lag : lag - (lag % 7);
    const key = `${kind} ${cell} ${bin}`;
    const count = counts.get(key) ?? { lag: bin, entered: 0, events: 0, censored: 0 };
    counts.set(key, { ...count, [what]: count[what] + 1 });
  };
  for (const person of people) {
    for (const [kind, course] of coursesOf(person, sunday)) {
      if (!course || course.lag < course.entry) continue;
      add(kind, person.cell, course.entry, 'entered');
      add(kind, person.cell, course.lag, course.happened ? 'events' : 'censored');
    }
  }
  return counts;
}

function coursesOf(person: NaivePerson, sunday: Day): [LagKind, Course | null][] {
  if (person.joined > sunday) return [];
  const until = person.left !== null && person.left <= sunday ? addDays(person.left, -1) : sunday;
  const seen = person.deeds.filter(({ at }) => dayOf(at) <= sunday);
  const firstOf = (deeds: typeof seen) => [...deeds].sort((one, other) => +one.at - +other.at)[0]?.at ?? null;
  const activatedAt = firstOf(seen);
  const connectedAt = firstOf(seen.filter(({ kind }) => kind === 'login'));
  const invited = person.invitedAt && dayOf(person.invitedAt) <= until ? person.invitedAt : null;
  const since = (event: Date | null): Course | null => {
    if (!invited) return null;
    if (event && dayOf(event) <= until)
      return { entry: 0, happened: true, lag: Math.max(0, Math.floor((+event - +invited) / 86_400_000)) };
    return { entry: 0, happened: false, lag: daysBetween(dayOf(invited), until) };
  };
  const adopted = adoptionDay(seen.map(({ at }) => dayOf(at)));
  const adoption = (origin: Day | null, entry: number): Course | null => {
    if (origin === null || origin > until) return null;
    const happened = adopted !== null && adopted <= until;
    return { entry, happened, lag: happened ? Math.max(0, daysBetween(origin, adopted)) : daysBetween(origin, until) };
  };
  const launched = person.launched;
  return [
    ['activation', since(activatedAt)],
    ['first_login', since(connectedAt)],
    ['adoption', adoption(invited && dayOf(invited), 0)],
    [
      'adoption_since_launch',
      adoption(launched, launched && person.joined > launched ? daysBetween(launched, person.joined) : 0),
    ],
    ['habit', habit(activatedAt && dayOf(activatedAt), seen, until)],
  ];
}

/** First day of the first week that is at least the third active one of the four that end with it. */
function adoptionDay(days: readonly Day[]): Day | null {
  const weeks = new Set(days.map(mondayOf));
  for (const week of [...weeks].sort()) {
    const active = [0, 1, 2, 3].filter((back) => weeks.has(addDays(week, -7 * back)));
    if (active.length >= 3) return days.filter((day) => mondayOf(day) === week).sort()[0]!;
  }
  return null;
}

function habit(activated: Day | null, deeds: NaivePerson['deeds'], until: Day): Course | null {
  if (activated === null || activated > until) return null;
  const weeks = new Set(deeds.filter(({ kind }) => kind === 'act').map(({ at }) => mondayOf(dayOf(at))));
  const first = [...weeks].sort().find((week) => {
    const active = Array.from({ length: 12 }, (_, back) => addDays(week, -7 * back)).filter((one) => weeks.has(one));
    return active.length >= 9 && week <= until;
  });
  return {
    entry: 0,
    happened: first !== undefined,
    lag: daysBetween(mondayOf(activated), first ?? mondayOf(until)),
  };
}
