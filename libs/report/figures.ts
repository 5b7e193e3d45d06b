import { type Measured } from '#contract/published.js';
import { type Summary, type SummaryNumber } from '#contract/summary.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { isShareTold } from '#domain/indicators/count-reading.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { countOf, countPhrase, ratePhrase } from '#domain/sentences/count-phrase.js';
import { dayText } from '#domain/sentences/day-text.js';
import { type Language } from '#domain/sentences/language.js';
import { formatRange } from '#domain/sentences/number-text.js';
import { say } from '#domain/sentences/say.js';
import { slipWords } from '#domain/sentences/slip-words.js';
import { typeset } from '#domain/sentences/typography.js';
import { figureWords } from './figure-words.js';

export interface Figure {
  label: string;
  value: string;
  /** Its people. */
  people: string;
  /** What changed. */
  change: string;
}

/** The four numbers of Synthèse as every document writes them, and what they mean. */
export function summaryFigures(summary: Summary, language: Language): { figures: Figure[]; definitions: string[] } {
  const words = figureWords[language];
  const [progress, ...use] = summary.numbers;
  const isPlanned = progress !== undefined && progress.now.shown !== 'none';
  const numbers = [...(isPlanned ? [progress] : []), ...use];
  return {
    figures: [
      ...(isPlanned ? [figureOf(progress, language), slipFigure(summary.sentence, language)] : []),
      ...use.map((number) => figureOf(number, language)),
    ],
    definitions: [
      ...numbers.map(({ key }) => `${labelOf(key, language)}${words.colon}${indicatorOf(key).meaning[language]}`),
      // Of whom they are shares, said once.
      ...new Set(numbers.flatMap(({ now: { note } }) => (note ? noteTexts[note][language] : []))),
      ...(isPlanned ? [words.slipDefinition] : []),
    ].map((text) => typeset(text, language)),
  };
}

function figureOf(number: SummaryNumber, language: Language): Figure {
  const { value, people } = written(number.now, language);
  return {
    label: labelOf(number.key, language),
    ...{ value, people },
    // The day belongs into the sentence, not after its end.
    change: `${say(number.sentence, language).replace(/\.$/, '')}${figureWords[language].asOf(dayText(number.asOf, language, 'short'))}`,
  };
}

function labelOf(key: SummaryNumber['key'], language: Language): string {
  const { activated, connection } = figureWords[language];
  return key === 'K08' ? activated : key === 'K03b' ? connection : indicatorOf(key).title[language];
}

/** As the page writes it: a share, ends where it is published between two, people below sixty, or why there is none. */
export function written(measured: Measured, language: Language): { value: string; people: string } {
  const { numerator, denominator, shown, value, note } = measured;
  if (shown === 'masked')
    return { value: figureWords[language].masked, people: noteTexts[note ?? 'not_published'][language] };
  if (shown === 'none' || value === null || !numerator || !denominator)
    return { value: '–', people: note ? noteTexts[note][language] : figureWords[language].nobody };
  const text = ratePhrase(numerator, denominator, note, language);
  return { value: text, people: text.includes('%') ? countOf(numerator, denominator, language) : '' };
}

/** Where a line ends: its share, where the page tells it as one. */
export function endText(
  point: Pick<Measured, 'numerator' | 'denominator' | 'note'> | undefined,
  language: Language,
): string {
  if (!point?.numerator || !point.denominator || !isShareTold(point.numerator, point.denominator)) return '';
  const { numerator, denominator, note } = point;
  const one = countPhrase(numerator, denominator, language);
  return ratePhrase(numerator, denominator, note, language) === one ? one : '';
}

/** In a cell: with its people where the rate does not say them. */
export function rateText(measured: Measured, language: Language): string {
  const { value, people } = written(measured, language);
  return measured.shown === 'value' && people ? `${value} (${people})` : value;
}

/** Days ahead or behind, as the verdict of the page has them. */
export function slipFigure(
  { key, params }: { key: string; params: Record<string, string | number> },
  language: Language,
): Figure {
  const words = figureWords[language];
  const { from, to, low, high, of } = params;
  if (typeof from !== 'number' || typeof to !== 'number')
    return { label: words.slip, value: '–', people: words.noPlan, change: '' };
  const counted = words.activatedOf(formatRange(Number(low), Number(high), language), Number(of));
  if (key === 'rollout.on_time')
    return { label: words.slip, value: words.onTime, people: slipWords({ from, to }, language), change: counted };
  return { label: words.slip, value: slipWords({ from, to }, language), people: counted, change: '' };
}
