import { type Measured } from '#contract/published.js';
import { type Among } from '#domain/benchmarks/benchmark.js';
import { benchmarkOf } from '#domain/benchmarks/catalogue.js';
import { benchmarksFor } from '#domain/benchmarks/compare.js';
import { writeQuantity } from '#domain/benchmarks/write-quantity.js';
import { type PlotLevel } from '../charts/plot.js';
import { typeset } from '#domain/sentences/typography.js';
import { type Language } from '#domain/sentences/language.js';

const bases = {
  base_invited: 'invited',
  base_invited_bounds: 'invited',
  base_opened: 'opened',
  base_headcount: 'headcount',
} as const satisfies Record<string, Among>;

const amongOf = ({ note }: Pick<Measured, 'note'>): Among | null =>
  note !== undefined && note in bases ? bases[note as keyof typeof bases] : null;

const repeated = { fr: 'Repère : ', en: 'Benchmark: ' };

/** The same as lines and bands of a chart of shares: only what may stand beside it as it is read. */
export function benchmarkLevels(
  indicator: string,
  measured: Pick<Measured, 'note'> | undefined,
  window: number | null,
  language: Language,
): PlotLevel[] {
  return benchmarksFor({ indicator, window, among: amongOf(measured ?? {}) }).flatMap(({ key, verdict }) => {
    const { low, high, unit } = verdict.quantity;
    const [from, to] = [low ?? high, high ?? low];
    if (unit !== 'percent' || from === null || to === null) return [];
    const { who, year } = benchmarkOf(key).population;
    const whose = [who[language], year].filter(Boolean).join(', ');
    const label = `${repeated[language]}${writeQuantity({ ...verdict.quantity, of: undefined }, language)}, ${whose}`;
    return [
      { low: from, high: to, label: typeset(label, language), reason: typeset(verdict.reason[language], language) },
    ];
  });
}

/**
 * The published figures that may stand beside a number as it is read, each with whose it is and what must be said of it.
 * Undefined where none may: most numbers have no honest comparison.
 */
export function benchmarkLine(
  indicator: string,
  measured: Pick<Measured, 'note'>,
  window: number | null,
  language: Language,
): string | undefined {
  const found = benchmarksFor({ indicator, window, among: amongOf(measured) });
  if (found.length === 0) return undefined;
  const lines = found.map(({ key, verdict }) => {
    const { who, year } = benchmarkOf(key).population;
    const whose = [who[language], year].filter(Boolean).join(', ');
    return `${repeated[language]}${writeQuantity({ ...verdict.quantity, of: undefined }, language)}, ${whose}. ${verdict.reason[language]}`;
  });
  return typeset(lines.join('\n'), language);
}
