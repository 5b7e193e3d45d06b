import { type Bilingual } from '../indicators/indicator.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { checkKeys, checkOf } from './catalogue.js';
import { type CheckKind } from './check.js';
import { type ScopeFacts } from './finding.js';
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

function sentenceOf(errors: readonly Verdict[], counts: Record<Light, number>): Sentence {
  const { red, amber, green, unknown } = counts;
  const light = red > 0 ? 'red' : amber > 0 ? 'amber' : null;
  if (light) {
    const found = errors.filter((error) => error.light === light);
    const titles = found.map(({ check }) => checkOf(check).title);
    const sure = found.some(({ confidence }) => confidence !== 'low') ? 1 : 0;
    const named = (language: keyof Bilingual) => titles.map((title) => lowered(title[language])).join(', ');
    return sentence(`diagnostic.${light}`, { count: titles.length, fr: named('fr'), en: named('en'), unknown, sure });
  }
  return green > 0 ? sentence('diagnostic.green', { green, unknown }) : sentence('diagnostic.unknown', {});
}

/** A title within a sentence. */
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Of the worst error that leaves something to ask. */
function firstAsk(errors: readonly Verdict[]): Diagnosis['ask'] {
  const [worst] = [...errors]
    .sort((a, b) => lights.indexOf(a.light) - lights.indexOf(b.light))
    .flatMap(({ check, ask }) => (ask === null ? [] : [{ check, signal: ask }]));
  return worst ?? null;
}
