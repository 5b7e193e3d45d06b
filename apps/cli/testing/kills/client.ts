import { setTimeout as pause } from 'node:timers/promises';
import { type IngestAnswer } from '#contract/events.js';
import { type Batch, type EventStream, type SentEvent } from './event-stream.js';
import { type Finding } from './finding.js';
import { type SentLedger } from './sent-ledger.js';

/** A sender that gives up on nothing: whatever is not acknowledged is sent again with the same ids. */
export class Client {
  /** Batches. */
  acknowledged = 0;
  /** Requests on their way. */
  inFlight = 0;
  /** Requests that got no acknowledgement, by what they got instead. */
  readonly unanswered = { cut: 0, refused: 0 };
  /** The same, in the words of each. */
  readonly failures: string[] = [];
  /** What it was told, and how many events the requests held of which it was told nothing. */
  readonly counted = { received: 0, accepted: 0, duplicates: 0, rejected: 0, untold: 0 };
  /** Answers that no good server gives. */
  readonly findings: Finding[] = [];
  private readonly known: SentEvent[] = [];
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

  get isDone(): boolean {
    return this.acknowledged >= this.batches;
  }

  /** What was not sent yet never happens. */
  end(): void {
    this.stream.end();
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
      if (this.taken >= this.limit && this.taken < this.batches) {
        await pause(5);
        continue;
      }
      this.taken += 1;
      const batch = this.stream.next(this.known);
      if (!batch) return;
      this.ledger.sent(batch.good);
      while (!stopped.aborted && !(await this.attempt(batch))) await pause(50);
    }
  }

  private async attempt(batch: Batch): Promise<boolean> {
    this.inFlight += 1;
    try {
      const response = await fetch(`${this.to.url()}/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.to.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ events: batch.events }),
        signal: AbortSignal.timeout(30_000),
      });
      // Where all that was good is known already, what is left is refused.
      if (response.status !== 202 && response.status !== 422) {
        const text = await response.text();
        // Only "come back later" may be answered to good events.
        if (response.status < 429) this.findings.push({ invariant: 'I4', what: `${response.status} ${text}` });
        this.unanswered.refused += 1;
        this.failures.push(`${response.status} ${text}`);
        this.counted.untold += batch.events.length;
        return false;
      }
      this.note(batch, (await response.json()) as IngestAnswer);
      return true;
    } catch (error) {
      this.unanswered.cut += 1;
      const { cause = error } = error as Error;
      this.failures.push(String(cause));
      this.counted.untold += batch.events.length;
      return false;
    } finally {
      this.inFlight -= 1;
    }
  }

  private note(batch: Batch, { accepted, duplicates, rejected, errors }: IngestAnswer): void {
    const refused = errors.map(({ index, code }) => `${index} ${code}`).join();
    const expected = batch.spoiled.map(({ index, code }) => `${index} ${code}`).join();
    if (accepted + duplicates !== batch.good.length || refused !== expected)
      this.findings.push({
        invariant: 'I4',
        what: `of ${batch.good.length} good events ${accepted} accepted, ${duplicates} known; rejected ${refused}, not ${expected}`,
      });
    this.ledger.acknowledged(batch.good);
    this.known.push(...batch.good);
    this.counted.received += batch.events.length;
    this.counted.accepted += accepted;
    this.counted.duplicates += duplicates;
    this.counted.rejected += rejected;
    this.acknowledged += 1;
  }
}
