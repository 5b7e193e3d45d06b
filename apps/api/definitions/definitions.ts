import { type BenchmarkDefinition, type Definitions, type IndicatorDefinition } from '#contract/definitions.js';
import { type EventSource, eventSources } from '#connectors/event-sources.js';
import { benchmarkKeys, benchmarkOf, type BenchmarkKey } from '#domain/benchmarks/catalogue.js';
import { compare } from '#domain/benchmarks/compare.js';
import { sources } from '#domain/benchmarks/sources.js';
import { writeQuantity } from '#domain/benchmarks/write-quantity.js';
import { type IndicatorKey, indicatorKeys, indicatorOf } from '#domain/indicators/catalogue.js';
import { derived, derivedKeys } from '#domain/indicators/derived.js';
import { evidenceOf } from '#domain/indicators/evidence.js';
import { measurableWith } from '#domain/indicators/measurable.js';
import { type Method, methods } from '#domain/statistics/methods.js';

/** Everything that is said of numbers, from the catalogues that compute them: nothing is written twice. */
export function definitions(): Definitions {
  return {
    indicators: indicatorKeys.map((key) => indicator(key, eventSources)),
    derived: derivedKeys.map((key) => ({ key, ...derived[key] })),
    benchmarks: benchmarkKeys.map(benchmark),
    methods: Object.entries<Method>(methods).map(([key, method]) => ({ key, ...method })),
    sources: eventSources.map(({ key, title, reports, tells }) => ({
      ...{ key, title, reports: [...reports], tells: [...tells] },
    })),
  };
}

function indicator(key: IndicatorKey, from: readonly EventSource[]): IndicatorDefinition {
  const { title, meaning, unit, frame, windows, defaultWindow, denominator } = indicatorOf(key);
  const evidence = evidenceOf(indicatorOf(key));
  const measurable = from.map(({ key: source, reports, tells }) => {
    const { how, kinds, attributes } = measurableWith(evidence, { kinds: reports, attributes: tells });
    return { source, how, missing: [...kinds], untold: [...attributes] };
  });
  const said = { key, title, meaning, unit, frame, windows: [...windows], defaultWindow, denominator };
  return { ...said, rows: [...evidence.rows], measurable };
}

function benchmark(key: BenchmarkKey): BenchmarkDefinition {
  const known = benchmarkOf(key);
  const written = (language: 'fr' | 'en') => known.values.map((value) => writeQuantity(value, language)).join(', ');
  return {
    key,
    value: { fr: written('fr'), en: written('en') },
    events: known.events,
    window: known.window.text,
    denominator: known.denominator,
    population: known.population,
    sources: known.sources.map((source) => sources[source]),
    topic: known.topic ?? null,
    remark: known.remark ?? null,
    comparisons: known.relations.map(({ indicator: to, windows = [], among = [] }) => {
      const { outcome, reason } = compare(known, {
        indicator: to,
        window: windows[0] ?? null,
        among: among[0] ?? null,
      });
      return { indicator: to, outcome, windows: [...windows], reason };
    }),
  };
}
