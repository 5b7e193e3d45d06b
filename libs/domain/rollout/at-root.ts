import { addDays, type Day } from '../calendar/day.js';
import { type IndicatorKey, indicatorOf } from '../indicators/catalogue.js';
import { type Outcome } from '../indicators/indicator.js';
import { outcomeAt } from '../indicators/rows.js';
import { type Board } from './board.js';

/** An indicator of the whole organisation, over its own window. */
export function atRoot(board: Board, key: IndicatorKey, weekEnd: Day, population = 'everyone'): Outcome {
  const slice = { ...board.root, slice: '', population };
  return outcomeAt(board.publication, board.rules, key, slice, weekEnd, indicatorOf(key).defaultWindow);
}

/** The newest of the last four Sundays on which something is told: fewer than 200 people speak at block ends only. */
export const lastTold = (week: Day, tells: (weekEnd: Day) => boolean): Day =>
  [0, 7, 14, 21].map((back) => addDays(week, -back)).find(tells) ?? week;
