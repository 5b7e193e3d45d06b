import { indicatorOf } from '../indicators/catalogue.js';
import { type Bilingual } from '../indicators/indicator.js';
import { type Language } from '../sentences/language.js';
import { formatNumber, formatPercent, formatPoints } from '../sentences/number-text.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { checkOf, signalsOf } from './catalogue.js';
import { type Finding } from './finding.js';
import { type Verdict } from './judge.js';
import { type Signal } from './signal.js';

/** A title within a sentence. */
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** An error with what it rests on: the first red figure or fact that decides, with its people, window and day. */
export function errorSentence({ check, findings }: Verdict): Sentence {
  const { title } = checkOf(check);
  const finding = findings.find(({ decides, light, silence }) => decides && light === 'red' && silence === null);
  const signal = signalsOf(checkOf(check)).find(({ key }) => key === finding?.signal);
  if (!finding?.day || !signal) return sentence('attention.error', { ...title });
  const { day, measured, limit } = finding;
  const named = { ...title, signalFr: lowered(signal.title.fr), signalEn: lowered(signal.title.en), day };
  const unit = signal.indicator ? indicatorOf(signal.indicator).unit : 'percent';
  if (measured?.numerator && measured.denominator && unit === 'percent')
    return sentence('attention.error_share', {
      ...{ ...named, ...measured.numerator, of: measured.denominator.high },
      ...{ from: measured.low ?? 0, to: measured.high ?? 1 },
      window: signal.indicator ? (indicatorOf(signal.indicator).defaultWindow ?? 0) : 0,
      ...{ limit: limit?.red ?? -1, below: limit?.better === 'more' ? 1 : 0 },
    });
  const told = toldOf(finding, signal, unit);
  if (!told) return sentence('attention.error', { ...title });
  return sentence('attention.error_told', { ...named, toldFr: told.fr, toldEn: told.en });
}

const missing: Bilingual = { fr: 'manquant', en: 'missing' };

function toldOf({ measured, figures, state }: Finding, { told }: Signal, unit: string): Bilingual | null {
  const value = measured?.value ?? null;
  if (value !== null) {
    return { fr: write(value, unit, 'fr'), en: write(value, unit, 'en') };
  }
  if (told && Object.keys(figures).length > 0) return told(figures);
  return state === 'missing' ? missing : (told?.(figures) ?? null);
}

function write(value: number, unit: string, language: Language): string {
  if (unit === 'percent') return formatPercent(value, language);
  return unit === 'points' ? formatPoints(value, language) : formatNumber(value, language, 2);
}
