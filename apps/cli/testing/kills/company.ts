import { addDays, type Day } from '#domain/calendar/day.js';
import { Dice } from '../../demo/dice.js';

/** An event as the client sends it; `site` is where its actor works, null for a stranger. */
export interface SentEvent {
  id: string;
  occurred_at: string;
  kind: 'login' | 'view' | 'post' | 'comment' | 'reaction';
  actor: string;
  object: string;
  target?: string;
}

export const firstDay: Day = '2025-03-03';
/** `npm run prove` sends 200,000 events. */
export const total = Number(process.env.ESSOR_KILL_EVENTS ?? 24_000);
/** More than four in any case: a window holds four. */
const weeks = total < 60_000 ? 5 : 8;
/** Where the first hours of the first day are still the Sunday before, its week counts too. */
export const weekEnds: readonly Day[] = Array.from({ length: weeks + 1 }, (_, week) => addDays(firstDay, week * 7 - 1));

/** Zones without a change of the clock, so that the recount needs no calendar. */
const zones = [
  { name: 'Asia/Tokyo', hours: 9 },
  { name: 'America/Bogota', hours: -5 },
  { name: 'UTC', hours: 0 },
] as const;

const people = Math.min(2000, Math.ceil(total / 30));
const perSite = 80;
const strangers = 20;
export const top = 'acme';
export const sites = Array.from({ length: people / perSite }, (_, index) => `site-${index}`);

const number = (actor: string) => (actor.startsWith('person-') ? Number(actor.slice(7)) : null);
export const siteOf = (actor: string): string | null => {
  const person = number(actor);
  return person === null ? null : (sites[Math.floor(person / perSite)] ?? null);
};
/** Hours that the local clock of an actor is ahead of UTC; strangers live by the organisation's, which is UTC. */
export const hoursOf = (actor: string): number => {
  const site = siteOf(actor);
  return site === null ? 0 : (zones[sites.indexOf(site) % zones.length]?.hours ?? 0);
};

/** The directory as canonical CSV. Everybody reports to the first of their site, who report to the very first. */
export function directoryFiles(): { entities: string; people: string } {
  const entities = sites.map((site, index) => `${site},${top},${site},site,,${zones[index % zones.length]?.name}`);
  const rows = Array.from({ length: people }, (_, person) => {
    const first = Math.floor(person / perSite) * perSite;
    const boss = person === 0 ? '' : `person-${person === first ? 0 : first}`;
    return `person-${person},${siteOf(`person-${person}`)},${boss},,,`;
  });
  return {
    entities: ['entity_id,parent_id,name,kind,country,timezone', `${top},,Acme,company,,UTC`, ...entities, ''].join(
      '\n',
    ),
    people: ['person_id,entity,manager_id,level,valid_from,valid_to', ...rows, ''].join('\n'),
  };
}

const kinds = ['login', 'login', 'view', 'view', 'view', 'post', 'comment', 'reaction'] as const;

/** At least 120 batches, in the order of time; a fiftieth of the events is late, a twentieth of each batch was sent before. */
export class EventStream {
  readonly batches: number;
  private readonly dice: Dice;
  private readonly sent: SentEvent[] = [];
  private made = 0;

  constructor(
    seed: number,
    private readonly batchSize = Math.min(500, Math.ceil(total / 120)),
  ) {
    this.batches = Math.ceil(total / batchSize);
    this.dice = new Dice(seed, 'events');
  }

  next(): SentEvent[] | null {
    if (this.made >= total) return null;
    const batch = Array.from({ length: Math.min(this.batchSize, total - this.made) }, () => {
      const repeat = this.sent.length > 0 && this.dice.chance(0.05) ? this.dice.pick(this.sent) : undefined;
      return repeat ?? this.event();
    });
    this.made += batch.length;
    return batch;
  }

  private event(): SentEvent {
    const { dice } = this;
    const kind = dice.pick(kinds);
    const actor = dice.chance(0.005)
      ? `stranger-${dice.between(1, strangers)}`
      : `person-${dice.between(0, people - 1)}`;
    const span = weeks * 7 * 86_400_000;
    const late = dice.chance(0.02) ? dice.share() * 14 * 86_400_000 : 0;
    const at = Date.parse(`${firstDay}T00:00:00Z`) + Math.max(0, (this.sent.length / total) * span - late);
    const serial = this.sent.length.toString(16).padStart(12, '0');
    // As an ordinary source numbers them: nothing in the id tells when it happened.
    const id = `${dice.between(0x10000000, 0xffffffff).toString(16)}-0000-4000-8000-${serial}`;
    const object = `thing-${dice.between(0, 5000)}`;
    const event: SentEvent = { id, occurred_at: new Date(at).toISOString(), kind, actor, object };
    if (kind === 'reaction') event.target = `colleague-of-${actor}`;
    this.sent.push(event);
    return event;
  }
}
