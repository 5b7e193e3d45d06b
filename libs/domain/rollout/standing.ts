import { type Day } from '../calendar/day.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { isPast, type Wave } from './wave.js';

export const standings = ['ahead', 'on', 'unsure', 'behind', 'unplanned', 'planless', 'unknown'] as const;

/**
 * Where a place stands against the plan of its wave; `unsure` where what is published leaves open whether it is behind;
 * `unplanned` before that plan begins, `planless` where waves meet or
 * none opens it.
 */
export type Standing = (typeof standings)[number];

/**
 * Nearer than this to its plan, a place is on it: opening one day earlier or later moves it that far. Once the date of its
 * target has passed no day is left to move it, and what is missing is missing.
 */
export const standingMargin = 0.05;

interface Index {
  shown: string;
  low: number | null;
  high: number | null;
}

/** Actual over planned activation (K08b). Ahead, on or behind only where everything published lies there. */
export function standingOf(index: Index, isPlanOver = false): Standing {
  if (index.shown === 'none') return 'unplanned';
  if (index.shown === 'masked' || index.low === null || index.high === null) return 'unknown';
  if (index.low > 1 + standingMargin) return 'ahead';
  // A whisker, because shares do not come out even.
  const limit = 1 - (isPlanOver ? 1e-9 : standingMargin);
  if (index.high < limit) return 'behind';
  return index.low < limit ? 'unsure' : 'on';
}

/**
 * Of a place as of a Sunday. What is declared needs no figure: before the plan of its wave begins, a place is to come, or
 * ahead where it has opened, at any size and whatever is published of it. After that its figure speaks; one from before
 * the plan began says nothing.
 */
export function placeStanding(
  index: (Index & { periodEnd: Day }) | undefined,
  wave: Pick<Wave, 'plannedStart' | 'plannedEnd' | 'actualStart'> | null,
  weekEnd: Day | null,
): Standing {
  const standing = index ? standingOf(index, wave !== null && isPast(wave, index.periodEnd)) : 'unknown';
  if (!wave) return standing === 'unplanned' ? 'planless' : standing;
  if (weekEnd === null || wave.plannedStart > weekEnd)
    return wave.actualStart !== null && weekEnd !== null && wave.actualStart <= weekEnd ? 'ahead' : 'unplanned';
  return standing === 'unplanned' ? 'unknown' : standing;
}

/** How many of these places stand where. */
export function countStandings(standings: readonly Standing[]): Record<Standing, number> {
  const counts = { ahead: 0, on: 0, unsure: 0, behind: 0, unplanned: 0, planless: 0, unknown: 0 };
  for (const standing of standings) counts[standing] += 1;
  return counts;
}

/** Of how many it can be asked whether they are behind: what is published may leave it open, their plan does not. */
export const judgedOf = ({ ahead, on, unsure, behind }: Record<Standing, number>): number =>
  ahead + on + unsure + behind;

/** What can be said of them all: who is behind for certain comes first. `hasPlan`: any wave is declared. */
export function standingSentence({ ahead, on, unsure, behind }: Record<Standing, number>, hasPlan: boolean): Sentence {
  if (behind > 0)
    return ahead > 1
      ? sentence('places.behind', { count: behind, ahead })
      : sentence('places.behind_only', { count: behind });
  if (unsure > 0) return sentence('places.none_surely', { count: unsure });
  if (ahead > 0) return sentence('places.none_behind', { count: ahead });
  return sentence(on > 0 ? 'places.all_on' : hasPlan ? 'places.not_begun' : 'places.no_plan', {});
}
