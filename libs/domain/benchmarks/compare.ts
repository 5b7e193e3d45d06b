import { type Bilingual } from '../indicators/indicator.js';
import { type Among, type Benchmark, type Flag, of, type Quantity, type Relation } from './benchmark.js';
import { benchmarkKeys, benchmarkOf, type BenchmarkKey } from './catalogue.js';

/** What a benchmark is held against. */
export interface Held {
  indicator: string;
  /** Days; null for states and cohorts, which any window fits. */
  window: number | null;
  /** Null where the indicator has one denominator only. */
  among: Among | null;
}

export interface Verdict {
  outcome: 'comparable' | 'converted' | 'refused';
  /** What may be drawn beside the indicator; null when refused. */
  quantity: Quantity | null;
  reason: Bilingual;
}

export const flagTexts: Record<Flag, Bilingual> = {
  window_assumed: of(
    'La source ne dit pas sa période : elle est supposée.',
    'The source does not state its window: it is assumed.',
  ),
  event_undefined: of('La source ne définit pas ce qu’elle compte.', 'The source does not define what it counts.'),
  event_differs: of('Ce qui est compté est voisin, pas identique.', 'What is counted is close, not the same.'),
  denominator_unstated: of(
    'La source ne dit pas à combien de personnes elle rapporte.',
    'The source does not say how many people it divides by.',
  ),
  denominator_differs: of(
    'Le dénominateur diffère de celui de la source.',
    'The denominator differs from that of the source.',
  ),
  declared: of('Déclaré dans une enquête, non observé.', 'Declared in a survey, not observed.'),
  target: of('Un objectif, pas une mesure.', 'A target, not a measurement.'),
  best_in_class: of('Les meilleurs seulement : ce n’est pas une moyenne.', 'The best only: not an average.'),
  guidance: of('Un conseil de praticiens, pas une mesure.', 'Advice of practitioners, not a measurement.'),
  weak_source: of(
    'Source fragile : un seul cas ou une affirmation sans données.',
    'Weak source: a single case, or a claim without data.',
  ),
};

const same = of(
  'Même acte, même période et même dénominateur que la source.',
  'Same act, same window and same denominator as the source.',
);
const contextOnly = of('Contexte seulement.', 'Context only.');

/** Whether a benchmark may be drawn beside an indicator as it is read, with what must be said, or why not. */
export function compare(benchmark: Benchmark, held: Held): Verdict {
  const own = benchmark.relations.filter(({ indicator }) => indicator === held.indicator);
  // A variant shares what forbids comparing its indicator, never what allows it.
  const family = benchmark.relations.filter(
    ({ indicator, how }) => how !== 'comparable' && held.indicator.startsWith(`${indicator}.`),
  );
  const relations = own.length > 0 ? own : family;
  const barred = relations.find(({ how }) => how !== 'comparable');
  if (barred) return refused(barred.because ?? contextOnly);
  if (relations.length === 0) return refused(speaksOf(benchmark));
  const fitting = relations.find((relation) => fitsWindow(relation, held) && fitsPeople(relation, held));
  if (fitting) return allowed(benchmark, fitting, held);
  const rightPeople = relations.find((relation) => fitsPeople(relation, held));
  return refused(rightPeople ? otherWindow(rightPeople, held) : otherPeople);
}

/** Every benchmark that may be drawn beside an indicator, most comparable first. */
export function benchmarksFor(held: Held): { key: BenchmarkKey; verdict: Verdict & { quantity: Quantity } }[] {
  return benchmarkKeys.flatMap((key) => {
    const { quantity, ...verdict } = compare(benchmarkOf(key), held);
    return quantity ? [{ key, verdict: { ...verdict, quantity } }] : [];
  });
}

const fitsWindow = ({ windows }: Relation, { window }: Held) =>
  windows === undefined || (window !== null && windows.includes(window));

const fitsPeople = ({ among }: Relation, held: Held) =>
  among === undefined || held.among === null || among.includes(held.among);

function allowed(benchmark: Benchmark, relation: Relation, { among }: Held): Verdict {
  const differs = relation.own !== undefined && among !== null && !relation.own.includes(among);
  const said: Flag[] = [...(relation.flags ?? []), ...(differs ? (['denominator_differs'] as const) : [])];
  const reasons = [...(relation.conversion ? [relation.conversion] : []), ...said.map((flag) => flagTexts[flag])];
  return {
    outcome: relation.conversion ? 'converted' : 'comparable',
    quantity: relation.quantity ?? benchmark.values[0] ?? null,
    reason: reasons.length > 0 ? joined(reasons) : same,
  };
}

const refused = (reason: Bilingual): Verdict => ({ outcome: 'refused', quantity: null, reason });

const joined = (texts: readonly Bilingual[]): Bilingual =>
  of(texts.map(({ fr }) => fr).join(' '), texts.map(({ en }) => en).join(' '));

const otherPeople = of(
  'La source rapporte à d’autres personnes : les deux taux ne se comparent pas.',
  'The source divides by other people: the two rates do not compare.',
);

function otherWindow({ windows = [] }: Relation, { window }: Held): Bilingual {
  const [fr, en] = [windows.join(' ou '), windows.join(' or ')];
  if (window === null) return of(`À comparer sur ${fr} jours seulement.`, `To be compared over ${en} days only.`);
  return of(
    `À comparer sur ${fr} jours, pas sur ${window} : une période plus courte donne un taux plus bas, par construction.`,
    `To be compared over ${en} days, not ${window}: a shorter window gives a lower rate by construction.`,
  );
}

function speaksOf({ relations, topic }: Benchmark): Bilingual {
  const keys = [...new Set(relations.filter(({ how }) => how === 'comparable').map(({ indicator }) => indicator))];
  if (keys.length > 0) return of(`Ne parle que de ${keys.join(', ')}.`, `Speaks of ${keys.join(', ')} only.`);
  return topic ? of(`Contexte : ${topic.fr}.`, `Context: ${topic.en}.`) : contextOnly;
}
