import { type PullError } from '#domain/sources/pull.js';

/** A fetch cannot go on. The message never holds anything of an answer, an address or a secret. */
export class PullProblem extends Error {
  override readonly name = 'PullProblem';

  constructor(
    readonly code: PullError,
    /** Seconds after which the server wants to be asked again; null where it did not say. */
    readonly askedFor: number | null = null,
  ) {
    super(`The source cannot be fetched: ${code}.`);
  }
}
