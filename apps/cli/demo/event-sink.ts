import { join } from 'node:path';
import { CsvFile } from './csv-file.js';
import { type DemoFile } from './scenario.js';
import { dayText } from './timeline.js';

const HEADER = 'id,occurred_at,kind,actor,object,parent,group,target,quantity';

/** No clock on earth is more than this ahead of UTC. */
const FURTHEST_AHEAD = 14 * 3600;

interface Waiting {
  /** Seconds since 1970-01-01 UTC. */
  instant: number;
  line: string;
}

/** Sorts events by instant across time zones and writes one file per UTC month. */
export class EventSink {
  private waiting: Waiting[] = [];
  private file: CsvFile | null = null;
  private monthEnds = 0;
  private readonly files: CsvFile[] = [];

  constructor(private readonly folder: string) {}

  add(instant: number, line: string): void {
    this.waiting.push({ instant, line });
  }

  /** Every event of local days up to `day` has been added: writes those that nothing can precede any more. */
  async passed(day: number, last: boolean): Promise<void> {
    const safe = last ? Infinity : (day + 1) * 86_400 - FURTHEST_AHEAD;
    this.waiting.sort((a, b) => a.instant - b.instant);
    let written = 0;
    for (const { instant, line } of this.waiting) {
      if (instant >= safe) break;
      const file = this.file && instant < this.monthEnds ? this.file : await this.turnTo(instant);
      file.add(line);
      written++;
      if ((written & 1023) === 0) await file.drained();
    }
    this.waiting = this.waiting.slice(written);
    await this.file?.drained();
  }

  /** Oldest month first, as they would come in: the list of what was handed in then begins with the newest. */
  async close(): Promise<DemoFile[]> {
    await this.file?.close();
    return this.files.map((file): DemoFile => ({ kind: 'events', path: file.path, rows: file.rows }));
  }

  /** The file of the UTC month in which `instant` lies; months only ever follow one another. */
  private async turnTo(instant: number): Promise<CsvFile> {
    await this.file?.close();
    const month = dayText(Math.floor(instant / 86_400)).slice(0, 7);
    const next = new Date(`${month}-01T00:00:00Z`);
    this.monthEnds = next.setUTCMonth(next.getUTCMonth() + 1) / 1000;
    this.file = new CsvFile(join(this.folder, `events-${month}.csv`), HEADER);
    this.files.push(this.file);
    return this.file;
  }
}
