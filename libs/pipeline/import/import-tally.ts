import { type DataSource } from 'typeorm';
import { type SnapshotChanges } from '#connectors/directory/snapshot.js';
import { type FileInput } from '#connectors/file-input.js';
import { type NoteCode } from '#connectors/import-note.js';
import { ImportCancelled, saveProgress, type StoredSpan } from '#storage/import/import-run.js';
import { type ImportCounts } from '#storage/import/imports.js';
import { type Reject, saveRejects } from '#storage/import/import-rejects.js';
import { type ImportNote } from './import-request.js';

const everyMilliseconds = 500;
/** More would be another file, not a report. */
const mostRejects = 100_000;
const shown = 100;
/** Bytes that are given out, and counted, at a time: a chunk of the store may be the whole file. */
const step = 1 << 16;

/** Counts what becomes of the lines, and tells it while it happens. */
export class ImportTally implements ImportCounts {
  readBytes = 0;
  received = 0;
  accepted = 0;
  duplicates = 0;
  rejected = 0;
  skipped = 0;
  snapshot: SnapshotChanges | null = null;
  readonly rejects: Reject[] = [];
  private readonly noted = new Map<NoteCode, number>();
  private readonly reasons = new Map<string, number>();
  span: StoredSpan | null = null;
  private waiting: Reject[] = [];
  private saved = 0;
  private told = 0;

  constructor(
    private readonly db: DataSource,
    private readonly organizationId: string,
    private readonly importId: number,
    private readonly onProgress?: (counts: ImportCounts) => void,
  ) {}

  note(code: NoteCode, times = 1): void {
    this.noted.set(code, (this.noted.get(code) ?? 0) + times);
  }

  get notes(): ImportNote[] {
    return [...this.noted].map(([code, times]) => ({ code, times }));
  }

  /** Why lines were refused, the most frequent first. */
  get refusals(): { code: string; times: number }[] {
    return [...this.reasons].map(([code, times]) => ({ code, times })).sort((a, b) => b.times - a.times);
  }

  /** The same file, whose bytes are counted as they are read. */
  counting(input: FileInput): FileInput {
    return {
      size: input.size,
      stream: () => this.countingStream(input.stream()),
      read: async (position, length) => {
        const bytes = await input.read(position, length);
        this.readBytes += bytes.length;
        return bytes;
      },
    };
  }

  private async *countingStream(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const bytes of input)
      for (let from = 0; from < bytes.length; from += step) {
        const piece = bytes.subarray(from, from + step);
        this.readBytes += piece.length;
        yield piece;
      }
  }

  reject({ line, id, code, field, message }: Reject): void {
    const reject = { line, id, code, field, message };
    this.rejected++;
    this.reasons.set(code, (this.reasons.get(code) ?? 0) + 1);
    if (this.rejects.length < shown) this.rejects.push(reject);
    if (this.saved + this.waiting.length < mostRejects) this.waiting.push(reject);
  }

  stored(day: string, founds: boolean): void {
    const { first, last, lived } = this.span ?? { first: day, last: day, lived: null };
    const isEarlier = !founds && (lived === null || day < lived);
    this.span = {
      ...{ first: day < first ? day : first, last: day > last ? day : last },
      lived: isEarlier ? day : lived,
    };
  }

  /** To be called often: does something twice a second, or when many rejects wait. */
  async tell(): Promise<void> {
    const now = performance.now();
    if (this.waiting.length < 5000 && now - this.told < everyMilliseconds) return;
    this.told = now;
    await this.flush();
    this.onProgress?.(this.counts());
  }

  /** Throws ImportCancelled where somebody asked meanwhile for the import to end. */
  async flush(): Promise<void> {
    if (!(await this.save())) throw new ImportCancelled('The import was cancelled.');
  }

  /** False where somebody asked meanwhile for the import to end. */
  async save(): Promise<boolean> {
    const rejects = this.waiting;
    this.waiting = [];
    await saveRejects(this.db, this.organizationId, this.importId, this.saved, rejects);
    this.saved += rejects.length;
    const { span, refusals } = this;
    return saveProgress(this.db, this.organizationId, this.importId, this.counts(), { span, refusals });
  }

  counts(): ImportCounts {
    const { readBytes, received, accepted, duplicates, rejected } = this;
    return { readBytes, received, accepted, duplicates, rejected };
  }
}
