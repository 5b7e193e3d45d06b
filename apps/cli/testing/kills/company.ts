import { addDays, type Day } from '#domain/calendar/day.js';

/** How much a company does, and over how long. */
export interface Size {
  events: number;
  /** More than four: a window holds four. */
  weeks: number;
  people: number;
  /** Events of one request; a hundred and twentieth of all otherwise. */
  batch?: number;
}

/** Of an episode of which `npm test` has several. */
export const smallSize: Size = { events: 6000, weeks: 5, people: 240 };
/** Of one that has its time; `npm run prove` sends 200,000 events. */
export const largeSize = (events: number): Size => ({
  events,
  weeks: events < 60_000 ? 5 : 8,
  people: Math.min(2000, Math.ceil(events / 30)),
});

const firstDay: Day = '2025-03-03';
const strangers = 20;
/** Zones without a change of the clock, so that the recount needs no calendar. */
const zones = [
  { name: 'Asia/Tokyo', hours: 9 },
  { name: 'America/Bogota', hours: -5 },
  { name: 'UTC', hours: 0 },
] as const;

/** Who works where, how the directory tells it, and how it tells it anew when some have moved. */
export class Company {
  readonly sites: readonly string[];
  /** Where the first hours of the first day are still the Sunday before, its week counts too. */
  readonly weekEnds: readonly Day[];
  readonly firstDay = firstDay;
  /** A Monday from which some work elsewhere, in the same zone: a day of theirs stays the same day. */
  readonly moveDay: Day = addDays(firstDay, 14);
  readonly strangers = strangers;
  private readonly perSite: number;

  constructor(
    readonly slug: string,
    readonly size: Size,
    /** Of the events of that size; the rest never happens. */
    readonly total = size.events,
  ) {
    this.perSite = Math.min(80, Math.ceil(size.people / 6));
    this.sites = Array.from({ length: Math.ceil(size.people / this.perSite) }, (_, index) => `site-${index}`);
    this.weekEnds = Array.from({ length: size.weeks + 1 }, (_, week) => addDays(firstDay, week * 7 - 1));
  }

  /** Null for strangers. */
  siteOf(actor: string, day: Day): string | null {
    if (!actor.startsWith('person-')) return null;
    const person = Number(actor.slice(7));
    const site = Math.floor(person / this.perSite);
    return this.sites[day >= this.moveDay ? this.movedTo(person, site) : site] ?? null;
  }

  /** Hours that the local clock of an actor is ahead of UTC; strangers live by the organisation's, which is UTC. */
  hoursOf(actor: string): number {
    const site = this.siteOf(actor, firstDay);
    return site === null ? 0 : (zones[this.sites.indexOf(site) % zones.length]?.hours ?? 0);
  }

  /** The directory as canonical CSV. Everybody reports to the first of their site, who report to the very first. */
  directoryFiles(): { entities: string; people: string } {
    const entities = this.sites.map(
      (site, index) => `${site},${this.slug},${site},site,,${zones[index % zones.length]?.name}`,
    );
    const header = 'entity_id,parent_id,name,kind,country,timezone';
    return {
      entities: [header, `${this.slug},,${this.slug},company,,UTC`, ...entities, ''].join('\n'),
      people: this.peopleFile(Array.from({ length: this.size.people }, (_, person) => this.line(person, ''))),
    };
  }

  /** Those who have moved, each from that day on. */
  movesFile(): string {
    const all = Array.from({ length: this.size.people }, (_, person) => person);
    const moved = all.filter((person) => {
      const site = Math.floor(person / this.perSite);
      return this.movedTo(person, site) !== site;
    });
    return this.peopleFile(moved.map((person) => this.line(person, this.moveDay)));
  }

  private peopleFile(lines: readonly string[]): string {
    return ['person_id,entity,manager_id,level,valid_from,valid_to', ...lines, ''].join('\n');
  }

  private line(person: number, from: Day): string {
    const first = Math.floor(person / this.perSite) * this.perSite;
    const boss = person === 0 ? '' : `person-${person === first ? 0 : first}`;
    return `person-${person},${this.siteOf(`person-${person}`, from)},${boss},,${from},`;
  }

  private movedTo(person: number, site: number): number {
    const other = (site + zones.length) % this.sites.length;
    return person % 20 === 7 && other % zones.length === site % zones.length ? other : site;
  }
}
