import { open, readFile } from 'node:fs/promises';

/** A file of facts, one a line, to which lines are only added: it lies beside the database, whose backups do not take it with them. */
export class LineFile<Line> {
  constructor(readonly path: string) {}

  /** On disk when this resolves. */
  async add(...lines: readonly Line[]): Promise<void> {
    const file = await open(this.path, 'a', 0o600);
    try {
      // A line that was cut off stays by itself.
      await file.write(lines.map((line) => `\n${JSON.stringify(line)}\n`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Everything in it; nothing where there is no file. A line that was cut off was never said to be on disk, and is none. */
  async read(): Promise<Line[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const lines = text.split('\n');
    return lines.slice(0, -1).flatMap((line, at) => {
      if (line === '') return [];
      try {
        return [JSON.parse(line) as Line];
      } catch (error) {
        // Behind a whole line stands an empty one, or it ends as whole ones do; anything else that cannot be read is damage.
        if (lines[at + 1] !== '' && !line.endsWith('}')) return [];
        throw error;
      }
    });
  }
}
