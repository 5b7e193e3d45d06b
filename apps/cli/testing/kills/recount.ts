import { addDays, type Day, isoWeekday, mondayOf } from '#domain/calendar/day.js';
import { type Company } from './company.js';
import { type SentEvent } from './event-stream.js';

/** What the weekly activity of one person must hold. */
export interface PersonWeek {
  loginDays: number;
  activeDays: number;
  posts: number;
  comments: number;
  reactions: number;
  acts: number;
}

const intentional = (kind: SentEvent['kind']) => kind === 'post' || kind === 'comment' || kind === 'reaction';

/** Counts the client's own ledger, event by event: shares neither SQL nor bitmaps with what it judges. */
export class Recount {
  /** `week/actor`, the week by its Monday. */
  readonly weeks = new Map<string, PersonWeek>();
  readonly actors = new Set<string>();
  /** Of UTC. */
  lastDay: Day = '';
  private readonly days: { login: Map<Day, Set<string>>; act: Map<Day, Set<string>> } = {
    login: new Map(),
    act: new Map(),
  };

  constructor(
    private readonly company: Company,
    events: readonly SentEvent[],
  ) {
    for (const event of events) this.count(event);
  }

  /** Distinct people who did it in the window that ends on `last`, by the site they work at by then. */
  distinct(what: 'login' | 'act' | 'active', last: Day, days: number): ReadonlyMap<string | null, number> {
    const found = new Set<string>();
    const kinds = what === 'active' ? (['login', 'act'] as const) : [what];
    for (let back = 0; back < days; back += 1) {
      for (const kind of kinds) for (const actor of this.days[kind].get(addDays(last, -back)) ?? []) found.add(actor);
    }
    const bySite = new Map<string | null, number>();
    for (const actor of found) {
      const site = this.company.siteOf(actor, last);
      bySite.set(site, (bySite.get(site) ?? 0) + 1);
    }
    return bySite;
  }

  private count({ actor, kind, occurred_at: at }: SentEvent): void {
    const day = new Date(Date.parse(at) + this.company.hoursOf(actor) * 3_600_000).toISOString().slice(0, 10);
    const key = `${mondayOf(day)}/${actor}`;
    this.actors.add(actor);
    if (at.slice(0, 10) > this.lastDay) this.lastDay = at.slice(0, 10);
    const week = this.weeks.get(key) ?? { loginDays: 0, activeDays: 0, posts: 0, comments: 0, reactions: 0, acts: 0 };
    this.weeks.set(key, week);
    const bit = 1 << (isoWeekday(day) - 1);
    if (kind === 'login') week.loginDays |= bit;
    if (kind === 'login' || intentional(kind)) week.activeDays |= bit;
    if (kind === 'post') week.posts += 1;
    if (kind === 'comment') week.comments += 1;
    if (kind === 'reaction') week.reactions += 1;
    if (intentional(kind)) week.acts += 1;
    const seen = kind === 'login' ? this.days.login : intentional(kind) ? this.days.act : undefined;
    seen?.set(day, (seen.get(day) ?? new Set()).add(actor));
  }
}
