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
