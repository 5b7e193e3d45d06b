import { z } from 'zod';
import { eventKinds } from '#domain/events/kind.js';
import { type DerivedKey, derivedKeys } from '#domain/indicators/derived.js';
import { attributes } from '#domain/indicators/measurable.js';
import { IndicatorKey } from './indicators.js';

/** Answer of `GET /v1/definitions`: what every number means, from the catalogues that compute it. */

const Bilingual = z.object({ fr: z.string(), en: z.string() });
const Kind = z.enum(eventKinds);
const Told = z.enum(attributes);
const Days = z.number();

const Measurable = z.object({
  /** Key of a source in the same answer. */
  source: z.string(),
  how: z.enum(['fully', 'partly', 'not']),
  /** Events that this source does not report. */
  missing: z.array(Kind),
  /** What it does not tell of events and groups. */
  untold: z.array(Told),
});

export const IndicatorDefinition = z.object({
  key: IndicatorKey,
  title: Bilingual,
  meaning: Bilingual,
  unit: z.enum(['percent', 'points', 'ratio', 'people']).or(z.string()),
  frame: z.string(),
  windows: z.array(Days),
  defaultWindow: Days.nullable(),
  /** `base`: those invited, else those of opened waves, else everyone. */
  denominator: Bilingual.or(z.literal('base')).nullable(),
  /** Declared rows that it needs. */
  rows: z.array(z.string()),
  measurable: z.array(Measurable),
});
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** A number that is declared, or reckoned from others. */
export const DerivedDefinition = z.object({
  key: z.enum(derivedKeys as [DerivedKey, ...DerivedKey[]]),
  title: Bilingual,
  meaning: Bilingual,
  denominator: Bilingual.nullable(),
  unit: z.string(),
  edges: Bilingual,
  source: Bilingual,
});
export type DerivedDefinition = z.infer<typeof DerivedDefinition>;

export const BenchmarkDefinition = z.object({
  key: z.string(),
  value: Bilingual,
  events: Bilingual,
  window: Bilingual,
  denominator: Bilingual,
  population: z.object({ who: Bilingual, year: z.number().nullable() }),
  sources: z.array(z.object({ title: z.string(), url: z.string().nullable() })),
  topic: Bilingual.nullable(),
  remark: Bilingual.nullable(),
  comparisons: z.array(
    z.object({
      /** Key of the dictionary; an indicator of the same answer, or one that is not computed yet. */
      indicator: z.string(),
      outcome: z.enum(['comparable', 'converted', 'refused']),
      windows: z.array(Days),
      reason: Bilingual,
    }),
  ),
});
export type BenchmarkDefinition = z.infer<typeof BenchmarkDefinition>;

const MethodDefinition = z.object({
  key: z.string(),
  title: Bilingual,
  question: Bilingual,
  how: Bilingual,
  limit: Bilingual,
});
export type MethodDefinition = z.infer<typeof MethodDefinition>;

const SourceDefinition = z.object({ key: z.string(), title: Bilingual, reports: z.array(Kind), tells: z.array(Told) });
export type SourceDefinition = z.infer<typeof SourceDefinition>;

export const Definitions = z.object({
  indicators: z.array(IndicatorDefinition),
  derived: z.array(DerivedDefinition),
  benchmarks: z.array(BenchmarkDefinition),
  methods: z.array(MethodDefinition),
  sources: z.array(SourceDefinition),
});
export type Definitions = z.infer<typeof Definitions>;
