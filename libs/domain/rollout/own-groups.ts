import { type Day } from '../calendar/day.js';
import { type Outcome } from '../indicators/indicator.js';
import { isUnmeasurable } from '../indicators/measurable.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { atRoot, lastTold } from './at-root.js';
import { type Board } from './board.js';

/** What is known of the groups that managers created: three figures that mislead one without the others (M09). */
interface OwnGroups {
  /** K52, K53 and K31. */
  uplift: Outcome;
  enclosure: Outcome;
  crossEntity: Outcome;
}

/** Of the organisation as a whole, with the share across entities that chance would make (K31.expected). */
export function ownGroupsAt(board: Board, week: Day): OwnGroups & { expected: Outcome } {
  const weekEnd = lastTold(week, (sunday) => atRoot(board, 'K53', sunday).shown === 'value');
  return {
    ...{ uplift: atRoot(board, 'K52', weekEnd), enclosure: atRoot(board, 'K53', weekEnd) },
    ...{ crossEntity: atRoot(board, 'K31', week), expected: atRoot(board, 'K31.expected', week) },
  };
}

type OwnGroupState = 'measured' | 'not_computable' | 'unmeasurable' | 'too_few';

export function ownGroupState({ uplift }: OwnGroups): OwnGroupState {
  if (uplift.shown === 'value') return 'measured';
  if (isUnmeasurable(uplift.note)) return 'unmeasurable';
  return uplift.shown === 'none' ? 'not_computable' : 'too_few';
}

/** Most members are of the manager's own team. */
const closed = 0.5;

/** As it is written: an end that reads 1 says that nothing may be there. */
const writtenTimes = (times: number): number => Math.round(times * 10) / 10;

/** An effect is told only where its whole interval lies above 1, as it is written. */
export function ownGroupSentence(groups: OwnGroups): Sentence {
  const state = ownGroupState(groups);
  if (state !== 'measured') return sentence(`own_groups.${state}`, {});
  const { value: times, low, high } = groups.uplift;
  const enclosed = groups.enclosure.value;
  if (times === null || enclosed === null) return sentence('own_groups.too_few', {});
  if (low === null || high === null) return sentence('own_groups.unbounded', { times, enclosed });
  const found = { times, low, high, enclosed };
  if (writtenTimes(low) <= 1) return sentence('own_groups.even', found);
  // Most, or fewer than half: only where all of its interval says so.
  const [least, most] = [groups.enclosure.low ?? 0, groups.enclosure.high ?? 1];
  if (least >= closed) return sentence('own_groups.closed', found);
  return sentence(most < closed ? 'own_groups.open' : 'own_groups.uplifted', found);
}
