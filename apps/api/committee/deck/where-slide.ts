import { committeeSentence } from '#domain/committee/committee.js';
import { type Language, localeOf } from '#domain/sentences/language.js';
import { say } from '#domain/sentences/say.js';
import { summaryFigures } from '#report/figures.js';
import { type DeckChart, type DeckFacts, type Slide } from './deck.js';
import { deckWords } from './deck-words.js';

/** Where we are: the sentence and the four numbers of Synthèse, under what became of the last decisions. */
export function whereSlide({ summary, committees, committee }: DeckFacts, language: Language): Slide {
  const words = deckWords[language];
  return {
    page: words.pages.where,
    finding: say(summary.sentence, language),
    beside: say(committeeSentence(committees.committees, committees.today, committee.heldOn), language),
    ...summaryFigures(summary, language),
    chart: curveOf(summary.curve, language),
  };
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
