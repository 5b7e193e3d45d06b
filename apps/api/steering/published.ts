import { Problem } from '#runtime/problem.js';
import { WeekNotPublished } from '#storage/publication/board.repository.js';

/** A week that nothing is published for is the caller's mistake. */
export async function published<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof WeekNotPublished) throw new Problem(error.code, 404, error.message);
    throw error;
  }
}
