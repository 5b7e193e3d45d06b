import { addDays, type Day } from '#domain/calendar/day.js';
import { lifeBins, resolutionBins } from '#domain/communities/lag-bins.js';
import { type CommunityRow } from '#storage/measures/exchange.repository.js';
import { type ConversationFacts, grouped, type ThreadFact } from './conversation-facts.js';
import { madeInGroup } from './made-by.js';
import { type Made } from './exact-exchange.js';

interface Known {
  key: string;
  creator: number | null;
  createdOn: Day | null;
  archivedOn: Day | null;
  owned: boolean | null;
  described: boolean | null;
  entity: string | null;
  cell: string;
  open: boolean;
}

const earliest = (days: (Day | null | undefined)[]) => days.flatMap((day) => day ?? []).sort()[0] ?? null;
const apart = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Groups as of a Sunday, looked at one by one. */
export class CommunityFacts {
  private readonly groups: Known[];

  constructor(
    private readonly facts: ConversationFacts,
    cellOf: ReadonlyMap<string, string>,
    head: string,
  ) {
    const { data, sunday, people } = facts;
    const declared = new Map(data.groups.map((group) => [group.key, group]));
    const knowsOwners = data.groups.some(({ owners }) => owners.length > 0);
    const keys = new Set([
      ...data.groups.filter(({ created }) => created !== null && created <= sunday).map(({ key }) => key),
      ...data.groupDays.map(({ group }) => group),
      ...data.changes.filter(({ founder }) => founder).map(({ group }) => group),
    ]);
    this.groups = [...keys].sort().flatMap((key) => {
      const group = declared.get(key);
      if (group?.kind === 'template') return [];
      const founded = data.changes
        .filter((one) => one.group === key && one.founder)
        .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.ordinal - b.ordinal))[0];
      const creator = data.aliases.get(group?.creator ?? '') ?? founded?.ordinal ?? null;
      const owners = (group?.owners ?? []).flatMap((name) => data.aliases.get(name) ?? []);
      const present = owners.filter((owner) => people.has(owner)).sort((a, b) => a - b);
      const homes = [group?.entity, people.get(creator ?? -1)?.entity, people.get(present[0] ?? -1)?.entity];
      const archivedOn = group?.archived ?? null;
      return [
        {
          ...{ key, creator, archivedOn, entity: group?.entity ?? null, described: group?.described ?? null },
          createdOn: earliest([group?.created, founded?.day, data.groupDays.find((one) => one.group === key)?.day]),
          owned: knowsOwners ? present.length > 0 : null,
          cell: homes.flatMap((home) => cellOf.get(home ?? '') ?? [])[0] ?? head,
          open: archivedOn === null || archivedOn > sunday,
        },
      ];
    });
  }

  isOpen = (group: string): boolean => this.groups.some(({ key, open }) => key === group && open);
  creatorOf = (group: string): number | null => this.groups.find(({ key }) => key === group)?.creator ?? null;

  actionsOf(group: string, ordinal: number): number {
    return this.facts.data.groupWeeks
      .filter((row) => row.group === group && row.ordinal === ordinal && this.facts.after(row.week, 28))
      .reduce((sum, { posts, comments, reactions }) => sum + posts + comments + reactions, 0);
  }

  rows(threads: readonly ThreadFact[]): CommunityRow[] {
    const members = grouped(this.facts.members(), ({ group }) => group);
    const weeks = grouped(this.facts.data.groupWeeks, ({ group }) => group);
    const talk = grouped(threads, ({ group }) => group);
    return this.groups
      .filter(({ open }) => open)
      .map((group) =>
        this.row(group, members.get(group.key) ?? [], weeks.get(group.key) ?? [], talk.get(group.key) ?? []),
      );
  }

  private row(
    { key, createdOn, owned, described }: Known,
    members: readonly { ordinal: number }[],
    weeks: ConversationFacts['data']['groupWeeks'],
    threads: readonly ThreadFact[],
  ): CommunityRow {
    const { after, manages, people } = this.facts;
    const since = (back: number, wrote = false) =>
      new Set(
        weeks
          .filter(({ week, posts, comments }) => after(week, back) && (!wrote || posts + comments > 0))
          .map(({ ordinal }) => ordinal),
      );
    const said = weeks.filter(({ week, posts, comments }) => after(week, 28) && posts + comments > 0);
    const amounts = [...grouped(said, ({ ordinal }) => ordinal)].map(([ordinal, rows]) => ({
      ordinal,
      amount: rows.reduce((sum, { posts, comments }) => sum + posts + comments, 0),
    }));
    const sizes = amounts.map(({ amount }) => amount).sort((a, b) => b - a);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const recent = threads.filter(({ day }) => after(day, 28));
    const mature = recent.filter(({ day }) => !after(day, 7));
    const edges = new Set(threads.flatMap(({ author, responders }) => responders.map((one) => `${one}>${author}`)));
    const pairs = new Set([...edges].map((edge) => edge.split('>').sort().join('-')));
    const wrote91 = since(91, true);
    const [active28, active364] = [since(28), since(364)];
    const binned = (of: readonly ThreadFact[], end: (thread: ThreadFact) => Date) =>
      resolutionBins.from.map(
        (_, bin) => of.filter((one) => binOf((end(one).getTime() - one.postedAt.getTime()) / 3_600_000) === bin).length,
      );
    const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null);
    const made = madeInGroup({ said, mature, recent, threads, edges: [...edges] }, manages);
    return {
      ...{ group: key, createdOn, owned, described, members: members.length },
      managers: members.filter(({ ordinal }) => manages(ordinal)).length,
      writers: members.filter(({ ordinal }) => wrote91.has(ordinal)).length,
      active28: members.filter(({ ordinal }) => active28.has(ordinal)).length,
      active364: [...active364].filter((ordinal) => people.has(ordinal)).length,
      ...{ messages: sum(sizes), contributors: sizes.length, top1: sizes[0] ?? 0, top2: sum(sizes.slice(0, 2)) },
      managerMessages: sum(amounts.filter(({ ordinal }) => manages(ordinal)).map(({ amount }) => amount)),
      managerWeeks: new Set(said.filter(({ ordinal }) => manages(ordinal)).map(({ week }) => week)).size,
      ...{ threads: mature.length, answered: mature.filter(({ repliedAt, reacted }) => repliedAt ?? reacted).length },
      replied: mature.filter(({ repliedAt }) => repliedAt).length,
      otherReplied: mature.filter(({ writers }) => writers.some((ordinal) => !manages(ordinal))).length,
      firstReplies: recent.filter(({ repliedAt }) => repliedAt).length,
      managerFirst: recent.filter(({ repliedBy }) => repliedBy !== null && manages(repliedBy)).length,
      ...{ pairs: pairs.size, mutual: edges.size - pairs.size },
      resolutions: resolved.length > 0 ? binned(resolved, ({ resolvedAt }) => resolvedAt!) : [],
      unresolved:
        resolved.length > 0
          ? binned(
              threads.filter(({ resolvedAt }) => !resolvedAt),
              ({ seenUntil }) => seenUntil,
            )
          : [],
      made,
    };
  }

  countGroups(made: Made): void {
    const { sunday, data } = this.facts;
    const rows = new Map(this.rows(this.facts.threads()).map((row) => [row.group, row]));
    for (const group of this.groups.filter(({ open }) => open)) {
      const row = rows.get(group.key)!;
      const days = data.groupDays.filter((day) => day.group === group.key && day.posts > 0);
      const grown = (group.createdOn ?? '') <= addDays(sunday, -28);
      const opened = earliest(
        data.invitations
          .filter(({ entity }) => group.entity !== null && this.facts.lineage(entity).includes(group.entity))
          .map(({ day }) => day),
      );
      const prepared = days
        .filter(({ day }) => opened !== null && day < opened)
        .reduce((sum, { posts }) => sum + posts, 0);
      const awaited =
        opened !== null && opened > addDays(sunday, -364) && group.createdOn !== null && group.createdOn <= opened;
      const told: Record<string, boolean> = {
        groups: true,
        groups_grown: grown,
        groups_silent: grown && !days.some(({ day }) => this.facts.after(day, 28)),
        groups_owner_known: group.owned !== null,
        groups_ownerless: group.owned === false,
        groups_large: row.active28 >= 20,
        groups_awaited: awaited,
        groups_ready: awaited && group.owned === true && group.described === true && prepared >= 5,
        groups_classed: row.members >= 10,
        groups_network:
          row.members >= 10 && row.writers > row.members / 2 && row.pairs > 0 && row.mutual >= 0.3 * row.pairs,
        groups_diffusion: row.members >= 10 && row.writers < row.members / 10,
      };
      for (const [measure, counts] of Object.entries(told)) if (counts) made.add('everyone', group.cell, measure, null);
    }
  }

  countLives(k: number, made: Made): void {
    const { data, sunday } = this.facts;
    const kept = data.groupDays[0]?.day;
    const members = grouped(this.facts.members(), ({ group }) => group);
    for (const { key, createdOn, archivedOn, open } of this.groups) {
      const until = earliest([sunday, archivedOn && addDays(archivedOn, -1)])!;
      if (createdOn === null || createdOn > until || kept === undefined) continue;
      if (k > 1 && open && (members.get(key)?.length ?? 0) < k) continue;
      const days = data.groupDays.filter((one) => one.group === key && one.day <= until).map(({ day }) => day);
      const first = createdOn >= kept ? createdOn : days[0];
      if (first === undefined) continue;
      let [last, died] = [first, null as Day | null];
      for (const day of [...days.filter((one) => one > first), addDays(until, 1)]) {
        if (apart(last, day) > 28) died ??= addDays(last, 28);
        last = day;
      }
      const bin = (day: Day) => Math.min(lifeBins.from.length - 1, Math.floor(apart(createdOn, day) / 28));
      made.add('everyone', '~organisation', `life_${died ? 'died' : 'left'}_${bin(died ?? until)}`, null);
      if (first > createdOn) made.add('everyone', '~organisation', `life_came_${bin(first)}`, null);
    }
  }
}

const binOf = (hours: number) => resolutionBins.from.filter((edge) => edge <= Math.max(0, hours)).length - 1;
