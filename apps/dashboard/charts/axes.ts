import { type XAxisProps } from 'recharts';
import { roundWeeks } from '#domain/calendar/round-weeks.js';

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

/** As many round weeks between the first and the last as have that much room each. */
export const spaced = (xs: readonly number[], width: number, room: number): number[] =>
  xs.length === 0 ? [] : roundWeeks(Math.min(...xs), Math.max(...xs), Math.floor(width / room) + 1);

/** The vertical one: five ticks, no line. */
export const upAxis = (isNarrow: boolean) =>
  ({ tickCount: 5, width: isNarrow ? 44 : 52, tick, tickLine: false, axisLine: false }) as const;
