import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const BUFFERED_LINES = 4096;

/** One CSV field; only what holds a separator, a quote or a line end is quoted. */
const field = (value: string): string => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A CSV file written line by line, waiting whenever the disk is behind. */
export class CsvFile {
  rows = 0;
  private readonly stream: WriteStream;
  private lines: string[];
  private failure: Error | null = null;

  constructor(
    readonly path: string,
    header: string,
  ) {
    this.stream = createWriteStream(path);
    this.stream.on('error', (error) => (this.failure = error));
    this.lines = [header];
  }

  /** Adds a line already in CSV form. Call `drained` from time to time. */
  add(line: string): void {
    this.lines.push(line);
    this.rows++;
  }

  /** Adds a row of fields. */
  row(...values: (string | number)[]): void {
    this.add(values.map((value) => field(String(value))).join(','));
  }

  async drained(): Promise<void> {
    if (this.lines.length < BUFFERED_LINES) return;
    await this.flush();
  }

  async close(): Promise<void> {
    await this.flush();
    this.stream.end();
    await finished(this.stream);
  }

  private async flush(): Promise<void> {
    if (this.failure) throw this.failure;
    if (this.lines.length === 0) return;
    const text = `${this.lines.join('\n')}\n`;
    this.lines = [];
    if (!this.stream.write(text)) await once(this.stream, 'drain');
  }
}
