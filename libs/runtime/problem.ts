export interface ProblemDetails {
  /** For a machine or a support call: fields that help, never what a person sent. */
  readonly [extension: string]: unknown;
}

/** What went wrong, as the caller may know it: becomes an RFC 9457 document. The code is stable, the sentence is not. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly details: ProblemDetails = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export const problemType = 'application/problem+json; charset=utf-8';

/** The body of the answer. */
export function problemDocument(problem: Problem): Record<string, unknown> {
  const { code, status, message, details } = problem;
  return { ...details, type: `urn:essor:problem:${code}`, title: message, status, code };
}
