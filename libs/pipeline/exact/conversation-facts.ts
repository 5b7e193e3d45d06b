import { addDays, type Day } from '#domain/calendar/day.js';
import { type Conversations } from '#storage/exact/exact-conversations.repository.js';

export interface Member {
  group: string;
  ordinal: number;
  since: Day | null;
}

/** A thread of 91 days, with what others made of it. */
export interface ThreadFact {
  author: number;
  group: string | null;
  entity: string | null;
  day: Day;
  timezone: string;
  postedAt: Date;
  repliedAt: Date | null;
  repliedBy: number | null;
  /** Whoever else answered in writing. */
  writers: number[];
  reacted: boolean;
  resolvedAt: Date | null;
  seenUntil: Date;
  /** Others who replied or reacted. */
  responders: number[];
}

/** Plain lists looked through person by person: nothing here is shared with the counting of measures. */
export class ConversationFacts {
  readonly people: Map<number, { entity: string | null; manager: number | null; level: number | null }>;
  /** Whoever manages: those who have reports, and those whom the directory declares. */
  private readonly bosses: Set<number>;
  private readonly leaders: Set<number>;
  readonly countries = new Map<string, string>();
  private readonly parents: Map<string, string | null>;

  constructor(
    readonly data: Conversations,
    readonly sunday: Day,
  ) {
    this.people = new Map(data.people.map(({ ordinal, ...person }) => [ordinal, person]));
    if (this.people.size === 0)
      for (const ordinal of data.strangers) this.people.set(ordinal, { entity: null, manager: null, level: null });
    const led = data.people.flatMap(({ ordinal, manager }) => (manager === ordinal ? [] : (manager ?? [])));
    this.leaders = new Set(led);
    this.bosses = new Set([...led, ...data.people.flatMap(({ ordinal, declared }) => (declared ? ordinal : []))]);
    this.parents = new Map(data.entities.map(({ key, parent }) => [key, parent]));
    for (const { key } of data.entities) {
      const country = this.lineage(key).map((above) => data.entities.find((one) => one.key === above)?.country);
      this.countries.set(key, country.find((one) => one) ?? '');
    }
  }

  /** Asked of every row: the few days that it is about are reckoned once. */
  after = (day: Day, back: number): boolean => {
    const from = this.days.get(back) ?? addDays(this.sunday, -back);
    this.days.set(back, from);
    return day > from;
  };
  private readonly days = new Map<number, Day>();
  manages = (ordinal: number): boolean => this.people.has(ordinal) && this.bosses.has(ordinal);

  lineage(entity: string): string[] {
    const above: string[] = [];
    for (let at: string | null | undefined = entity; at && !above.includes(at); at = this.parents.get(at))
      above.push(at);
    return above;
  }

  superiors(ordinal: number): number[] {
    const above: number[] = [];
    let at = this.people.get(ordinal)?.manager ?? null;
    while (at !== null && !above.includes(at)) {
      above.push(at);
      at = this.people.get(at)?.manager ?? null;
    }
    return above;
  }

  voiceOf(ordinal: number, exemplarity: boolean): string {
    if (!exemplarity || !this.manages(ordinal)) return 'others';
    const { level } = this.people.get(ordinal)!;
    if (level !== null) return `level-${level}`;
    const above = this.superiors(ordinal).filter((one) => this.people.has(one));
    if (above.length === 0 && !this.leaders.has(ordinal)) return 'level-none';
    const top = above.at(-1) ?? ordinal;
    const reachesTop = !this.people.has(this.people.get(top)!.manager ?? -1);
    return reachesTop ? `level-${above.length}` : 'level-none';
  }

  members(): Member[] {
    const latest = new Map<string, { day: Day; member: boolean }>();
    for (const { group, ordinal, day, member } of this.data.changes) latest.set(`${ordinal}/${group}`, { day, member });
    const acted = new Map<string, Day>();
    for (const { group, ordinal, week } of this.data.groupWeeks) {
      const key = `${ordinal}/${group}`;
      if (this.after(week, 364) && week > (acted.get(key) ?? '')) acted.set(key, week);
    }
    return [...new Set([...latest.keys(), ...acted.keys()])].flatMap((key) => {
      const change = latest.get(key);
      const [ordinal, group] = [Number(key.slice(0, key.indexOf('/'))), key.slice(key.indexOf('/') + 1)];
      const isMember = change?.member ?? acted.has(key);
      const returned = change?.member === false && (acted.get(key) ?? '') > change.day;
      if (!this.people.has(ordinal) || !(isMember || returned)) return [];
      return [{ group, ordinal, since: change?.member ? change.day : null }];
    });
  }

  threads(): ThreadFact[] {
    const seen = new Set<string>();
    const byThread = grouped(this.data.responses, ({ thread }) => thread);
    return this.data.threads.flatMap(({ key, ...thread }) => {
      if (!this.after(thread.day, 91) || seen.has(key)) return [];
      seen.add(key);
      const all = (byThread.get(key) ?? []).filter(({ day }) => this.after(day, 93));
      const others = all.filter(({ ordinal }) => ordinal !== thread.author);
      const first = this.firstOf(others.filter(({ repliedAt }) => repliedAt !== null));
      const resolved = all.flatMap(({ resolvedAt }) => resolvedAt ?? []).sort((a, b) => a.getTime() - b.getTime());
      return [
        {
          ...thread,
          repliedAt: first?.repliedAt ?? null,
          repliedBy: first?.ordinal ?? null,
          writers: others.filter(({ repliedAt }) => repliedAt !== null).map(({ ordinal }) => ordinal),
          reacted: others.some(({ reacted }) => reacted),
          resolvedAt: resolved[0] ?? null,
          seenUntil: instantOf(addDays(this.sunday, 1), thread.timezone),
          responders: others.filter(({ replies, reacted }) => replies > 0 || reacted).map(({ ordinal }) => ordinal),
        },
      ];
    });
  }

  /** Of several at the same instant whoever manages nobody, then the highest level; `replies` are in their order. */
  private firstOf(replies: Conversations['responses']): Conversations['responses'][number] | undefined {
    const [earliest] = replies;
    const rankOf = (ordinal: number) =>
      this.manages(ordinal) ? (this.people.get(ordinal)?.level ?? Number.MAX_SAFE_INTEGER) : -1;
    return replies
      .filter(({ repliedAt }) => repliedAt?.getTime() === earliest?.repliedAt?.getTime())
      .sort((a, b) => rankOf(a.ordinal) - rankOf(b.ordinal))[0];
  }
}

export function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Wall-clock time in a zone, as if it were UTC. */
export function localOf(instant: Date, timezone: string): Date {
  const known = clocks.get(timezone);
  const clock =
    known ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: timezone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' },
    });
  // Thousands of instants of a few zones: to set a clock takes longer than to read it.
  if (!known) clocks.set(timezone, clock);
  const parts = clock.formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00';
  return new Date(
    `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}.${String(instant.getUTCMilliseconds()).padStart(3, '0')}Z`,
  );
}

function instantOf(day: Day, timezone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  let at = wanted;
  for (let round = 0; round < 3; round++) at += wanted - localOf(new Date(at), timezone).getTime();
  return new Date(at);
}
