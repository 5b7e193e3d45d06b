import { type LagBins } from '#domain/communities/lag-bins.js';
import { endOf, isWorked, plus, wallClock } from './days.js';
import { kept } from './kept.js';
import { type Actor, actorsOf, countryOn, type Dated, stayOn, zoneFor } from './states.js';
import { type World } from './world.js';

/** A post and what became of it by the end of a Sunday. */
export interface Thread {
  author: Actor;
  /** Of the author on the day. */
  entity: string | null;
  group: string;
  day: string;
  zone: string;
  at: number;
  /** Of others, the earliest first. */
  replies: { by: Actor; at: number }[];
  reacted: boolean;
  resolvedAt: number | null;
  /** Others who replied or reacted. */
  responders: Actor[];
}

export const threadsOf = kept((world: World, sunday: string): Thread[] => {
  const known = actorsOf(world).flatMap((by) =>
    by.did.filter(({ day }) => day <= sunday).map((deed) => ({ by, deed })),
  );
  const isReply = (deed: Dated, post: string) => deed.kind === 'comment' && deed.parent === post;
  const isReaction = (deed: Dated, post: string) => deed.kind === 'reaction' && deed.object === post;
  return known
    .filter(({ deed }) => deed.kind === 'post' && deed.quantity === 1 && deed.object !== '')
    .map(({ by: author, deed: post }): Thread => {
      const about = known.filter(({ by }) => by !== author);
      const replies = about.filter(({ deed }) => isReply(deed, post.object));
      const reactions = about.filter(({ deed }) => isReaction(deed, post.object));
      const resolved = known.filter(({ deed }) => deed.kind === 'resolved' && deed.object === post.object);
      const times = resolved.map(({ deed }) => Date.parse(deed.at)).sort((a, b) => a - b);
      return {
        ...{ author, entity: (author.person && stayOn(author.person, post.at.slice(0, 10))?.entity) ?? null },
        ...{ group: post.group, day: post.day, zone: zoneFor(world, author.person, post.at), at: Date.parse(post.at) },
        replies: replies.map(({ by, deed }) => ({ by, at: Date.parse(deed.at) })).sort((a, b) => a.at - b.at),
        ...{ reacted: reactions.length > 0, resolvedAt: times[0] ?? null },
        responders: [...new Set([...replies, ...reactions].map(({ by }) => by))],
      };
    });
});

/** Threads that began in the days up to a Sunday. */
export const threadsWithin = (world: World, sunday: string, days: number): Thread[] =>
  threadsOf(world, sunday).filter(({ day }) => day > plus(sunday, -days));

/** Posts that have been there for seven days: how many found a reply, or any echo. */
export function echoes(world: World, sunday: string, isIn: (entity: string) => boolean) {
  const mature = threadsWithin(world, sunday, 28).filter(
    ({ day, entity }) => day <= plus(sunday, -7) && entity !== null && isIn(entity),
  );
  const replied = mature.filter(({ replies }) => replies.length > 0);
  const answered = mature.filter(({ replies, reacted }) => replies.length > 0 || reacted);
  return { posts: mature.length, replied: replied.length, answered: answered.length };
}

/** Many comments and hardly a reply: the source links none. */
export function linksReplies(world: World, sunday: string): boolean {
  const said = actorsOf(world).flatMap(({ did }) => did.filter(({ day }) => plus(sunday, -28) < day && day <= sunday));
  const amount = (deeds: Dated[]) => deeds.reduce((sum, { quantity }) => sum + quantity, 0);
  const comments = said.filter(({ kind }) => kind === 'comment');
  return amount(comments) < 20 || amount(comments.filter(({ parent }) => parent !== '')) > 2;
}

interface Wait {
  hours: number;
  happened: boolean;
}

/** Kaplan–Meier by hand: what still waits counts until it was last seen. Null: half is never reached. */
export function medianOf({ from }: LagBins, waits: readonly Wait[]): number | null {
  let alive = 1;
  for (const [bin, start] of from.entries()) {
    const end = from[bin + 1];
    const waiting = waits.filter(({ hours }) => Math.max(0, hours) >= start);
    const now = waiting.filter(({ hours, happened }) => happened && end !== undefined && Math.max(0, hours) < end);
    if (waiting.length === 0 || end === undefined) return null;
    const after = alive * (1 - now.length / waiting.length);
    if (after <= 0.5 + 1e-12) return start + ((alive - 0.5) / (alive - after)) * (end - start);
    alive = after;
  }
  return null;
}

const hour = 3_600_000;

export function replyWaits(world: World, sunday: string): Wait[] {
  return threadsWithin(world, sunday, 28).map(({ at, zone, replies: [first] }) => ({
    hours: ((first?.at ?? endOf(sunday, zone)) - at) / hour,
    happened: first !== undefined,
  }));
}

/** The same between nine and six of the working days of the author's country. */
export function workingReplyWaits(world: World, sunday: string): Wait[] {
  return threadsWithin(world, sunday, 28).map(({ author, at, zone, replies: [first] }) => {
    const here = author.person && stayOn(author.person, sunday);
    const country = here ? countryOn(world, here.entity, sunday) : null;
    const [from, to] = [wallClock(at, zone), wallClock(first?.at ?? endOf(sunday, zone), zone)];
    let hours = 0;
    for (let day = plus(sunday, -27); day <= sunday; day = plus(day, 1)) {
      if (!isWorked(day, country)) continue;
      const [opens, closes] = [Date.parse(`${day}T09:00:00Z`), Date.parse(`${day}T18:00:00Z`)];
      hours += Math.max(0, Math.min(to, closes) - Math.max(from, opens)) / hour;
    }
    return { hours, happened: first !== undefined };
  });
}

/** Of the groups in which anything was resolved within the quarter. */
export function resolutionWaits(world: World, sunday: string): Wait[] {
  const threads = threadsWithin(world, sunday, 91);
  const process = new Set(threads.filter(({ resolvedAt }) => resolvedAt !== null).map(({ group }) => group));
  process.delete('');
  return threads
    .filter(({ group }) => process.has(group))
    .map(({ at, zone, resolvedAt }) => ({
      hours: ((resolvedAt ?? endOf(sunday, zone)) - at) / hour,
      happened: resolvedAt !== null,
    }));
}
