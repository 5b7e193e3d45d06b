import { type CellValues, type Counted } from './shelf.js';

/** A count of people: what is counted, over how many days (0 = state). */
export interface Count {
  days: number;
  measure: string;
}

/** Whoever is counted by the first is counted by the second, over the same window. */
const within: Record<string, readonly string[]> = {
  login: ['active'],
  act: ['active'],
  interactive: ['act'],
  engaged: ['interactive'],
  contributed: ['interactive'],
  posted: ['contributed'],
  daily: ['active'],
  engaged_days: ['active'],
  activated14: ['due14'],
  seen: ['targeted'],
  used: ['exposed', 'act'],
  novice: ['used'],
  habitual: ['novice'],
  power: ['habitual'],
  returned: ['due_return'],
};
/** Who did it in a window has done it in any longer one, and at the longest reached the state. */
const widening = [
  ...['login', 'act', 'active', 'engaged', 'interactive', 'posted', 'contributed'],
  ...['activated14', 'due_return', 'returned', 'attended', 'seen'],
];
const windows = [7, 28, 91, 182, 365];
const states: Record<string, string> = {
  active: 'activated',
  login: 'connected',
  engaged: 'engaged',
  activated14: 'activated',
  exposed: 'activated',
  due_return: 'connected',
};
const amongStates: Record<string, readonly string[]> = { connected: ['activated'], engaged: ['activated'] };

/** What somebody did in a window he has done in every window around it, whichever Sunday that ends on; states last. */
const acts = ['login', 'act', 'active', 'engaged', 'interactive', 'posted', 'contributed'];
export const lastingCounts: readonly Count[] = [
  ...['activated', 'connected', 'engaged'].map((measure) => ({ days: 0, measure })),
  ...windows.flatMap((days) => acts.map((measure) => ({ days, measure }))),
];

/** Whether everyone counted by `inner` is counted by `outer` of the Sunday `lag` days later, if still there. */
export function isHeld(inner: Count, outer: Count, lag: number): boolean {
  if (!lasting.has(keyOf(inner)) || !lasting.has(keyOf(outer))) return false;
  if (inner.days > 0 && outer.days > 0 && inner.days + lag > outer.days) return false;
  const holds = (measure: string, days: number): boolean => {
    if (measure === outer.measure && days > 0 === outer.days > 0) return true;
    const state = days > 0 ? states[measure] : undefined;
    const next = (days > 0 ? within : amongStates)[measure] ?? [];
    return next.some((one) => holds(one, days)) || (state !== undefined && holds(state, 0));
  };
  return holds(inner.measure, inner.days);
}

/** The next larger counts that hold everyone counted by this one. */
function outersOf({ days, measure }: Count): Count[] {
  const named = (days === 0 ? amongStates : within)[measure] ?? [];
  const outers = named.map((outer): Count => ({ days, measure: outer }));
  if (days === 0) return outers;
  const wider = widening.includes(measure) ? windows.filter((window) => window > days) : [];
  outers.push(...wider.map((window): Count => ({ days: window, measure })));
  // Those exposed for twelve weeks were so for the last four, and worked through the quarter.
  if (measure === 'exposed' && days === 84) outers.push({ days: 28, measure });
  if (measure === 'used' && days === 84) outers.push({ days: 91, measure: 'act' });
  if (states[measure]) outers.push({ days: 0, measure: states[measure] });
  return outers;
}

export interface Nested extends Count {
  /** Counts that hold everyone counted by this one, of whatever population; each comes earlier in the list. */
  outers: readonly Count[];
}

/**
 * Every count, after all those that contain it: what they publish together must tell no more than each alone
 * (docs/decisions/026). A larger count that does not hold all of them in every cell, after a return from long ago,
 * contains nothing.
 */
export function nestedCounts(counted: readonly Counted[]): Nested[] {
  const all = new Map<string, Count & { values: Map<string, CellValues> }>();
  for (const { population, days, measures } of counted) {
    for (const [measure, values] of measures) {
      const count = all.get(keyOf({ days, measure })) ?? { days, measure, values: new Map<string, CellValues>() };
      count.values.set(population, values);
      all.set(keyOf(count), count);
    }
  }
  const sorted = new Map<string, Nested>();
  const visit = ({ days, measure, values }: Count & { values: ReadonlyMap<string, CellValues> }): void => {
    if (sorted.has(keyOf({ days, measure }))) return;
    const outers = outersOf({ days, measure })
      .map((outer) => all.get(keyOf(outer)))
      .filter((outer) => outer !== undefined)
      .filter((outer) => [...values].every(([population, inner]) => holds(outer.values.get(population), inner)));
    outers.forEach(visit);
    // Beside a middle one the outermost says nothing more of this count: only the next are kept.
    const next = outers.filter((outer) => !outers.some((other) => contains(sorted, other, outer)));
    sorted.set(keyOf({ days, measure }), {
      days,
      measure,
      outers: next.map(({ days, measure }) => ({ days, measure })),
    });
  };
  for (const count of all.values()) visit(count);
  return [...sorted.values()];
}

function holds(outer: CellValues | undefined, inner: CellValues): boolean {
  return outer !== undefined && [...inner].every(([cell, value]) => value <= (outer.get(cell) ?? 0));
}

/** Whether `outer` holds everyone of `inner`, directly or through others. */
function contains(sorted: ReadonlyMap<string, Nested>, inner: Count, outer: Count): boolean {
  const direct = sorted.get(keyOf(inner))?.outers ?? [];
  return direct.some((one) => keyOf(one) === keyOf(outer) || contains(sorted, one, outer));
}

export const keyOf = ({ days, measure }: Count) => `${measure}/${days}`;

const lasting: ReadonlySet<string> = new Set(lastingCounts.map(keyOf));
