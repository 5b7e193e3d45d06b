import { isBand, isWindowOf, ownWindow, targetKey } from '#domain/targets/target.js';
import { type FactReader, isScope, unknownScope } from './fact-kind.js';

/** What a share is to be by a day. */
export const targets: FactReader<'targets'> = {
  columns: { required: ['indicator', 'by'], optional: ['wave_or_entity', 'window', 'at_least', 'at_most'] },
  read: (cells) => {
    const indicator = cells.requiredKey('indicator');
    return {
      scope: cells.key('wave_or_entity') ?? '',
      indicator,
      windowDays: cells.count('window') ?? ownWindow(indicator),
      dueOn: cells.requiredDay('by'),
      atLeast: cells.share('at_least'),
      atMost: cells.share('at_most'),
    };
  },
  keyOf: ({ scope, indicator, windowDays, dueOn }) => [scope, indicator, windowDays, dueOn],
  problem: ({ scope, indicator, windowDays, atLeast, atMost }, known) => {
    if (!isScope(scope, known)) return unknownScope('wave_or_entity');
    const key = targetKey(indicator);
    if (key === null)
      return {
        code: 'no_target_of',
        field: 'indicator',
        message: 'Targets are set of published shares of people only.',
      };
    if (!isWindowOf(key, windowDays))
      return { code: 'window_not_published', field: 'window', message: `${key} is not published over these days.` };
    if (atLeast === null && atMost === null)
      return { code: 'bad_band', field: 'at_least', message: 'A target says at least, at most, or both.' };
    return !isBand({ atLeast, atMost })
      ? { code: 'bad_band', field: 'at_most', message: 'The upper end lies below the lower one.' }
      : null;
  },
};
