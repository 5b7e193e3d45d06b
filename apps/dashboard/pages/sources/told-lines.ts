import { type Import } from '#contract/imports.js';

type Counted = Pick<Import, 'state' | 'received' | 'accepted' | 'duplicates' | 'rejected'>;

/** Lines of a file that is in which were neither taken, known nor refused: people who asked to be left out, and what other lines say already. */
export function linesAside({ state, received, accepted, duplicates, rejected }: Counted): number {
  return state === 'done' ? Math.max(0, received - accepted - duplicates - rejected) : 0;
}
