import { centreOf } from '../statistics/interval.js';
import { type CheckKey, checkOf } from './catalogue.js';
import { type Part } from './check.js';
import { type Finding, nothingKnown, type ScopeFacts } from './finding.js';
import { type Light, worst } from './light.js';
import { findingOf } from './signal.js';

/** How far a verdict may be relied on: from its people, its bands, and the signals there are of those wanted. */
export type Confidence = 'high' | 'medium' | 'low';

export interface Verdict {
  check: CheckKey;
  light: Light;
  /** Where what decided comes from; null where nothing did. */
  origin: 'observed' | 'declared' | 'both' | null;
  /** Null where nothing is known: there is nothing to rely on. */
  confidence: Confidence | null;
  available: number;
  wanted: number;
  /** Signal to ask about next; null where all is well, or nothing is open yet. */
  ask: string | null;
  /** What decides first. */
  findings: Finding[];
}

/** The worst part decides; a part that waits for the opening counts from then on. */
export function verdictOf(key: CheckKey, facts: ScopeFacts): Verdict {
  const check = checkOf(key);
  const isDue = ({ onceOpen }: Part) => !onceOpen || facts.openedOn !== null;
  const parts = check.decides.filter(isDue).map(({ signals, combine }) => {
    const findings = signals.map((signal) => findingOf(signal, facts, true));
    return { findings, light: combine(findings.map(({ light }) => light ?? 'unknown')) };
  });
  const later = check.decides
    .filter((part) => !isDue(part))
    .flatMap(({ signals }) =>
      signals.map((signal) => ({ ...findingOf(signal, nothingKnown, true), silence: 'too_early' as const })),
    );
  const deciding = parts.flatMap(({ findings }) => findings);
  const beside = check.beside.map((signal) => findingOf(signal, facts, false));
  const findings = [...deciding, ...later, ...beside];
  const light = worst(parts.map((part) => part.light));
  const available = findings.filter(isKnown).length;
  return {
    ...{ check: key, light, origin: originOf(deciding), available, wanted: findings.length, findings },
    confidence: light === 'unknown' ? null : confidenceOf(deciding, available / findings.length),
    ask: askOf(light, deciding),
  };
}

const isKnown = ({ silence }: Finding): boolean => silence === null;

function originOf(deciding: readonly Finding[]): Verdict['origin'] {
  const origins = new Set(deciding.filter(isKnown).map(({ origin }) => origin));
  if (origins.size === 2) return 'both';
  return origins.has('observed') ? 'observed' : origins.has('declared') ? 'declared' : null;
}

/** From so many people a count is not banded, so many are too few to rely on (rules 4.1; dashboard 9). [I] */
const people = { many: 200, few: 60 } as const;
/** Shares of the wanted signals from which a verdict stands on much, or on enough. [I] */
const signals = { much: 0.6, enough: 0.3 } as const;

function confidenceOf(deciding: readonly Finding[], shareOfSignals: number): Confidence {
  const measured = deciding.flatMap(({ measured, silence }) => (measured && silence === null ? [measured] : []));
  const least = Math.min(
    ...measured.map(({ n, denominator }) => n ?? (denominator ? centreOf(denominator) : Infinity)),
  );
  const isBanded = measured.some(({ numerator }) => numerator !== null && numerator.low < numerator.high);
  if (least < people.few || shareOfSignals < signals.enough) return 'low';
  // What somebody said and no figure bears out is never certain, nor what is judged without a part of its evidence.
  const isSeen = measured.length > 0 && deciding.every(isKnown) && (least >= people.many || !isBanded);
  return isSeen && shareOfSignals >= signals.much ? 'high' : 'medium';
}

/** First what somebody can say, then what is missing; where nothing is missing, what is worst. */
function askOf(light: Light, deciding: readonly Finding[]): string | null {
  if (light === 'green') return null;
  const missing = deciding.filter((finding) => !isKnown(finding) && finding.silence !== 'too_early');
  const bad = deciding.filter((finding) => finding.light === (light === 'red' ? 'red' : 'amber'));
  const bySomebody = missing.find(({ origin }) => origin === 'declared');
  const next =
    light === 'unknown' ? (bySomebody ?? missing[0]) : (bad[0] ?? deciding.find(({ light: own }) => own === 'red'));
  return next?.signal ?? null;
}
