import { type Sentence, sentence } from '../sentences/sentence.js';
import { fewestPoints, type Forecast, type ForecastDay } from './forecast.js';
import { type TotalForecast } from './total-forecast.js';

/** Where a wave is heading, in one sentence. */
export function forecastSentence(wave: string, target: number, forecast: Forecast): Sentence {
  if (forecast.state === 'too_early') {
    return forecast.reason === 'points'
      ? sentence('forecast.few_points', { wave, points: forecast.observations, needed: fewestPoints })
      : sentence('forecast.rising', { wave });
  }
  const { day, low: earliest, high: latest } = forecast.reached;
  if (day && earliest && latest) return sentence('forecast.reached', { wave, target, day, earliest, latest });
  if (day && earliest) return sentence('forecast.reached_open', { wave, target, day, earliest });
  if (earliest) return sentence('forecast.perhaps', { wave, target, earliest });
  return sentence('forecast.levels_off', { wave, target, ceiling: forecast.ceiling.value });
}

/** The same of all waves together. */
export function totalForecastSentence({ state, target, reached, points, missing }: TotalForecast): Sentence {
  if (state === 'too_early') return sentence('forecast.total_too_early', { waves: missing.length });
  const { day, low: earliest, high: latest }: ForecastDay = reached;
  if (day && earliest && latest) return sentence('forecast.total_reached', { target, day, earliest, latest });
  if (day && earliest) return sentence('forecast.total_reached_open', { target, day, earliest });
  if (earliest) return sentence('forecast.total_perhaps', { target, earliest });
  return sentence('forecast.total_levels_off', { target, ceiling: points.at(-1)?.value ?? 0 });
}
