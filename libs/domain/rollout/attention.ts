import { type Day, daysBetween } from '../calendar/day.js';
import { type Place } from '../indicators/publication.js';
import { placeNames } from '../sentences/place-name.js';
import { sentence } from '../sentences/sentence.js';
import { coverageState } from './ambassadors.js';
import { type Board } from './board.js';
import { slipEnds, waveWord, type WaveProgress } from './rollout.js';
import { type NumberOfSummary, type PointOfAttention } from './summary.js';
import { isOpen } from './wave.js';

/** Engagement is compared with what it was four weeks before. */
const fourWeeks = 28;

/**
 * Everything that asks for a decision, the gravest first: entities that stall (two weeks below what is expected), waves
 * that should be open, the next opening that a rule forbids, the wave furthest behind, errors that are sure, then the rest, use going down, nobody to help. The
 * one list of every page: a short page shows its beginning.
 */
export function attentionOf(
  board: Board,
  waves: readonly WaveProgress[],
  engagement: NumberOfSummary,
  found: {
    alerts: readonly PointOfAttention[];
    /** The next opening, where a rule speaks against it and nobody has decided. */
    gate: PointOfAttention | null;
    errors: readonly PointOfAttention[];
    uncovered: Uncovered;
    /** Somebody holds a mandate somewhere: until then no single place lacks one. */
    hasMandates: boolean;
  },
  week: Day,
): PointOfAttention[] {
  const { alerts, gate, errors, uncovered, hasMandates } = found;
  const late = waves
    .filter(({ state }) => state === 'late')
    .map(({ wave }) => ({ days: daysBetween(wave.plannedStart, week), wave }))
    .filter(({ days }) => days >= 7)
    .map(({ days, wave }) => ({
      ...sentence('attention.wave_late', { wave: wave.name, days, day: wave.plannedStart }),
      wave: wave.key,
    }));
  const behind = waves
    .filter((one) => (one.state === 'open' || one.state === 'missed') && waveWord(one) === 'behind')
    .sort((a, b) => b.slipDays! - a.slipDays!)
    .map((one) => {
      const people = {
        low: one.activation.numerator!.low,
        high: one.activation.numerator!.high,
        of: one.activation.denominator!.high,
      };
      return {
        ...sentence('attention.wave_behind', { wave: one.wave.name, ...slipEnds(one), ...people, day: one.asOf! }),
        wave: one.wave.key,
      };
    });
  const down = engagement.trend === 'down' ? [fall(engagement)] : [];
  const stalled = new Set(alerts.map(({ node }) => node));
  const none = uncovered.open.length > 0 && !hasMandates ? [sentence('attention.no_ambassador', {})] : [];
  const alone = hasMandates ? uncoveredPoint(uncovered, stalled) : [];
  const rest = [...alerts.slice(2), ...down, ...none, ...alone, ...behind.slice(1)];
  return [...alerts.slice(0, 2), ...late, ...(gate ? [gate] : []), ...behind.slice(0, 1), ...errors, ...rest];
}

const fall = ({ now, before, asOf }: NumberOfSummary) => {
  const { low, high } = now.numerator!;
  const points = before!.value! - now.value!;
  return sentence('attention.engagement_down', {
    ...{ points, days: fourWeeks, low, high },
    ...{ of: now.denominator!.high, day: asOf },
  });
};

/** So many places without an ambassador are named. */
const named = 3;

/** All places without an ambassador as one point, the largest first; one alone is opened, unless it is there already. */
function uncoveredPoint({ open, waiting }: Uncovered, stalled: ReadonlySet<string | undefined>): PointOfAttention[] {
  if (open.every(({ key }) => stalled.has(key))) return [];
  const largest = [...open].sort((a, b) => b.headcount - a.headcount);
  const first = largest.slice(0, named).map(placeNames);
  const point = sentence('attention.uncovered', {
    ...{ places: largest.length, more: largest.length - first.length, waiting: waiting.length },
    ...{ names: first.map(({ fr }) => fr).join(', '), namesEn: first.map(({ en }) => en).join(', ') },
    headcount: largest.reduce((sum, { headcount }) => sum + headcount, 0),
  });
  return [{ ...point, ...(largest.length === 1 ? { node: largest[0]!.key } : {}) }];
}

/** Whether anybody is ambassador anywhere (declared). */
export function hasMandates(board: Board, week: Day): boolean {
  return (board.publication.count(board.root.places(week), week, 'everyone', 0, 'ambassadors')?.high ?? 0) > 0;
}

/** Places in which nobody is ambassador (declared): open ones lack one today, those whose wave is to come have time. */
interface Uncovered {
  open: Place[];
  waiting: Place[];
}

/** The smallest places of the tree in which nobody is ambassador. */
export function uncoveredPlaces(board: Board, week: Day): Uncovered {
  const none = board.publication.tree(week).places.filter((place) => {
    if (place.kind === 'node' || place.kind === 'direct' || place.parent === null) return false;
    const ambassadors = board.publication.count([place.key], week, 'everyone', 0, 'ambassadors');
    return ambassadors !== null && coverageState(ambassadors.high, place.headcount).state === 'none';
  });
  const first = ({ key }: Place) => board.wavesOf(key, week)[0];
  const held = none.flatMap((place) => {
    const wave = first(place);
    return wave ? [{ place, isOpened: isOpen(wave, week) }] : [];
  });
  const where = (opened: boolean) => held.filter(({ isOpened }) => isOpened === opened).map(({ place }) => place);
  return { open: where(true), waiting: where(false) };
}
