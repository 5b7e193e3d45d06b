import { type EventKind } from '../events/kind.js';
import { attributes } from './measurable.js';
import { type Rules } from './rows.js';
import { unheardIn } from './untold.js';

const rules = (kinds: EventKind[], by: EventKind[] = kinds): Rules => ({
  ...{ base: 'headcount', k: 10, told: { kinds, attributes } },
  kindsIn: new Map([['2026-11-22', by]]),
});
const unheard = (of: Rules, weekEnd = '2026-11-22') => unheardIn(of, 'K24', weekEnd);

it('names the interactions that no source told by that week', () => {
  expect(unheard(rules(['post', 'comment', 'reaction', 'mention']))).toEqual([]);
  expect(unheard(rules(['post', 'comment', 'reaction']))).toEqual(['mention']);
  expect(unheard(rules(['post', 'comment', 'reaction', 'mention'], ['post', 'comment']))).toEqual([
    'reaction',
    'mention',
  ]);
  expect(unheard({ base: 'headcount', k: 10 })).toEqual([]);
});
