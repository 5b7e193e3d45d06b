import { setTimeout as pause } from 'node:timers/promises';
import { type IngestAnswer } from '#contract/events.js';
import { type EventStream, type SentEvent } from './company.js';
import { type SentLedger } from './sent-ledger.js';

/** A sender that gives up on nothing: whatever is not acknowledged is sent again with the same ids. */
export class Client {
  acknowledged = 0;
  /** Requests on their way. */
  inFlight = 0;
  /** Requests that got no acknowledgement, by what they got instead. */
  readonly unanswered = { cut: 0, refused: 0 };
  readonly counted = { accepted: 0, duplicates: 0 };
  private limit = 0;
  private taken = 0;

  constructor(
    private readonly to: { url: () => string; key: string },
    private readonly stream: EventStream,
    private readonly ledger: SentLedger,
  ) {}

  get batches(): number {
    return this.stream.batches;
  }

  /** Batches beyond this number wait: a fault that is due must find requests on their way. */
  allow(batches: number): void {
    this.limit = Math.max(this.limit, Math.ceil(batches));
  }

  /** So many more than have been taken. */
  allowMore(batches: number): void {
    this.allow(this.taken + batches);
  }

  /** Sends everything, over so many connections at once. */
  async send(connections: number, stopped: AbortSignal): Promise<void> {
    await Promise.all(Array.from({ length: connections }, () => this.connection(stopped)));
  }

  private async connection(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      if (this.taken >= this.limit && this.taken < this.stream.batches) {
        await pause(5);
        continue;
      }
      this.taken += 1;
      const batch = this.stream.next();
      if (!batch) return;
      while (!stopped.aborted && !(await this.attempt(batch))) await pause(50);
    }
  }

  private async attempt(batch: readonly SentEvent[]): Promise<boolean> {
    this.inFlight += 1;
    try {
      const response = await fetch(`${this.to.url()}/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.to.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ events: batch }),
        signal: AbortSignal.timeout(30_000),
      });
      if (response.status !== 202) {
        await response.text();
        // Only "come back later" may be answered to good events.
        if (response.status < 429) throw new Error(`good events were answered with ${response.status}`);
        this.unanswered.refused += 1;
        return false;
      }
      const { accepted, duplicates, rejected } = (await response.json()) as IngestAnswer;
      if (accepted + duplicates !== batch.length) throw new Error(`${rejected} good events were rejected`);
      this.ledger.acknowledged(batch);
      this.counted.accepted += accepted;
      this.counted.duplicates += duplicates;
      this.acknowledged += 1;
      return true;
    } catch (error) {
      if (error instanceof Error && error.message.includes('good events')) throw error;
      this.unanswered.cut += 1;
      return false;
    } finally {
      this.inFlight -= 1;
    }
  }
}
