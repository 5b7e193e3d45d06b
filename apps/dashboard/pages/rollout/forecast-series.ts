import { type Rollout } from '#contract/rollout.js';
import { type TimeSeries } from '../../charts/TimeChart.js';
import { waveColour } from '../../ui/wave-colour.js';

type Wave = Rollout['waves'][number];

/** Longest cadence of publication, in days: small places tell every four weeks. */
const cadence = 28;

/** Waves that are open and not yet there. */
export const forecastWaves = ({ waves }: Pick<Rollout, 'waves'>): Wave[] =>
  waves.filter(({ forecast }) => forecast !== null);

/** What was measured since the opening, then what is expected, in the colour of the wave; a wave alone is ours. */
export function forecastSeries(waves: readonly Wave[], expectedName: (name: string) => string): TimeSeries[] {
  return waves.flatMap(({ key, name, position, actualStart, curve, forecast }): TimeSeries[] => {
    const colour = waves.length === 1 ? 'var(--series-ours)' : waveColour(position);
    const measured = curve.filter(({ weekEnd, actual }) => actual !== null && weekEnd >= (actualStart ?? weekEnd));
    const actual: TimeSeries = {
      ...{ key, name, role: 'wave', colour, bridge: cadence },
      points: measured.map(({ weekEnd, actual: value }) => ({ weekEnd, value })),
    };
    const last = measured.at(-1);
    if (forecast?.state !== 'fitted' || !last) return [actual];
    // The band opens where the measures end, as wide as what is published of the last one.
    const points = [forecast.from, ...forecast.points];
    return [actual, { key: `${key}-expected`, name: expectedName(name), role: 'plan', colour, points }];
  });
}
