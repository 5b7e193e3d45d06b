import { type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { workingDays } from '#domain/calendar/working-days.js';
import { calendarBins, type LagBins, resolutionBins, workingBins } from '#domain/communities/lag-bins.js';
import { upliftOf } from '#domain/communities/own-group.js';
import { contributionsByPlace } from '#domain/mask/dominance.js';
import { readConversations } from '#storage/exact/exact-conversations.repository.js';
import { type Exchange, type ExchangeRow, type OwnGroupRow } from '#storage/measures/exchange.repository.js';
import { CommunityFacts } from './community-facts.js';
import { ConversationFacts, localOf, type ThreadFact } from './conversation-facts.js';
import { exactDeeds } from './exact-deeds.js';
import { madeBy } from './made-by.js';

export interface ExactExchangeOptions {
  exemplarity: boolean;
  k: number;
  cellOf: ReadonlyMap<string, string>;
  head: string | null;
}

const whole = '~organisation';

/** What the measures of groups and threads of a week must be, counted from activity one by one, in no SQL. */
export async function exactExchange(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  options: ExactExchangeOptions,
): Promise<Exchange> {
  const facts = new ConversationFacts(await readConversations(tx, organizationId, sunday), sunday);
  const communities = new CommunityFacts(facts, options.cellOf, options.head ?? whole);
  const made = new Made();
  const threads = facts.threads();
  countThreads(facts, threads, options, made);
  countVoices(facts, threads, options.exemplarity, made);
  countActs(facts, communities, options, made);
  communities.countGroups(made);
  communities.countLives(options.k, made);
  return {
    volumes: [...made.rows(), ...exactDeeds(facts, options.cellOf)],
    communities: communities.rows(threads),
    ownGroups: options.exemplarity ? ownGroups(facts, communities) : null,
  };
}

/** Amounts by person, of each population and measure by cell; a person of none is a count of groups. */
export class Made {
  private readonly amounts = new Map<
    string,
    { row: [string, string]; people: Map<number | null, Map<string, number>> }
  >();

  add(population: string, cell: string, measure: string, person: number | null, amount = 1): void {
    const key = [population, measure].join('/');
    const known = this.amounts.get(key) ?? {
      row: [population, measure],
      people: new Map<number | null, Map<string, number>>(),
    };
    const own = known.people.get(person) ?? new Map<string, number>();
    known.people.set(person, own.set(cell, (own.get(cell) ?? 0) + amount));
    this.amounts.set(key, known);
  }

  rows(): ExchangeRow[] {
    const ofNobody = { contributors: null, top1: null, top2: null };
    return [...this.amounts.values()].flatMap(({ row: [population, measure], people }) =>
      [...contributionsByPlace(people.values())].map(([cell, made]) => ({
        ...{ population, cell, measure, ...made, ...(people.has(null) ? ofNobody : {}) },
      })),
    );
  }
}

const hours = (from: Date, to: Date) => Math.max(0, (to.getTime() - from.getTime()) / 3_600_000);
const binOf = (bins: LagBins, value: number) => bins.from.filter((edge) => edge <= value).length - 1;

function countThreads(facts: ConversationFacts, threads: ThreadFact[], { cellOf }: ExactExchangeOptions, made: Made) {
  const solving = new Set(threads.filter(({ resolvedAt }) => resolvedAt).map(({ group }) => group));
  for (const thread of threads.filter(({ group }) => group !== null && solving.has(group))) {
    const waited = hours(thread.postedAt, thread.resolvedAt ?? thread.seenUntil);
    made.add(
      'everyone',
      whole,
      `${thread.resolvedAt ? 'resolved' : 'open'}_${binOf(resolutionBins, waited)}`,
      thread.author,
    );
  }
  const calendars = new Map<string, Day[]>();
  for (const thread of threads.filter(({ day }) => facts.after(day, 28))) {
    const cell = cellOf.get(thread.entity ?? '');
    if (cell !== undefined && !facts.after(thread.day, 7)) {
      made.add('everyone', cell, 'threads', thread.author);
      if (thread.repliedAt || thread.reacted) made.add('everyone', cell, 'answered', thread.author);
      if (thread.repliedAt) made.add('everyone', cell, 'replied', thread.author);
    }
    const country = facts.countries.get(facts.people.get(thread.author)?.entity ?? '') ?? '';
    const days = calendars.get(country) ?? workingDays(addDays(facts.sunday, -27), facts.sunday, country || null);
    calendars.set(country, days);
    const until = thread.repliedAt ?? thread.seenUntil;
    const [from, to] = [localOf(thread.postedAt, thread.timezone), localOf(until, thread.timezone)];
    const work = days.reduce((sum, day) => {
      const [opens, closes] = [Date.parse(`${day}T09:00:00Z`), Date.parse(`${day}T18:00:00Z`)];
      return sum + Math.max(0, Math.min(to.getTime(), closes) - Math.max(from.getTime(), opens)) / 3_600_000;
    }, 0);
    const told = thread.repliedAt ? 'reply' : 'wait';
    made.add('everyone', whole, `${told}_${binOf(calendarBins, hours(thread.postedAt, until))}`, thread.author);
    made.add('everyone', whole, `work_${told}_${binOf(workingBins, work)}`, thread.author);
  }
}

function countVoices(facts: ConversationFacts, threads: ThreadFact[], exemplarity: boolean, made: Made): void {
  const weeks = new Map<string, Set<Day>>();
  for (const { week, ordinal, posts, comments } of facts.data.weeks) {
    if (!facts.after(week, 28)) continue;
    if (comments > 0) made.add('everyone', whole, 'comments', ordinal, comments);
    if (posts + comments === 0) continue;
    const voice = facts.voiceOf(ordinal, exemplarity);
    made.add(voice, whole, 'messages', ordinal, posts + comments);
    weeks.set(voice, (weeks.get(voice) ?? new Set()).add(week));
  }
  for (const [voice, spoken] of weeks) made.add(voice, whole, 'weeks', null, spoken.size);
  for (const { day, repliedBy } of threads)
    if (facts.after(day, 28) && repliedBy !== null)
      made.add(facts.voiceOf(repliedBy, exemplarity), whole, 'first_replies', repliedBy);
}

function countActs(
  facts: ConversationFacts,
  communities: CommunityFacts,
  { cellOf }: ExactExchangeOptions,
  made: Made,
): void {
  for (const { day, ordinal, replies } of facts.data.responses)
    if (facts.after(day, 28) && replies > 0) made.add('everyone', whole, 'replies', ordinal, replies);
  const acted = new Set<string>();
  const members = new Set(facts.members().map(({ group, ordinal }) => `${ordinal}/${group}`));
  for (const { week, group, ordinal, posts, comments } of facts.data.groupWeeks) {
    if (facts.after(week, 28) && posts + comments > 0)
      made.add('everyone', whole, 'group_messages', ordinal, posts + comments);
    const cell = cellOf.get(facts.people.get(ordinal)?.entity ?? '');
    if (cell === undefined || !communities.isOpen(group) || !facts.after(week, 364)) continue;
    for (const [measure, back] of [
      ['group_active', 28],
      ['group_active_year', 364],
    ] as const) {
      const key = `${measure}/${ordinal}/${group}`;
      if (!facts.after(week, back) || acted.has(key)) continue;
      if (back === 28 && !members.has(`${ordinal}/${group}`)) continue;
      acted.add(key);
      made.add('everyone', cell, measure, ordinal);
    }
  }
}

function ownGroups(facts: ConversationFacts, communities: CommunityFacts): OwnGroupRow {
  const managers = new Map<number, { own: number[]; other: number[]; members: number; enclosed: number }>();
  const made: Record<'own_managers' | 'own_members' | 'other_managers' | 'other_members', number[]> = {
    ...{ own_managers: [], own_members: [], other_managers: [], other_members: [] },
  };
  for (const { group, ordinal, since } of facts.members()) {
    const creator = communities.isOpen(group) ? communities.creatorOf(group) : null;
    if (creator === null || !facts.manages(creator) || creator === ordinal) continue;
    const row = managers.get(creator) ?? { own: [0, 0], other: [0, 0], members: 0, enclosed: 0 };
    managers.set(creator, row);
    const side = facts.people.get(ordinal)?.manager === creator ? row.own : row.other;
    const mondays = [27, 20, 13, 6].map((back) => addDays(facts.sunday, -back));
    side[1]! += since === null ? 4 : Math.max(1, mondays.filter((monday) => addDays(monday, 6) >= since).length);
    side[0]! += communities.actionsOf(group, ordinal);
    row.members++;
    if (facts.superiors(ordinal).includes(creator)) row.enclosed++;
    const which = facts.people.get(ordinal)?.manager === creator ? 'own' : 'other';
    for (let act = communities.actionsOf(group, ordinal); act > 0; act--) {
      made[`${which}_managers`].push(creator);
      made[`${which}_members`].push(ordinal);
    }
  }
  const rows = [...managers].sort(([a], [b]) => a - b).map(([, row]) => row);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const uplift = upliftOf(
    rows.map(({ own, other }) => ({
      ownActions: own[0]!,
      ownWeeks: own[1]!,
      otherActions: other[0]!,
      otherWeeks: other[1]!,
    })),
  );
  return {
    managers: rows.length,
    ownActions: sum(({ own }) => own[0]!),
    ownWeeks: sum(({ own }) => own[1]!),
    otherActions: sum(({ other }) => other[0]!),
    otherWeeks: sum(({ other }) => other[1]!),
    ratioLow: uplift?.low ?? null,
    ratioHigh: uplift?.high ?? null,
    members: sum(({ members }) => members),
    enclosed: sum(({ enclosed }) => enclosed),
    made: madeBy(made),
  };
}
