import { type contactOutcomes } from '#domain/declared/facts.js';

/** The word for what came of a call. */
export const outcomeWords = {
  reached: 'outcomeReached',
  unreachable: 'outcomeUnreachable',
  action_agreed: 'outcomeAgreed',
  back_on_course: 'outcomeBack',
} as const satisfies Record<(typeof contactOutcomes)[number], string>;
