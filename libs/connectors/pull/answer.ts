import { type PullError } from '#domain/sources/pull.js';
import { type Answer } from './network.js';
import { PullProblem } from './pull-problem.js';

const meaning: Readonly<Record<number, PullError>> = {
  401: 'credentials_refused',
  403: 'right_missing',
  404: 'not_found',
  408: 'timed_out',
  410: 'not_found',
  429: 'too_many_requests',
};

/** The answer where it is one; throws PullProblem for what its status says. */
export function acceptedOf(answer: Answer, now: Date): Answer {
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  throw new PullProblem(meaning[status] ?? usualMeaning(status), secondsAsked(answer.headers['retry-after'], now));
}

function usualMeaning(status: number): PullError {
  if (status >= 500) return 'server_failed';
  return status >= 300 && status < 400 ? 'redirected' : 'unexpected_answer';
}

/** Seconds, or until a date (RFC 9110, 10.2.3); null where it is neither. */
function secondsAsked(text: string | undefined, now: Date): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text);
  const until = Date.parse(text);
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - now.getTime()) / 1000));
}

/** The JSON of an answer; throws PullProblem. */
export function dataOf({ headers, body }: Answer): unknown {
  refusePage(headers, body);
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new PullProblem('cut_off');
    throw error;
  }
}

/** A page for people begins with a tag, whatever it says that it is. Throws PullProblem. */
export function refusePage(headers: Answer['headers'], body: Buffer): void {
  const isPage = /^\s*(?:text\/html|application\/xhtml)/i.test(headers['content-type'] ?? '');
  if (isPage || /^\uFEFF?\s*</.test(body.subarray(0, 200).toString('utf8'))) throw new PullProblem('not_data');
}
