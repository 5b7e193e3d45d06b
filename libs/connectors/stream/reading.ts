import { type CanonicalEvent, type EventProblem } from '../event/canonical-event.js';

/** Why a document is no event although nothing is wrong with it. Counted, never stored. */
export type SkipReason =
  /** The table says that the name does not count. */
  | 'ignored_name'
  /** Nobody did it, or nobody in particular: an anonymous visitor, a machine, a group. */
  | 'no_person'
  /** A name that means nothing here, without the instant that an event needs. */
  | 'no_time'
  /** It describes people or groups, which only the directory may do. */
  | 'directory'
  /** A thing, not something that somebody did to it. */
  | 'not_an_activity';

export type StreamCode = EventProblem['code'] | 'unsupported_version' | 'bad_attribute';

/** `id` as the document gave it; the field is named as its vocabulary names it. */
export type StreamProblem = Omit<EventProblem, 'code'> & { code: StreamCode };

/** What one document of a stream came to. */
export type Reading =
  | { is: 'read'; id: string | null; events: CanonicalEvent[]; dropped: number; unmapped: string | null }
  | { is: 'skipped'; reason: SkipReason; id: string | null; unmapped: string | null }
  | { is: 'refused'; problem: StreamProblem };

export function refused(code: StreamCode, field: string | null, message: string, id: string | null = null): Reading {
  return { is: 'refused', problem: { id, code, field, message } };
}

export function skipped(reason: SkipReason, id: string | null = null, unmapped: string | null = null): Reading {
  return { is: 'skipped', reason, id, unmapped };
}
