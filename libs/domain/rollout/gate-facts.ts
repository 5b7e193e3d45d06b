import { type Day } from '../calendar/day.js';
import { type GovernanceState } from '../declared/governance.js';
import { outcomeAt } from '../indicators/rows.js';
import { entitiesAround } from './around.js';
import { type Board } from './board.js';
import { type Dated, type GateFacts } from './gate.js';
import { type Wave } from './wave.js';

/** A declared role; null = the whole organisation, always, still. */
interface Mandate {
  role: string;
  entity: string | null;
  to: Day | null;
}

interface Said {
  items: readonly GovernanceState[];
  mandates: readonly Mandate[];
  day: Day;
}

/** What the gate of a wave looks at: published counts, and what is declared. */
export function gateFacts(
  board: Board,
  { next, previous }: { next: Wave; previous: Wave | null },
  { items, mandates, day }: Said,
): GateFacts {
  const sponsors = mandates.filter(({ role, to }) => role === 'sponsor' && (to === null || to > day));
  // Nobody on any list is a list that nobody keeps, not a zero.
  const isListed = mandates.some(({ role }) => role === 'ambassador');
  const stateOf = (key: string, scope: string) => items.find((item) => item.key === key && item.scope === scope)?.state;
  const covered = entitiesAround(board, next);
  return {
    declared: (item) => stateOf(item, next.key) ?? stateOf(item, '') ?? null,
    sponsors:
      sponsors.length === 0 ? null : sponsors.filter(({ entity }) => entity === null || covered.has(entity)).length,
    coverage: board.week === null || !isListed ? null : outcomeOf(board, next, 'K60', board.week),
    activation: previous && latest(board, previous),
    habit: previous && habitOf(board, previous),
  };
}

const outcomeOf = (board: Board, wave: Wave, key: 'K60' | 'K02' | 'K12', week: Day): Dated => ({
  ...outcomeAt(board.publication, board.rules, key, board.slice(wave), week, key === 'K60' ? null : 28),
  asOf: week,
});

/** The last week with a figure since the wave opened; small waves have one every four weeks. */
function latest(board: Board, wave: Wave): Dated | null {
  const weeks = board.weeks.filter((week) => week >= (wave.actualStart ?? week));
  const outcomes = weeks.map((week) => outcomeOf(board, wave, 'K02', week));
  return outcomes.findLast(({ shown }) => shown === 'value') ?? outcomes.at(-1) ?? null;
}

/**
 * Regular use over four weeks (K12), Sunday after Sunday since the wave opened: all who are regular, since people who
 * become intensive users leave the segment of the others. Over twelve weeks nobody of a new wave could be counted.
 */
function habitOf(board: Board, wave: Wave): Dated[] {
  const weeks = board.weeks.filter((week) => week >= (wave.actualStart ?? week));
  return weeks.map((week) => outcomeOf(board, wave, 'K12', week));
}
