import { type DataSource } from 'typeorm';
import { publicationStamp } from '#storage/publication/publication-stamp.js';
import { weightOf } from './weight.js';

interface Kept {
  organizationId: string;
  stamp: string;
  /** Known once it is read. */
  weight: number;
  answer: Promise<unknown>;
}

export interface Room {
  /** Pages of so many organisations, weeks and choices are kept; the one not asked for longest goes first. */
  answers: number;
  /** Values in all of them together: a page may be a number, or a year of every entity. */
  weight: number;
}

const ordinaryRoom: Room = { answers: 500, weight: 2_000_000 };

/**
 * What a page answered, for as long as nothing that it was read from has changed. Every request asks for the stamp, so
 * an answer is never older than the publication; visitors who come together share one reading. Keys begin with the
 * organisation and the scope of the reader: beyond these, answers do not depend on who asks. One organisation takes half
 * of the room at most, and a single answer a tenth: whoever asks in ever new words fills no memory, and pushes out nobody
 * else's.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly db: DataSource,
    private readonly room: Room = ordinaryRoom,
  ) {}

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
    const kept: Kept = { organizationId: id, stamp, weight: 0, answer };
    this.kept.set(key, kept);
    const forget = () => {
      if (this.kept.get(key) === kept) this.kept.delete(key);
    };
    answer.then(
      (read) => {
        kept.weight = weightOf(read, this.room.weight / 10);
        if (kept.weight >= this.room.weight / 10) forget();
        this.makeRoom(id);
      },
      // A failure is told to those who wait for it, and to nobody after them.
      forget,
    );
    this.makeRoom(id);
    return answer;
  }

  private makeRoom(organizationId: string): void {
    const { answers, weight } = this.room;
    const drop = (entries: [string, Kept][], most: Room) => {
      let count = entries.length;
      let heavy = entries.reduce((sum, [, one]) => sum + one.weight, 0);
      for (const [key, one] of entries) {
        if (count <= most.answers && heavy <= most.weight) return;
        this.kept.delete(key);
        count--;
        heavy -= one.weight;
      }
    };
    const own = [...this.kept].filter(([, one]) => one.organizationId === organizationId);
    drop(own, { answers: answers / 2, weight: weight / 2 });
    drop([...this.kept], this.room);
  }
}
