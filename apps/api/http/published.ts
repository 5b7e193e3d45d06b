import { WindowNotPublished } from '#domain/indicators/rows.js';
import { UnknownPlace } from '#pages/exemplarity-page.js';
import { Problem } from '#runtime/problem.js';
import { OutsideScope, WeekNotPublished } from '#storage/publication/board.repository.js';

/** Asking for what is not published is the caller's mistake, and is told so. */
export async function published<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof WindowNotPublished) throw new Problem(error.code, 400, error.message);
    if (error instanceof OutsideScope) throw new Problem(error.code, 403, error.message);
    if (error instanceof WeekNotPublished || error instanceof UnknownPlace)
      throw new Problem(error.code, 404, error.message);
    throw error;
  }
}
