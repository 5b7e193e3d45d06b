import { z } from 'zod';
import { Day, Measured } from './published.js';

/** Answer of `GET /v1/organizations/:org/gate`: may the next wave open? The rules recommend, a person decides. */

export const GateLight = z.enum(['green', 'amber', 'red', 'unknown']);
export type GateLight = z.infer<typeof GateLight>;

export const GateEvidence = z.object({
  rule: z.enum(['sponsor', 'communication', 'platform', 'ambassadors', 'activation', 'habit']),
  /** The wave to be opened, or the one opened before it. */
  about: z.enum(['next', 'previous']),
  evidence: z.enum(['declared', 'observed']),
  light: GateLight,
  /** The figure looked at with its Sunday, and the share it has to reach. */
  measured: Measured.extend({ asOf: Day }).nullable(),
  threshold: z.number().nullable(),
  /** Items of the checklist, null where nobody said. */
  items: z.array(
    z.object({ item: z.string(), state: z.enum(['done', 'started', 'missing', 'not_applicable']).nullable() }),
  ),
});
export type GateEvidence = z.infer<typeof GateEvidence>;

export const GateRecommendation = z.enum(['go', 'no_go', 'incomplete']);
export type GateRecommendation = z.infer<typeof GateRecommendation>;

export const GateDecision = z.enum(['go', 'no_go', 'postpone']);
export type GateDecision = z.infer<typeof GateDecision>;

export const WaveDecision = z.object({
  id: z.number(),
  wave: z.string(),
  decidedAt: z.iso.datetime(),
  /** The day of it where the organisation is. */
  decidedOn: Day,
  decision: GateDecision,
  reason: z.string(),
  /** What the rules said then. */
  recommendation: GateRecommendation,
  /** Name of the account; null once it is gone. */
  by: z.string().nullable(),
});
export type WaveDecision = z.infer<typeof WaveDecision>;

const GateWave = z.object({ key: z.string(), name: z.string(), position: z.number(), plannedStart: Day });

export const Gate = z.object({
  /** Sunday that the figures speak of; null before the first publication. */
  week: Day.nullable(),
  /** Null when every wave is open. */
  next: GateWave.nullable(),
  previous: GateWave.nullable(),
  rules: z.array(GateEvidence),
  /** Null without a wave to open. */
  recommendation: GateRecommendation.nullable(),
  /** Newest first, of all waves. */
  decisions: z.array(WaveDecision),
});
export type Gate = z.infer<typeof Gate>;

/** Body of `POST /v1/organizations/:org/waves/:wave/decisions`. */
export const NewDecision = z.object({
  decision: GateDecision,
  /** Kept with the decision and shown beside it. */
  reason: z.string().trim().min(3).max(1000),
});
export type NewDecision = z.infer<typeof NewDecision>;
