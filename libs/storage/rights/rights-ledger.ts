import { open, readFile } from 'node:fs/promises';

/** What was asked of the rights desk, by token: nobody can be read from it, so that it may lie anywhere. */
export type LedgerLine =
  | { organization: string; request: string; reason: 'erasure' | 'objection'; tokens: string[]; at: string }
  | { organization: string; request: string; withdrawn: string };

/**
 * A file beside the database, which a backup that is put back does not take with it: one request a line. It is read again
 * whenever Essor starts.
 */
export class RightsLedger {
  constructor(readonly path: string) {}

  /** On disk when this resolves. */
  async add(line: LedgerLine): Promise<void> {
    const file = await open(this.path, 'a', 0o600);
    try {
      await file.write(`${JSON.stringify(line)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Everything in it; nothing where there is no file. A last line that was cut off is no request. */
  async read(): Promise<LedgerLine[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const lines = text.split('\n');
    return lines
      .slice(0, -1)
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LedgerLine);
  }
}
