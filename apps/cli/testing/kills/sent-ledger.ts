import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type SentEvent } from './event-stream.js';

/** What the client has sent and what it knows to be acknowledged, on disk before it goes on: the other side is held to it. */
export class SentLedger {
  private readonly attempts: number;
  private readonly acks: number;

  constructor(private readonly path: string) {
    this.attempts = openSync(`${path}.sent`, 'a', 0o600);
    this.acks = openSync(path, 'a', 0o600);
  }

  /** Before its answer is known. */
  sent(batch: readonly SentEvent[]): void {
    writeSync(this.attempts, batch.map(({ id }) => `${id}\n`).join(''));
  }

  acknowledged(batch: readonly SentEvent[]): void {
    writeSync(this.acks, batch.map((event) => `${JSON.stringify(event)}\n`).join(''));
    fsyncSync(this.acks);
  }

  /** Every acknowledged event once, read back from the disk. */
  read(): SentEvent[] {
    const events = lines(this.path).map((line) => JSON.parse(line) as SentEvent);
    return [...new Map(events.map((event) => [event.id, event])).values()];
  }

  /** Ids of which nobody knows what became of them. */
  unknown(): string[] {
    const known = new Set(this.read().map(({ id }) => id));
    return [...new Set(lines(`${this.path}.sent`))].filter((id) => !known.has(id));
  }

  close(): void {
    closeSync(this.attempts);
    closeSync(this.acks);
  }
}

const lines = (path: string) => readFileSync(path, 'utf8').split('\n').filter(Boolean);
