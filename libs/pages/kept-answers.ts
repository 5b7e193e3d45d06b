import { type DataSource } from 'typeorm';
import { publicationStamp } from '#storage/publication/publication-stamp.js';

interface Kept {
  stamp: string;
  answer: Promise<unknown>;
}

/** Pages of so many organisations, weeks and choices are kept; the one not asked for longest goes first. */
const most = 500;

/**
 * What a page answered, for as long as nothing that it was read from has changed. Every request asks for the stamp, so
 * an answer is never older than the publication; visitors who come together share one reading. Keys begin with the
 * organisation and the scope of the reader: beyond these, answers do not depend on who asks.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly db: DataSource) {}

  async answer<T>(
    { id, scope = null }: { id: string; scope?: string | null | undefined },
    page: string,
    query: object,
    read: () => Promise<T>,
  ): Promise<T> {
    const key = JSON.stringify([id, scope, page, query]);
    const stamp = await publicationStamp(this.db, id);
    const known = this.kept.get(key);
    this.kept.delete(key);
    if (known?.stamp === stamp) {
      this.kept.set(key, known);
      return known.answer as Promise<T>;
    }
    const answer = read();
    this.kept.set(key, { stamp, answer });
    // A failure is told to those who wait for it, and to nobody after them.
    answer.catch(() => {
      if (this.kept.get(key)?.answer === answer) this.kept.delete(key);
    });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= most) break;
      this.kept.delete(oldest);
    }
    return answer;
  }
}
