import { type RolloutWave } from '#contract/rollout.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { dueOf } from '#domain/rollout/wave-verdict.js';
import { isShareTold } from '#domain/indicators/count-reading.js';
import { type Language } from '#domain/sentences/language.js';
import { formatPercent } from '#domain/sentences/number-text.js';
import { say } from '#domain/sentences/say.js';
import { rateText } from '#report/figures.js';
import { type DeckChart, type DeckFacts, type Slide } from './deck.js';
import { deckWords } from './deck-words.js';

/** More of them would be no picture any more; the rows tell them all. */
const mostBars = 8;

/** Ahead or behind, wave by wave, as Déploiement says it. */
export function wavesSlide({ rollout }: DeckFacts, language: Language): Slide {
  const words = deckWords[language];
  const { waves } = rollout;
  return {
    page: words.pages.waves,
    finding: waves.length === 0 ? say(rollout.sentence, language) : words.due(dueOf(waves)),
    beside: waves.length === 0 ? '' : say(rollout.sentence, language),
    chart: barsOf(waves, language),
    tables: [
      {
        ...{ title: '', head: [words.wave, words.plannedThen, words.activatedNow, words.stands], none: words.noWave },
        widths: [0.24, 0.13, 0.23, 0.4],
        rows: waves.map((wave) => [
          wave.name,
          wave.plannedShare === null ? '–' : formatPercent(wave.plannedShare, language),
          rateText(wave.activation, language),
          say(wave.sentence, language),
        ]),
        more: (count) => words.moreWaves(count),
      },
    ],
    definitions: [
      `${words.activated}${words.colon}${indicatorOf('K08').meaning[language]}`,
      words.plannedDefinition,
      words.barsDefinition,
    ],
  };
}

/** Waves of which a share is told: of few people, or between ends far apart, the rows tell. */
function barsOf(waves: readonly RolloutWave[], language: Language): DeckChart | null {
  const words = deckWords[language];
  const drawn = waves
    .filter(({ activation: { numerator, denominator } }) => isShareTold(numerator, denominator))
    .slice(0, mostBars);
  if (drawn.length === 0) return null;
  return {
    ...{ kind: 'bars', title: words.bars, unit: 'percent' },
    categories: drawn.map(({ name }) => name),
    series: [
      { name: words.actual, role: 'ours', values: drawn.map(({ activation }) => activation.value) },
      { name: words.planned, role: 'plan', values: drawn.map(({ plannedShare }) => plannedShare) },
    ],
  };
}
