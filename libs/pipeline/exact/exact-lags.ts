import { type DataSource } from 'typeorm';
import { addDays, type Day, daysBetween, mondayOf } from '#domain/calendar/day.js';
import { lagBinOf, type LagBin, type LagKind } from '#domain/lags/lag.js';
import { type Wave } from '#domain/rollout/wave.js';
import { type LagFacts, lagFacts, type Reached } from '#storage/exact/exact-lags.repository.js';
import { treeOn } from '#storage/exact/exact-ties.repository.js';
import { type ExactSlicing } from '#storage/exact/exact.sql.js';
import { grouped } from './conversation-facts.js';
import { isIn } from './further-counts.js';

/** From when on somebody was at risk, and until when, in days since an origin; `happened`: it ended by happening. */
interface Course {
  entry: number;
  lag: number;
  happened: boolean;
}

interface Followed {
  /** Where they are that Sunday, or were last, with everything above it. */
  above: readonly string[];
  joined: Day;
  /** Last day on which they were seen there. */
  until: Day;
  launched: Day | null;
  reached: ReadonlyMap<Reached['kind'], Reached>;
}

/**
 * People by how long something took them as of a Sunday, slice by slice, counted person by person in this process. Of
 * levels and of waves that are lists of people nothing is told.
 */
export async function exactLags(
  work: DataSource,
  organizationId: string,
  by: ExactSlicing,
  sunday: Day,
  kinds: readonly LagKind[],
  waves: ReadonlyMap<string, Wave>,
): Promise<{ slice: string; bins: Map<LagKind, LagBin[]> }[]> {
  if (by === 'level') return [];
  const [facts, tree] = await work.transaction(async (tx) => [
    await lagFacts(tx, organizationId, sunday),
    await treeOn(tx, organizationId, sunday),
  ]);
  const people = followed(facts, tree, waves, sunday);
  const places = [...waves.values()].filter(({ entities }) => entities.length > 0).map(({ key }) => key);
  const slices = by === 'organisation' ? [''] : by === 'entity' ? [...tree.keys()] : places;
  return slices.map((slice) => {
    const here = people.filter(({ above }) => isIn(slice, by, above, waves));
    return { slice, bins: new Map(kinds.map((kind) => [kind, binned(here.map((person) => courses[kind](person)))])) };
  });
}

function followed(
  { stays, reached, named }: LagFacts,
  tree: ReadonlyMap<string, readonly string[]>,
  waves: ReadonlyMap<string, Wave>,
  sunday: Day,
): Followed[] {
  const staysOf = grouped(stays, ({ person }) => person);
  const reachedBy = grouped(reached, ({ person }) => person);
  const namedIn = grouped(named, ({ person }) => person);
  return [...staysOf].flatMap(([person, all]) => {
    const last = all.filter(({ from }) => from <= sunday).sort((one, other) => (one.to < other.to ? 1 : -1))[0];
    const above = last && tree.get(last.entity);
    if (!above) return [];
    const until = last.to > sunday ? sunday : addDays(last.to, -1);
    const joined = all.map(({ from }) => from).sort()[0]!;
    const own = (namedIn.get(person) ?? []).filter(({ from, to }) => from <= until && until < to);
    const nearest = above.flatMap((entity) =>
      [...waves.values()].filter(({ entities }) => entities.includes(entity)),
    )[0];
    const opened = [nearest, ...own.map(({ wave }) => waves.get(wave))].flatMap((wave) => wave?.actualStart ?? []);
    const milestones = new Map((reachedBy.get(person) ?? []).map((one) => [one.kind, one] as const));
    return [{ above, joined, until, launched: opened.sort()[0] ?? null, reached: milestones }];
  });
}

type Told = (person: Followed) => Course | null;

/** From the first invitation on, in whole periods of 24 hours. */
const sinceInvitation =
  (kind: 'activated' | 'connected'): Told =>
  ({ reached, until }) => {
    const [invited, event] = [reached.get('invited'), reached.get(kind)];
    if (!invited || invited.day > until) return null;
    if (!event || event.day > until) return { entry: 0, happened: false, lag: daysBetween(invited.day, until) };
    const waited = Math.floor((event.at.getTime() - invited.at.getTime()) / 86_400_000);
    return { entry: 0, happened: true, lag: Math.max(0, waited) };
  };

function adoptionSince(origin: Day | null | undefined, entry: number, { reached, until }: Followed): Course | null {
  if (!origin || origin > until) return null;
  const adopted = reached.get('adopted')?.day;
  if (!adopted || adopted > until) return { entry, happened: false, lag: daysBetween(origin, until) };
  return { entry, happened: true, lag: Math.max(0, daysBetween(origin, adopted)) };
}

const courses: Record<LagKind, Told> = {
  activation: sinceInvitation('activated'),
  first_login: sinceInvitation('connected'),
  adoption: (person) => adoptionSince(person.reached.get('invited')?.day, 0, person),
  adoption_since_launch: (person) => {
    const { launched, joined } = person;
    return adoptionSince(launched, launched && joined > launched ? daysBetween(launched, joined) : 0, person);
  },
  habit: ({ reached, until }) => {
    const [activated, habitual] = [reached.get('activated')?.day, reached.get('habitual')?.day];
    if (!activated || activated > until) return null;
    const happened = habitual !== undefined && habitual <= until;
    return { entry: 0, happened, lag: daysBetween(mondayOf(activated), mondayOf(happened ? habitual : until)) };
  },
};

/** To whom it happened before they came was never at risk. */
function binned(all: readonly (Course | null)[]): LagBin[] {
  const bins = new Map<number, LagBin>();
  const add = (days: number, what: 'entered' | 'events' | 'censored') => {
    const lag = lagBinOf(days);
    const bin = bins.get(lag) ?? { lag, entered: 0, events: 0, censored: 0 };
    bins.set(lag, { ...bin, [what]: bin[what] + 1 });
  };
  for (const course of all) {
    if (!course || course.lag < course.entry) continue;
    add(course.entry, 'entered');
    add(course.lag, course.happened ? 'events' : 'censored');
  }
  return [...bins.values()].sort((one, other) => one.lag - other.lag);
}
