import { type Day } from '../calendar/day.js';
import { type Window } from '../calendar/windows.js';
import { type IndicatorKey, indicatorOf } from '../indicators/catalogue.js';
import { type Outcome } from '../indicators/indicator.js';
import { type Place } from '../indicators/publication.js';
import { outcomeAt } from '../indicators/rows.js';
import { type Board } from './board.js';
import { type NumberOfSummary, summaryNumber } from './summary.js';

/** What a house may mean by active: figures that are counted anyway, so that no second count can differ. */
export const activeKeys = [
  'K03b',
  'K04.login',
  'K04.act',
  'K04.login.share',
  'K04.act.share',
  'K06',
  'K07',
  'K20',
  'K21',
  'K22',
  'K22.participating',
  'K22.active',
] as const satisfies readonly IndicatorKey[];
export type ActiveKey = (typeof activeKeys)[number];

/** The house's own definition of active: which figure, over how many days, under which words. */
export interface ActiveDefinition {
  indicator: ActiveKey;
  window: Window;
  label: string;
}

/** Whether the figure is published over that window. */
export const isActiveDefinition = ({ indicator, window }: Pick<ActiveDefinition, 'indicator' | 'window'>): boolean =>
  indicatorOf(indicator).windows.includes(window);

/** What has to be read for it beside everyone's states. */
export function readsOf(definition: ActiveDefinition | null): { populations: readonly string[]; days: number[] } {
  if (definition === null) return { populations: [], days: [] };
  const { beside = [], alsoWindows = [] } = indicatorOf(definition.indicator);
  return { populations: beside, days: [definition.window, ...alsoWindows] };
}

/** The companies right below the top: two under one root, or the divisions of one. */
export function topPlaces(board: Board): Place[] {
  const tree = board.week === null ? null : board.publication.tree(board.week);
  return tree ? tree.places.filter(({ parent, kind }) => parent === tree.root?.key && kind !== 'direct') : [];
}

/** The figure of everyone with its past, and of each of the top places that week. */
export function houseActive(
  board: Board,
  { indicator, window }: ActiveDefinition,
  week: Day,
): { number: NumberOfSummary; places: { node: string; name: string; headcount: number; now: Outcome }[] } {
  const at = (key: string) => outcomeAt(board.publication, board.rules, indicator, board.place(key), week, window);
  return {
    number: summaryNumber(board, indicator, week, window),
    places: topPlaces(board).map(({ key, name, headcount }) => ({ node: key, name, headcount, now: at(key) })),
  };
}
