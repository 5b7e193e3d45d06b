import { type DataSource } from 'typeorm';
import { KeptAnswers } from './kept-answers.js';
import { weightOf } from './weight.js';

describe('kept answers', () => {
  const database = { query: async () => [{ stamp: 'same' }] } as unknown as DataSource;
  let read: string[] = [];
  const ask = (kept: KeptAnswers, id: string, word: number, size = 10) =>
    kept.answer({ id }, 'page', { word }, async () => {
      read.push(`${id}${word}`);
      return Array.from({ length: size - 1 }, () => 1);
    });
  beforeEach(() => {
    read = [];
  });

  it('are read once, and the oldest goes first', async () => {
    const kept = new KeptAnswers(database, { answers: 8, weight: 10_000 });
    for (const word of [1, 2, 3, 4, 1, 5, 1, 2]) await ask(kept, 'a', word);
    expect(read).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a2']);
  });

  it('of one organisation push out nobody else’s, however many or heavy they are', async () => {
    for (const room of [
      { answers: 8, weight: 1_000_000 },
      { answers: 1000, weight: 200 },
    ]) {
      read = [];
      const kept = new KeptAnswers(database, room);
      await ask(kept, 'quiet', 1);
      for (let word = 0; word < 50; word++) await ask(kept, 'loud', word);
      await ask(kept, 'quiet', 1);
      expect(read.filter((one) => one.startsWith('quiet'))).toHaveLength(1);
      // What was asked for last is still there, what was asked for first is not.
      await ask(kept, 'loud', 49);
      expect(read).toHaveLength(51);
      await ask(kept, 'loud', 0);
      expect(read).toHaveLength(52);
    }
  });

  it('take in nothing that would fill the room alone, and those who come together still share one reading', async () => {
    const kept = new KeptAnswers(database, { answers: 10, weight: 1000 });
    await Promise.all([ask(kept, 'a', 1, 500), ask(kept, 'a', 1, 500)]);
    expect(read).toEqual(['a1']);
    await ask(kept, 'a', 1, 500);
    expect(read).toEqual(['a1', 'a1']);
  });

  it('weigh what hangs together', () => {
    expect(weightOf({ rows: [{ key: 'a', value: null }, 'b'] }, 1000)).toBe(6);
    expect(
      weightOf(
        Array.from({ length: 5000 }, () => 1),
        100,
      ),
    ).toBe(100);
  });
});
