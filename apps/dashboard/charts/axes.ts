import { type XAxisProps } from 'recharts';

const tick = { fill: 'var(--ink-faint)', fontSize: 13 };

/** The horizontal axis of every plot over weeks: one tick per measure, as many named as have room. */
export const acrossAxis = (xs: number[], isNarrow: boolean): XAxisProps => ({
  ...{
    dataKey: 'x',
    type: 'number',
    domain: ['dataMin', 'dataMax'],
    ticks: xs,
    tick,
    tickLine: false,
    tickMargin: 8,
  },
  ...{ interval: 'equidistantPreserveStart', minTickGap: isNarrow ? 20 : 32 },
  axisLine: { stroke: 'var(--hairline-strong)' },
});

/** As many of the steps as have that much room each, from the first, at even distance. */
export function spaced(xs: readonly number[], width: number, room: number): number[] {
  const every = Math.max(1, Math.ceil((room * (xs.length - 1)) / Math.max(1, width)));
  return xs.filter((_, at) => at % every === 0);
}

/** The vertical one: five ticks, no line. */
export const upAxis = (isNarrow: boolean) =>
  ({ tickCount: 5, width: isNarrow ? 44 : 52, tick, tickLine: false, axisLine: false }) as const;
