import { type Bilingual } from '../indicators/indicator.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { type PointOfAttention } from '../rollout/summary.js';
import { checkKeys, checkOf } from './catalogue.js';
import { type CheckKind } from './check.js';
import { type ScopeFacts } from './finding.js';
import { errorSentence, lowered } from './error-sentence.js';
import { type Verdict, verdictOf } from './judge.js';
import { type Light, lights } from './light.js';

/** Every verdict of one scope, with what is to be said of the ten errors. */
export interface Diagnosis {
  sentence: Sentence;
  /** What to ask first; null where all is well. */
  ask: { check: Verdict['check']; signal: string } | null;
  /** Of the ten errors. */
  counts: Record<Light, number>;
  verdicts: Verdict[];
}

export function diagnose(facts: ScopeFacts): Diagnosis {
  const verdicts = checkKeys.map((key) => verdictOf(key, facts));
  const errors = ofKind(verdicts, 'error');
  const counts = { red: 0, unknown: 0, amber: 0, green: 0 };
  for (const { light } of errors) counts[light] += 1;
  return { sentence: sentenceOf(errors, counts), ask: firstAsk(errors), counts, verdicts };
}

export const ofKind = (verdicts: readonly Verdict[], kind: CheckKind): Verdict[] =>
  verdicts.filter(({ check }) => checkOf(check).kind === kind);

/** The errors that are there for sure, among what asks for a decision. */
export const errorPoints = ({ verdicts }: Pick<Diagnosis, 'verdicts'>): PointOfAttention[] =>
  ofKind(verdicts, 'error')
    .filter(({ light, confidence }) => light === 'red' && confidence !== 'low')
    .map((verdict) => ({ ...errorSentence(verdict), check: verdict.check }));

function sentenceOf(errors: readonly Verdict[], counts: Record<Light, number>): Sentence {
  const { red, amber, green, unknown } = counts;
  if (red > 0) {
    const found = errors.filter(({ light }) => light === 'red');
    // Each is named with its own evidence: one that is sure does not make the others so.
    const [sure, weak] = [false, true].map((isWeak) =>
      named(found.filter(({ confidence }) => (confidence === 'low') === isWeak)),
    );
    const { count: weakly, fr: weakFr, en: weakEn } = weak!;
    return sentence('diagnostic.red', { ...sure!, weak: weakly, weakFr, weakEn, unknown });
  }
  if (amber > 0)
    return sentence('diagnostic.amber', { ...named(errors.filter(({ light }) => light === 'amber')), unknown });
  return green > 0 ? sentence('diagnostic.green', { green, unknown }) : sentence('diagnostic.unknown', {});
}

function named(errors: readonly Verdict[]): { count: number } & Bilingual {
  const titles = errors.map(({ check }) => checkOf(check).title);
  const join = (language: 'fr' | 'en') => titles.map((title) => lowered(title[language])).join(', ');
  return { count: titles.length, fr: join('fr'), en: join('en') };
}

/** Of the worst error that leaves something to ask. */
function firstAsk(errors: readonly Verdict[]): Diagnosis['ask'] {
  const [worst] = [...errors]
    .sort((a, b) => lights.indexOf(a.light) - lights.indexOf(b.light))
    .flatMap(({ check, ask }) => (ask === null ? [] : [{ check, signal: ask }]));
  return worst ?? null;
}
