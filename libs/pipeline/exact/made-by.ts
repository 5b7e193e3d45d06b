import { type CommunityRow, type MadeBy } from '#storage/measures/exchange.repository.js';
import { type ThreadFact } from './conversation-facts.js';

/** Who made what, one entry per piece: people, the part of the most active of them, and of the two. Nobody = no entry. */
export function madeBy<Measure extends string>(
  pieces: Record<Measure, readonly number[]>,
): Partial<Record<Measure, MadeBy>> {
  const found: Partial<Record<Measure, MadeBy>> = {};
  for (const [measure, people] of Object.entries(pieces) as [Measure, readonly number[]][]) {
    const parts = new Map<number, number>();
    for (const person of people) parts.set(person, (parts.get(person) ?? 0) + 1);
    const [top1, second = 0] = [...parts.values()].sort((a, b) => b - a);
    if (top1 !== undefined) found[measure] = [parts.size, top1, top1 + second];
  }
  return found;
}

interface GroupFacts {
  said: readonly { ordinal: number; posts: number; comments: number }[];
  mature: readonly ThreadFact[];
  recent: readonly ThreadFact[];
  /** Of 91 days. */
  threads: readonly ThreadFact[];
  /** `responder>author`. */
  edges: readonly string[];
}

/** Who made the volumes of a group. */
export function madeInGroup(
  { said, mature, recent, threads, edges }: GroupFacts,
  manages: (ordinal: number) => boolean,
): CommunityRow['made'] {
  const messages = said.flatMap(({ ordinal, posts, comments }) =>
    Array.from({ length: posts + comments }, () => ordinal),
  );
  const first = recent.flatMap(({ repliedBy }) => repliedBy ?? []);
  const authors = (of: readonly ThreadFact[]) => of.map(({ author }) => author);
  const others = ({ writers }: ThreadFact) => [...new Set(writers.filter((ordinal) => !manages(ordinal)))];
  const ends = edges.map((edge) => edge.split('>').map(Number) as [number, number]);
  const has = new Set(edges);
  const pairs = ends.filter(([one, other]) => one < other || !has.has(`${other}>${one}`));
  const isOther = (ordinal: number) => !manages(ordinal);
  return madeBy({
    manager_messages: messages.filter(manages),
    other_messages: messages.filter(isOther),
    threads: authors(mature),
    answered: authors(mature.filter(({ repliedAt, reacted }) => repliedAt ?? reacted)),
    replied: authors(mature.filter(({ repliedAt }) => repliedAt)),
    solved: threads.some(({ resolvedAt }) => resolvedAt) ? authors(threads) : [],
    manager_first: first.filter(manages),
    other_first: first.filter(isOther),
    other_replied: mature.flatMap(others),
    manager_replied: mature.flatMap((thread) => (others(thread).length > 0 ? [] : [...new Set(thread.writers)])),
    pairs: pairs.flat(),
    mutual: pairs.filter(([one, other]) => has.has(`${other}>${one}`)).flat(),
  });
}
