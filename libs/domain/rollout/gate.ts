import { type Day, daysBetween } from '../calendar/day.js';
import { type GovernanceItem, type GovernanceState } from '../declared/governance.js';
import { checkOf } from '../diagnostic/catalogue.js';
import { nothingKnown } from '../diagnostic/finding.js';
import { verdictOf } from '../diagnostic/judge.js';
import { type Light, type Limit } from '../diagnostic/light.js';
import { held } from '../diagnostic/signal.js';
import { limits } from '../diagnostic/thresholds.js';
import { sentence } from '../sentences/sentence.js';
import { type PointOfAttention } from './summary.js';
import { isOpen } from './wave.js';
import { type Outcome } from '../indicators/indicator.js';

export type ItemState = GovernanceState['state'];

/** A figure with the Sunday that it speaks of. */
export type Dated = Outcome & { asOf: Day };

/** What the gate looks at: the wave to be opened, and the one before it. */
export interface GateFacts {
  /** State of an item for the wave to be opened, else for the whole organisation; null = nobody said. */
  declared: (item: GovernanceItem) => ItemState | null;
  /** Running sponsors of the wave to be opened; null = no sponsor is declared anywhere. */
  sponsors: number | null;
  /** K60 of the wave to be opened. */
  coverage: Dated | null;
  /** K02 of the wave before, the latest published. */
  activation: Dated | null;
  /** Regular use over four weeks in the wave before, Sunday after Sunday, oldest first; null = no wave before. */
  habit: readonly Dated[] | null;
}

export interface Judgement {
  light: Light;
  /** The figure looked at; null for what is declared. */
  measured: Dated | null;
  /** What the figure has to reach, as a share. */
  threshold: number | null;
  items: { item: GovernanceItem; state: ItemState | null }[];
}

export const gateRuleKeys = ['sponsor', 'communication', 'platform', 'ambassadors', 'activation', 'habit'] as const;
export type GateRuleKey = (typeof gateRuleKeys)[number];

export interface GateRule {
  key: GateRuleKey;
  /** Which wave it looks at. */
  about: 'next' | 'previous';
  evidence: 'declared' | 'observed';
  judge: (facts: GateFacts) => Judgement;
}

/** Rules of the gate of a wave (kpis §4.3), in the order in which they are shown. */
export const gateRules: readonly GateRule[] = [
  { key: 'sponsor', about: 'next', evidence: 'declared', judge: before('E2') },
  { key: 'communication', about: 'next', evidence: 'declared', judge: before('E4') },
  { key: 'platform', about: 'next', evidence: 'declared', judge: before('E7') },
  {
    ...{ key: 'ambassadors', about: 'next', evidence: 'declared' },
    judge: ({ coverage }) => atLeast(coverage, limits.coverage),
  },
  {
    ...{ key: 'activation', about: 'previous', evidence: 'observed' },
    judge: ({ activation }) => atLeast(activation, limits.activation),
  },
  { key: 'habit', about: 'previous', evidence: 'observed', judge: notFalling },
];

const nothing = { measured: null, threshold: null, items: [] };

/** What the diagnostic asks of an error before anything is open (kpis §4.1): one rule for both. */
function before(error: 'E2' | 'E4' | 'E7'): (facts: GateFacts) => Judgement {
  return ({ declared, sponsors }) => {
    const said = (item: GovernanceItem) => {
      const state = declared(item);
      return state && { state, scope: '', statedOn: nothingKnown.day, note: null };
    };
    const parts = checkOf(error).decides.filter(({ onceOpen }) => !onceOpen);
    const items = parts.flatMap(({ signals }) => signals).flatMap(({ item }) => item ?? []);
    const { light } = verdictOf(error, { ...nothingKnown, item: said, sponsors });
    return { ...nothing, light, items: items.map((item) => ({ item, state: declared(item) })) };
  };
}

/** Everything that is published has to reach it: a band that may hold a miss is not known. */
function atLeast(measured: Dated | null, limit: Limit): Judgement {
  const light = measured ? (held(measured, limit).light ?? 'unknown') : 'unknown';
  return { ...nothing, measured, threshold: limit.green, light };
}

/**
 * Red only when it fell twice running; once is amber, since a week may be a holiday. Two weeks running are seen in three
 * Sundays one after another; figures further apart, and bands that may or may not have fallen, leave it open.
 */
function notFalling({ habit }: GateFacts): Judgement {
  const measured = habit?.findLast(isTold) ?? null;
  const open = { ...nothing, measured, light: 'unknown' as const };
  const [first, second, third] = (habit ?? []).slice(-3);
  if (!first || !second || !third || ![first, second, third].every(isTold)) return open;
  if (daysBetween(first.asOf, second.asOf) !== 7 || daysBetween(second.asOf, third.asOf) !== 7) return open;
  const [earlier, later] = [fell(first, second), fell(second, third)];
  if (later === false) return { ...nothing, measured, light: 'green' };
  if (later === null || earlier === null) return open;
  return { ...nothing, measured, light: earlier ? 'red' : 'amber' };
}

const isTold = ({ shown, value }: Dated): boolean => shown === 'value' && value !== null;

/** Whether it fell, by whatever both bands may hold; null where they leave it open. */
function fell(before: Outcome, after: Outcome): boolean | null {
  if (!before.numerator || !before.denominator || !after.numerator || !after.denominator) return null;
  if (after.numerator.high * before.denominator.high < before.numerator.low * after.denominator.low) return true;
  return after.numerator.low * before.denominator.low >= before.numerator.high * after.denominator.high ? false : null;
}

/** `incomplete`: nothing forbids the opening, and something is still to be known. */
export type Recommendation = 'go' | 'no_go' | 'incomplete';

/** What the rules say together; a person decides. */
export function recommendationOf(lights: readonly Light[]): Recommendation {
  if (lights.includes('red')) return 'no_go';
  return lights.includes('unknown') ? 'incomplete' : 'go';
}

/** What to decide before the next opening, with a rule that speaks against it and its figure; null where no rule speaks against it, and once somebody has decided. */
export function gatePoint(
  next: { key: string; name: string; plannedStart: Day } | null,
  rules: readonly (Pick<Judgement, 'light' | 'measured' | 'threshold'> & { rule: GateRuleKey })[],
  decided: readonly { wave: string }[],
): PointOfAttention | null {
  const against = rules.filter(({ light }) => light === 'red');
  // What was counted says more than what is missing on a list.
  const told = against.find(({ measured }) => measured) ?? against[0];
  if (!next || !told || decided.some(({ wave }) => wave === next.key)) return null;
  const { numerator, denominator, asOf } = told.measured ?? {};
  return {
    ...sentence('attention.gate', {
      ...{ wave: next.name, day: next.plannedStart, rules: against.length, rule: told.rule },
      ...{ low: numerator?.low ?? 0, high: numerator?.high ?? 0, of: denominator?.high ?? 0, by: asOf ?? '' },
      threshold: told.threshold ?? 0,
    }),
    wave: next.key,
  };
}

export interface OpeningWave {
  key: string;
  plannedStart: Day;
  actualStart: Day | null;
}

/** The wave that the gate is about, and the one that opened last before it; of those that open entities. */
export function gateWaves<W extends OpeningWave>(
  waves: readonly W[],
  day: Day,
): { next: W | null; previous: W | null } {
  const by = (start: (wave: W) => Day) => (a: W, b: W) =>
    start(a).localeCompare(start(b)) || a.key.localeCompare(b.key);
  const opened = waves.filter((wave) => isOpen(wave, day)).sort(by(({ actualStart }) => actualStart!));
  const waiting = waves.filter((wave) => !isOpen(wave, day)).sort(by(({ plannedStart }) => plannedStart));
  return { next: waiting[0] ?? null, previous: opened.at(-1) ?? null };
}
