import { type Window } from '../calendar/windows.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { type Board } from '../rollout/board.js';
import { usualPairs } from '../rollout/usual-pair.js';
import { type Alignment, alignmentOf, lastPair, seriesOf } from './series.js';
import { type SideName, sideOn } from './side.js';

/**
 * Who is compared when nobody is named: the most telling pair of waves that has a published week in common. Small waves
 * publish every fourth week only, so that two of them may never meet: then those that are told at near ages. Where no
 * pair is, the most telling of all.
 */
export function defaultSides(
  board: Board,
  key: IndicatorKey,
  window: Window | undefined,
  align: Alignment,
): SideName[] {
  const pairs =
    board.week === null
      ? []
      : usualPairs(board.waves, board.week).map((pair) =>
          pair.map((wave) => ({ kind: 'wave' as const, key: wave.key })),
        );
  const pairOf = (names: readonly SideName[]) => {
    const sides = names.flatMap((name) => sideOn(board, name) ?? []);
    const [first, second] = sides.map((side) => seriesOf(side, key, window));
    return first && second ? lastPair(first, second, alignmentOf(sides, align)) : null;
  };
  const met = pairs.map((names) => ({ names, pair: pairOf(names) }));
  const [shared, near] = [met.find(({ pair }) => pair && pair[0].week === pair[1].week), met.find(({ pair }) => pair)];
  return (align === 'launch' ? (shared ?? near) : near)?.names ?? pairs[0] ?? [];
}
