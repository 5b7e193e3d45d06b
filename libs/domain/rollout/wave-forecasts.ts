import { type Day } from '../calendar/day.js';
import { type Outcome } from '../indicators/indicator.js';
import { type Sentence } from '../sentences/sentence.js';
import { type Board } from './board.js';
import { type Forecast, forecastOf, type Futures } from './forecast.js';
import { forecastSentence, totalForecastSentence } from './forecast-sentence.js';
import { type WaveProgress } from './rollout.js';
import { type Doubt } from './slip.js';
import { totalForecast, type TotalForecast } from './total-forecast.js';
import { isClosed, isOfPeople, type RolloutState, type Wave } from './wave.js';

/** A forecast with its sentence. */
type Said<F> = F & { sentence: Sentence };

export interface WaveForecasts {
  /** By key of the wave; only open ones whose target is still to be reached. */
  byWave: ReadonlyMap<string, Said<Forecast>>;
  /** All waves of entities together; null when nothing is left to come. */
  total: Said<TotalForecast> | null;
}

/** What becomes of the waves that are open, and of the whole. Takes some tens of milliseconds per open wave. */
export function waveForecasts(board: Board, waves: readonly WaveProgress[], week: Day): WaveForecasts {
  const found = new Map(waves.flatMap((progress) => foundOf(progress, week)));
  const parts = waves
    .filter(({ wave }) => !isOfPeople(wave))
    .map(({ wave, state, activation }) => ({
      ...{ name: wave.name, people: board.peopleOf(wave, week), plan: wave, actual: activation.value },
      // One that is over, or whose middle is at its target, stays where it is: the whole is told by the middle too.
      state: state === 'unsure' && !isOpen(wave, state, activation, week) ? ('closed' as const) : state,
      futures: found.get(wave.key)?.futures ?? null,
    }));
  const total = totalForecast(parts, week);
  const short = [...found.values()].filter(
    ({ forecast }) => forecast.state === 'fitted' && forecast.reached.day === null,
  ).length;
  return {
    byWave: new Map([...found].map(([key, { forecast }]) => [key, forecast])),
    total: total && { ...total, sentence: totalForecastSentence(total, short) },
  };
}

/** Its target may still have to be reached: by its middle, where the published ends do not tell. */
const isOpen = (wave: Wave, state: RolloutState, { value }: Outcome, week: Day): boolean =>
  state === 'open' ||
  state === 'missed' ||
  (state === 'unsure' && !isClosed(wave, week) && value !== null && value < wave.target);

function foundOf(
  { wave, state, curve, activation }: WaveProgress,
  week: Day,
): [string, { forecast: Said<Forecast>; futures: Futures | null }][] {
  const { actualStart: launch, target, plannedEnd } = wave;
  const standings = curve.flatMap(({ weekEnd, actual }) => (actual === null ? [] : { weekEnd, actual }));
  const found =
    launch !== null && isOpen(wave, state, activation, week)
      ? forecastOf(standings, { launch, target, plannedEnd, doubt: doubtOf(activation) })
      : null;
  if (!found) return [];
  const { forecast, futures } = found;
  return [[wave.key, { forecast: { ...forecast, sentence: forecastSentence(wave.name, target, forecast) }, futures }]];
}

/** Of the last share that is published: its people between two ends. */
function doubtOf({ numerator, denominator, value }: Outcome): Doubt {
  if (!numerator || !denominator || value === null || denominator.low <= 0) return { below: 0, above: 0 };
  return {
    below: Math.max(0, value - numerator.low / denominator.high),
    above: Math.max(0, Math.min(1, numerator.high / denominator.low) - value),
  };
}
