import { type ActionEffect, type LedAction } from '#contract/animation.js';
import { dayText } from '#domain/sentences/day-text.js';
import { type Language } from '#domain/sentences/language.js';
import { formatNumber, formatPoints, formatPointsBetween } from '#domain/sentences/number-text.js';
import { say } from '#domain/sentences/say.js';
import { type DeckChart, type DeckFacts, type Slide } from './deck.js';
import { deckWords } from './deck-words.js';

const mostBars = 8;
/** What moved something first, then what was compared, then the rest by its day. */
const order: Record<ActionEffect['verdict'], number> = { up: 0, down: 1, cannot_tell: 2, refused: 3 };

/** What worked, as Animation says it: never more than the comparison with other places allows. */
export function workedSlide({ animation }: DeckFacts, language: Language): Slide {
  const words = deckWords[language];
  const held = animation.actions
    .filter(({ state }) => state === 'held')
    .sort((one, other) => order[one.effect.verdict] - order[other.effect.verdict]);
  return {
    page: words.pages.worked,
    finding: say(animation.sentence, language),
    chart: effectsOf(held, language),
    tables: [
      {
        ...{ title: '', head: [words.action, words.day, words.participants, words.effect], none: words.noAction },
        widths: [0.3, 0.16, 0.16, 0.38],
        rows: held.map((action) => [
          action.name,
          dayText(action.startsOn, language, 'medium'),
          action.participants === null ? '–' : formatNumber(action.participants, language),
          effectText(action.effect, language),
        ]),
        more: (count) => words.moreActions(count),
      },
    ],
    definitions: [words.effectDefinition],
  };
}

function effectText(effect: ActionEffect, language: Language): string {
  const words = deckWords[language];
  if (effect.verdict === 'refused') return words.noEffect[effect.reason](effect.shock ?? '');
  const { published, effect: found } = effect;
  if (effect.verdict !== 'cannot_tell')
    return words.moved(formatPoints(found.value, language), formatPointsBetween(found, language));
  const isOpen = published.low < published.high && published.low <= 0 && published.high >= 0;
  return words.cannotTell(formatPointsBetween(isOpen ? published : found, language));
}

/** Those of which something can be said, in points. */
function effectsOf(held: readonly LedAction[], language: Language): DeckChart | null {
  const told = held.flatMap(({ name, effect }) =>
    effect.verdict === 'up' || effect.verdict === 'down' ? [{ name, points: effect.effect.value * 100 }] : [],
  );
  if (told.length === 0) return null;
  const shown = told.slice(0, mostBars);
  return {
    ...{ kind: 'bars', title: deckWords[language].effects, unit: 'points' },
    categories: shown.map(({ name }) => name),
    series: [{ name: deckWords[language].effect, role: 'ours', values: shown.map(({ points }) => points) }],
  };
}
