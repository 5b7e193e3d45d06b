import { type Bilingual } from '../indicators/indicator.js';
import { type Combination } from './light.js';
import { type Signal } from './signal.js';

export const checkKinds = ['error', 'pillar', 'action', 'takeaway'] as const;
export type CheckKind = (typeof checkKinds)[number];

/** Signals that are judged together. */
export interface Part {
  signals: readonly Signal[];
  combine: Combination;
  /** Judged from the opening on only; before it there is nothing to see. */
  onceOpen?: true;
}

/** One thing that goes wrong, or that a deployment rests on: its parts decide, the worst of them; the rest is told beside. */
export interface Check {
  kind: CheckKind;
  title: Bilingual;
  /** What it asks. */
  question: Bilingual;
  /** Its rule in words, limits included. */
  rule: Bilingual;
  /** Where the field says so. */
  source: string;
  decides: readonly Part[];
  beside: readonly Signal[];
}
