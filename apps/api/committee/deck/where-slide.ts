import { type Measured } from '#contract/published.js';
import { type SummaryNumber } from '#contract/summary.js';
import { committeeSentence } from '#domain/committee/committee.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { countOf, ratePhrase } from '#domain/sentences/count-phrase.js';
import { dayText } from '#domain/sentences/day-text.js';
import { type Language, localeOf } from '#domain/sentences/language.js';
import { formatRange } from '#domain/sentences/number-text.js';
import { say } from '#domain/sentences/say.js';
import { slipWords } from '#domain/sentences/slip-words.js';
import { type DeckChart, type DeckFacts, type DeckFigure, type Slide } from './deck.js';
import { deckWords } from './deck-words.js';

/** Where we are: the sentence and the four numbers of Synthèse, under what became of the last decisions. */
export function whereSlide({ summary, committees, committee }: DeckFacts, language: Language): Slide {
  const words = deckWords[language];
  const [progress, ...use] = summary.numbers;
  const isPlanned = progress !== undefined && progress.now.shown !== 'none';
  const numbers = [...(isPlanned ? [progress] : []), ...use];
  return {
    page: words.pages.where,
    finding: say(summary.sentence, language),
    beside: say(committeeSentence(committees.committees, committees.today, committee.heldOn), language),
    figures: [
      ...(isPlanned ? [figureOf(progress, language), slipFigure(summary.sentence, language)] : []),
      ...use.map((number) => figureOf(number, language)),
    ],
    chart: curveOf(summary.curve, language),
    definitions: [
      ...numbers.map(({ key }) => `${labelOf(key, language)}${words.colon}${indicatorOf(key).meaning[language]}`),
      // Of whom they are shares, said once.
      ...new Set(numbers.flatMap(({ now: { note } }) => (note ? noteTexts[note][language] : []))),
      ...(isPlanned ? [words.slipDefinition] : []),
    ],
  };
}

function figureOf(number: SummaryNumber, language: Language): DeckFigure {
  const { value, people } = written(number.now, language);
  return {
    label: labelOf(number.key, language),
    ...{ value, people },
    change: [say(number.sentence, language), deckWords[language].asOf(dayText(number.asOf, language, 'short'))].join(
      ' ',
    ),
  };
}

function labelOf(key: SummaryNumber['key'], language: Language): string {
  const { activated, connection } = deckWords[language];
  return key === 'K08' ? activated : key === 'K03b' ? connection : indicatorOf(key).title[language];
}

/** As the page writes it: a share, ends where it is published between two, people below sixty, or why there is none. */
export function written(measured: Measured, language: Language): { value: string; people: string } {
  const { numerator, denominator, shown, value, note } = measured;
  if (shown === 'masked')
    return { value: deckWords[language].masked, people: noteTexts[note ?? 'not_published'][language] };
  if (shown === 'none' || value === null || !numerator || !denominator)
    return { value: '–', people: note ? noteTexts[note][language] : deckWords[language].nobody };
  const text = ratePhrase(numerator, denominator, note, language);
  return { value: text, people: text.includes('%') ? countOf(numerator, denominator, language) : '' };
}

/** Days ahead or behind, as the verdict of the page has them. */
function slipFigure(
  { key, params }: { key: string; params: Record<string, string | number> },
  language: Language,
): DeckFigure {
  const words = deckWords[language];
  const { from, to, low, high, of } = params;
  if (typeof from !== 'number' || typeof to !== 'number')
    return { label: words.slip, value: '–', people: words.noPlan, change: '' };
  const counted = words.activatedOf(formatRange(Number(low), Number(high), language), Number(of));
  if (key === 'rollout.on_time')
    return { label: words.slip, value: words.onTime, people: slipWords({ from, to }, language), change: counted };
  return { label: words.slip, value: slipWords({ from, to }, language), people: counted, change: '' };
}

/** More labels than these find no room beside one another. */
const mostWeeks = 30;

/** One week in four, the last one that is measured among them. */
function everyFourth<P extends { actual: number | null }>(curve: readonly P[]): readonly P[] {
  const last = Math.max(
    0,
    curve.findLastIndex(({ actual }) => actual !== null),
  );
  return curve.filter((_, place) => (place - last) % 4 === 0);
}

/** Plan and actual by week; the plan goes on where the actual ends. */
function curveOf(curve: DeckFacts['summary']['curve'], language: Language): DeckChart | null {
  if (curve.length < 2) return null;
  const words = deckWords[language];
  const shown = curve.length > mostWeeks ? everyFourth(curve) : curve;
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'short', timeZone: 'UTC' });
  return {
    ...{ kind: 'line', title: shown === curve ? words.curve : words.curveEveryFourth, unit: 'percent' },
    categories: shown.map(({ weekEnd }) => day.format(new Date(`${weekEnd}T00:00:00Z`))),
    series: [
      { name: words.actual, role: 'ours', values: shown.map(({ actual }) => actual) },
      { name: words.planned, role: 'plan', values: shown.map(({ plan }) => plan) },
    ],
  };
}
