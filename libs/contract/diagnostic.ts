import { z } from 'zod';
import { governanceStates } from '#domain/declared/governance.js';
import { silences } from '#domain/diagnostic/finding.js';
import { lights } from '#domain/diagnostic/light.js';
import { TreeNode } from './organization.js';
import { Day, Measured, PublishedWeek, Sentence } from './published.js';

/** Answer of `GET /v1/organizations/:org/diagnostic?scope=&week=`: verdicts with their evidence, never greener than it. */

export const Light = z.enum(lights);
export type Light = z.infer<typeof Light>;

/** What one signal says. Its title and question are those of the catalogue (`#domain/diagnostic/catalogue.js`). */
export const Finding = z.object({
  signal: z.string(),
  origin: z.enum(['observed', 'declared']),
  /** Whether the verdict hangs on it. */
  decides: z.boolean(),
  /** Null where no limit is set. */
  light: Light.nullable(),
  /** Why it says nothing. */
  silence: z.enum(silences).nullable(),
  measured: Measured.nullable(),
  /** Sunday of the figure, or day of what was declared. */
  day: Day.nullable(),
  limit: z.object({ better: z.enum(['more', 'less']), red: z.number().nullable(), green: z.number() }).nullable(),
  state: z.enum(governanceStates).nullable(),
  /** Where it was declared: an entity or a wave; empty = the whole organisation. */
  scope: z.string().nullable(),
  note: z.string().nullable(),
  figures: z.record(z.string(), z.number()),
});
export type Finding = z.infer<typeof Finding>;

export const Verdict = z.object({
  check: z.string(),
  light: Light,
  origin: z.enum(['observed', 'declared', 'both']).nullable(),
  confidence: z.enum(['high', 'medium', 'low']).nullable(),
  /** Signals there are, of those wanted. */
  available: z.number(),
  wanted: z.number(),
  /** Signal to ask about next. */
  ask: z.string().nullable(),
  findings: z.array(Finding),
});
export type Verdict = z.infer<typeof Verdict>;

export const Diagnostic = z.object({
  week: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  scope: z.object({ kind: z.enum(['organisation', 'wave', 'entity']), key: z.string(), name: z.string() }),
  sentence: Sentence,
  ask: z.object({ check: z.string(), signal: z.string() }).nullable(),
  /** Of the ten errors. */
  counts: z.record(Light, z.number()),
  errors: z.array(Verdict),
  pillars: z.array(Verdict),
  actions: z.array(Verdict),
  takeaways: z.array(Verdict),
  /** The ten errors of every wave, in their order. */
  waves: z.array(
    z.object({ key: z.string(), name: z.string(), openedOn: Day.nullable(), lights: z.record(z.string(), Light) }),
  ),
});
export type Diagnostic = z.infer<typeof Diagnostic>;

/** Answer of `GET /v1/organizations/:org/diagnostic/places?week=`: which place suffers from which of the ten errors. */
export const DiagnosticPlaces = z.object({
  week: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  sentence: Sentence,
  /** Smallest places read, over which the errors are counted. */
  of: z.number(),
  errors: z.array(z.object({ check: z.string(), counts: z.record(Light, z.number()), judged: z.number() })),
  /** Every published place below the whole, parents before children. */
  places: z.array(
    TreeNode.pick({
      key: true,
      parent: true,
      kind: true,
      name: true,
      members: true,
      headcount: true,
      wave: true,
    }).extend({ openedOn: Day.nullable(), lights: z.record(z.string(), Light) }),
  ),
});
export type DiagnosticPlaces = z.infer<typeof DiagnosticPlaces>;

/** `scope=wave:KEY` or `scope=entity:NODE`; without it, the whole organisation. */
export const DiagnosticQuery = z.object({
  scope: z
    .string()
    .regex(/^(wave|entity):.+$/)
    .optional(),
  week: Day.optional(),
});
export type DiagnosticQuery = z.infer<typeof DiagnosticQuery>;
