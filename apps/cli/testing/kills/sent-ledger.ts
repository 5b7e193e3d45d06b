import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type SentEvent } from './company.js';

/** What the client knows to be acknowledged, on disk before it goes on: the other side is held to every line of it. */
export class SentLedger {
  private readonly file: number;

  constructor(private readonly path: string) {
    this.file = openSync(path, 'a', 0o600);
  }

  acknowledged(batch: readonly SentEvent[]): void {
    writeSync(this.file, batch.map((event) => `${JSON.stringify(event)}\n`).join(''));
    fsyncSync(this.file);
  }

  /** Every acknowledged event once, read back from the disk. */
  read(): SentEvent[] {
    const lines = readFileSync(this.path, 'utf8').split('\n').filter(Boolean);
    const events = lines.map((line) => JSON.parse(line) as SentEvent);
    return [...new Map(events.map((event) => [event.id, event])).values()];
  }

  close(): void {
    closeSync(this.file);
  }
}
