import { type EventKind, isIntentional } from './kind.js';

/**
 * What activity remembers as one bit per person and day.
 * The index of an act is what the database stores: add at the end, never reorder.
 */
export const acts = ['login', 'act', 'active', 'engaged', 'interactive', 'posted', 'contributed'] as const;

export type Act = (typeof acts)[number];

const counts: Record<Act, (kind: EventKind) => boolean> = {
  login: (kind) => kind === 'login',
  act: isIntentional,
  active: (kind) => kind === 'login' || isIntentional(kind),
  engaged: (kind) => kind === 'reaction' || kind === 'comment',
  interactive: (kind) => kind === 'post' || kind === 'comment' || kind === 'reaction' || kind === 'mention',
  posted: (kind) => kind === 'post',
  contributed: (kind) => kind === 'post' || kind === 'comment',
};

/** The acts that one event of this kind gives to its actor, in the order of `acts`. */
export function actsOf(kind: EventKind): Act[] {
  return acts.filter((act) => counts[act](kind));
}

/** The same as `actsOf`, bit i standing for `acts[i]`. */
export function actMask(kind: EventKind): number {
  return acts.reduce((mask, act, index) => (counts[act](kind) ? mask | (1 << index) : mask), 0);
}
