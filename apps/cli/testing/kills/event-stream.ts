import { Dice } from '../../demo/dice.js';
import { type Company } from './company.js';

/** An event as the client sends it. */
export interface SentEvent {
  id: string;
  occurred_at: string;
  kind: 'login' | 'view' | 'post' | 'comment' | 'reaction';
  actor: string;
  object: string;
  target?: string;
}

export interface Batch {
  /** As they are sent, good and bad. */
  events: unknown[];
  good: SentEvent[];
  /** Places in the batch of what must be rejected, with the code that must be said. */
  spoiled: { index: number; code: string }[];
}

const kinds = ['login', 'login', 'view', 'view', 'view', 'post', 'comment', 'reaction'] as const;

/**
 * At least 120 batches for the whole of a size, in the order of time: a fiftieth of the events is late, a twentieth of each
 * batch was sent before, and three in a hundred are beyond use. Two companies of the same seed send the same ids.
 */
export class EventStream {
  batches: number;
  readonly batchSize: number;
  private readonly dice: Dice;
  private readonly sent: SentEvent[] = [];
  private left: number;
  private drawnBatches = 0;

  constructor(
    seed: number,
    private readonly company: Company,
  ) {
    this.batchSize = company.size.batch ?? Math.min(500, Math.ceil(company.size.events / 120));
    this.batches = Math.ceil(company.total / this.batchSize);
    this.left = company.total;
    this.dice = new Dice(seed, 'events');
  }

  /** Nothing more happens. */
  end(): void {
    this.left = 0;
    this.batches = this.drawnBatches;
  }

  /** `known`: acknowledged already, so that other content under one of their ids can only be refused. */
  next(known: readonly SentEvent[]): Batch | null {
    if (this.left === 0) return null;
    const batch: Batch = { events: [], good: [], spoiled: [] };
    const length = Math.min(this.batchSize, this.left);
    for (let index = 0; index < length; index++) {
      const spoiled = this.spoiled(known);
      if (spoiled) batch.spoiled.push({ index, code: spoiled.code });
      const event = spoiled?.event ?? this.repeated() ?? this.event();
      batch.events.push(event);
      if (!spoiled) batch.good.push(event as SentEvent);
    }
    this.left -= length;
    this.drawnBatches += 1;
    return batch;
  }

  /** What may come from a source that is not well. */
  private spoiled(known: readonly SentEvent[]): { code: string; event: unknown } | null {
    const chance = this.dice.share();
    if (chance >= 0.03) return null;
    const which = this.dice.share();
    const event = { ...this.drawn(), id: `spoiled-${which}` };
    const other = known[Math.floor(which * known.length)];
    if (chance < 0.01 && other)
      return { code: 'conflict', event: { ...other, object: `${other.object} told otherwise` } };
    if (chance < 0.02) {
      const ahead = new Date(Date.now() + 72 * 3_600_000).toISOString();
      return { code: 'future_timestamp', event: { ...event, occurred_at: ahead } };
    }
    return { code: 'unknown_kind', event: { ...event, kind: 'dance' } };
  }

  private repeated(): SentEvent | null {
    return this.sent.length > 0 && this.dice.chance(0.05) ? this.dice.pick(this.sent) : null;
  }

  private event(): SentEvent {
    const event = this.drawn();
    this.sent.push(event);
    return event;
  }

  private drawn(): SentEvent {
    const { dice, company, sent } = this;
    const { people, events, weeks } = company.size;
    const kind = dice.pick(kinds);
    const actor = dice.chance(0.005)
      ? `stranger-${dice.between(1, company.strangers)}`
      : `person-${dice.between(0, people - 1)}`;
    const span = weeks * 7 * 86_400_000;
    const late = dice.chance(0.02) ? dice.share() * 14 * 86_400_000 : 0;
    const at = Date.parse(`${company.firstDay}T00:00:00Z`) + Math.max(0, (sent.length / events) * span - late);
    const serial = sent.length.toString(16).padStart(12, '0');
    // As an ordinary source numbers them: nothing in the id tells when it happened.
    const id = `${dice.between(0x10000000, 0xffffffff).toString(16)}-0000-4000-8000-${serial}`;
    const object = `${company.slug} thing-${dice.between(0, 5000)}`;
    const event: SentEvent = { id, occurred_at: new Date(at).toISOString(), kind, actor, object };
    if (kind === 'reaction') event.target = `colleague-of-${actor}`;
    return event;
  }
}
