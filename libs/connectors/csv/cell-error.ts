import { textMessages, textProblem } from '../event/text-problem.js';

/** A cell that cannot be what its column says. */
export class CellError extends Error {
  override readonly name = 'CellError';

  constructor(
    readonly code: string,
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

export function checkText(column: string, text: string, maximum: number): void {
  const problem = textProblem(text, maximum);
  if (problem !== null) throw new CellError(problem, column, textMessages[problem]);
}

export function missing(column: string): never {
  throw new CellError('missing_field', column, 'This field must be given.');
}

/** The text of a cell without the blanks around it; null where it is empty, or there is no such column (-1). */
export function cellAt(cells: readonly string[], place: number): string | null {
  const text = place < 0 ? undefined : cells[place]?.trim();
  return text === undefined || text === '' ? null : text;
}
