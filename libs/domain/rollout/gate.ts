import { type Day } from '../calendar/day.js';
import { type GovernanceItem, type GovernanceState } from '../declared/governance.js';
import { type Outcome } from '../indicators/indicator.js';

/** `unknown` is never green (kpis §4). */
export type Light = 'green' | 'amber' | 'red' | 'unknown';

export type ItemState = GovernanceState['state'];

/** What the gate looks at: the wave to be opened, and the one before it. */
export interface GateFacts {
  /** State of an item for the wave to be opened, else for the whole organisation; null = nobody said. */
  declared: (item: GovernanceItem) => ItemState | null;
  /** Running sponsors of the wave to be opened; null = no sponsor is declared anywhere. */
  sponsors: number | null;
  /** K60 of the wave to be opened. */
  coverage: Outcome | null;
  /** K02 of the wave before, the latest published. */
  activation: Outcome | null;
  /** Regular use over four weeks in the wave before, the last three weeks, oldest first; null = not counted. */
  habit: readonly Outcome[] | null;
}

export interface Judgement {
  light: Light;
  /** The figure looked at; null for what is declared. */
  measured: Outcome | null;
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

/** People who are to have an ambassador near, before a wave opens (seeds: 10 to 20 %). */
export const leastCoverage = 0.1;
/** Activation within 14 days that a wave should have reached before the next (kpis §3, Meta's mark). */
export const leastActivation = 0.8;

/** Rules of the gate of a wave (kpis §4.3), in the order in which they are shown. */
export const gateRules: readonly GateRule[] = [
  { key: 'sponsor', about: 'next', evidence: 'declared', judge: sponsorNamed },
  { key: 'communication', about: 'next', evidence: 'declared', judge: declaredItems('communication_plan') },
  { key: 'platform', about: 'next', evidence: 'declared', judge: declaredItems('content_plan', 'launch_checklist') },
  {
    ...{ key: 'ambassadors', about: 'next', evidence: 'declared' },
    judge: ({ coverage }) => atLeast(coverage, leastCoverage),
  },
  {
    ...{ key: 'activation', about: 'previous', evidence: 'observed' },
    judge: ({ activation }) => atLeast(activation, leastActivation),
  },
  { key: 'habit', about: 'previous', evidence: 'observed', judge: notFalling },
];

const nothing = { measured: null, threshold: null, items: [] };

function sponsorNamed(facts: GateFacts): Judgement {
  const judged = declaredItems('sponsor_named')(facts);
  if (judged.light !== 'unknown' || facts.sponsors === null) return judged;
  return { ...judged, light: facts.sponsors > 0 ? 'green' : 'red' };
}

/** Green once all are done; red as soon as one is missing; unknown while somebody still has to say. */
function declaredItems(...items: GovernanceItem[]): (facts: GateFacts) => Judgement {
  return ({ declared }) => {
    const states = items.map((item) => ({ item, state: declared(item) }));
    const has = (wanted: ItemState | null) => states.some(({ state }) => state === wanted);
    const light = has('missing') ? 'red' : has(null) ? 'unknown' : has('started') ? 'amber' : 'green';
    return { ...nothing, light, items: states };
  };
}

/** Both ends of what is published have to agree, else amber: a full count needs no other interval. */
function atLeast(measured: Outcome | null, threshold: number): Judgement {
  const judged = { ...nothing, measured, threshold };
  const { shown, numerator, denominator } = measured ?? {};
  if (shown !== 'value' || !numerator || !denominator || denominator.low <= 0) return { ...judged, light: 'unknown' };
  if (numerator.low / denominator.high >= threshold) return { ...judged, light: 'green' };
  return { ...judged, light: numerator.high / denominator.low < threshold ? 'red' : 'amber' };
}

/** Red only when it fell twice running; once is amber, since a week may be a holiday. */
function notFalling({ habit }: GateFacts): Judgement {
  const measured = habit?.at(-1) ?? null;
  const values = (habit ?? []).map(({ shown, value }) => (shown === 'value' ? value : null));
  if (values.length < 3 || values.includes(null)) return { ...nothing, measured, light: 'unknown' };
  const [first, second, third] = values.slice(-3) as [number, number, number];
  const [earlier, later] = [second < first, third < second];
  return { ...nothing, measured, light: earlier && later ? 'red' : later ? 'amber' : 'green' };
}

/** `incomplete`: nothing forbids the opening, and something is still to be known. */
export type Recommendation = 'go' | 'no_go' | 'incomplete';

/** What the rules say together; a person decides. */
export function recommendationOf(lights: readonly Light[]): Recommendation {
  if (lights.includes('red')) return 'no_go';
  return lights.includes('unknown') ? 'incomplete' : 'go';
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
  const isOpen = ({ actualStart }: W) => actualStart !== null && actualStart <= day;
  const by = (start: (wave: W) => Day) => (a: W, b: W) =>
    start(a).localeCompare(start(b)) || a.key.localeCompare(b.key);
  const opened = waves.filter(isOpen).sort(by(({ actualStart }) => actualStart!));
  const waiting = waves.filter((wave) => !isOpen(wave)).sort(by(({ plannedStart }) => plannedStart));
  return { next: waiting[0] ?? null, previous: opened.at(-1) ?? null };
}
