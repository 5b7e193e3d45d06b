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
  if (day && earliest === latest) return sentence('forecast.reached_week', { wave, target, day });
  if (day && earliest && latest) return sentence('forecast.reached', { wave, target, day, earliest, latest });
  if (day && earliest) return sentence('forecast.reached_open', { wave, target, day, earliest });
  if (earliest) return sentence('forecast.perhaps', { wave, target, earliest });
  const { value: ceiling, low: ceilingLow, high: ceilingHigh } = forecast.ceiling;
  return sentence('forecast.levels_off', {
    wave,
    target,
    ceiling,
    ceilingLow,
    ceilingHigh,
    day: forecast.from.weekEnd,
  });
}

/**
 * The same of all waves together. As soon as some have not opened, the day is that of their plan and no forecast: it is
 * said so, without any chances. `short`: open waves that level off below their own target.
 */
export function totalForecastSentence(total: TotalForecast, short: number): Sentence {
  const { state, target, reached, points, missing, assumed } = total;
  if (state === 'too_early') return sentence('forecast.total_too_early', { waves: missing.length });
  const { day, low: earliest, high: latest }: ForecastDay = reached;
  const last = points.at(-1);
  const ceiling = last?.value ?? 0;
  const ends = { ceilingLow: last?.low ?? 0, ceilingHigh: last?.high ?? 0, day: last?.weekEnd ?? '' };
  const coming = assumed.length;
  if (coming > 0)
    return day
      ? sentence('forecast.total_planned', { target, day, coming, short })
      : sentence('forecast.total_planned_short', { target, ceiling, coming });
  if (day && earliest === latest) return sentence('forecast.total_reached_week', { target, day, short });
  if (day && earliest && latest) return sentence('forecast.total_reached', { target, day, earliest, latest, short });
  if (day && earliest) return sentence('forecast.total_reached_open', { target, day, earliest });
  if (earliest) return sentence('forecast.total_perhaps', { target, earliest });
  return sentence('forecast.total_levels_off', { target, ceiling, ...ends });
}
