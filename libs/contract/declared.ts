import { z } from 'zod';
import { coachingStates } from '#domain/declared/facts.js';
import { Day } from './published.js';

/** What may be declared by hand; lists of people (`attendance`, `answers`, `reports`) go in as files only. */
export const declarableKinds = [
  'actions',
  'turnout',
  'shocks',
  'surveys',
  'governance',
  'trials',
  'projects',
  'processes',
  'contacts',
  'coaching',
  'history',
  'appointments',
  'targets',
] as const;
export const DeclarableKind = z.enum(declarableKinds);
export type DeclarableKind = z.infer<typeof DeclarableKind>;

const cell = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]);

/** Body of `POST /v1/organizations/:org/declared/:kind`: facts under the columns of the kind's file (docs/formats.md). */
export const Declaration = z.strictObject({ rows: z.array(z.record(z.string(), cell)).min(1).max(1000) });
export type Declaration = z.infer<typeof Declaration>;

/** Answer: what became of the rows; `line` is the place in the list, from 1. Good rows go in beside bad ones. */
export const Declared = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  rejections: z.array(z.object({ line: z.int(), code: z.string(), field: z.string().nullable(), message: z.string() })),
});
export type Declared = z.infer<typeof Declared>;

/** Body of `POST …/declared/:kind/withdrawal`: keys as `GET …/declared/:kind` names them. */
export const Withdrawal = z.strictObject({
  keys: z
    .array(z.record(z.string(), z.union([z.string(), z.number()])))
    .min(1)
    .max(1000),
});
export type Withdrawal = z.infer<typeof Withdrawal>;

export const Withdrawn = z.object({ withdrawn: z.int() });
export type Withdrawn = z.infer<typeof Withdrawn>;

/** Answer of `GET /v1/organizations/:org/declared/:kind`. */
export const FactList = z.object({ facts: z.array(z.record(z.string(), z.unknown())) });
export type FactList = z.infer<typeof FactList>;

/** A fact of the kind `coaching`, as `GET …/declared/coaching` gives it. */
export const Coaching = z.object({
  key: z.string(),
  executive: z.string(),
  coach: z.string().nullable(),
  meetingOn: Day.nullable(),
  state: z.enum(coachingStates),
  consentOn: Day,
  note: z.string().nullable(),
});
export type Coaching = z.infer<typeof Coaching>;

export const CoachingList = z.object({ facts: z.array(Coaching) });
export type CoachingList = z.infer<typeof CoachingList>;

/** A fact of the kind `history`, as `GET …/declared/history` gives it: a total from before Essor, never an event. */
export const DeclaredFigure = z.object({
  /** A wave or an entity; empty = the whole organisation. */
  scope: z.string(),
  periodEnd: Day,
  /** A key of the catalogue, or the word of whoever handed it over. */
  indicator: z.string(),
  /** 0 = a state. */
  windowDays: z.int(),
  numerator: z.number(),
  /** Null = a count. */
  denominator: z.number().nullable(),
  source: z.string(),
  definition: z.string(),
});
export type DeclaredFigure = z.infer<typeof DeclaredFigure>;

export const DeclaredFigures = z.object({ facts: z.array(DeclaredFigure) });
export type DeclaredFigures = z.infer<typeof DeclaredFigures>;
