import { useTranslation } from 'react-i18next';
import { type TargetState } from '#domain/targets/target.js';
import { type Goal } from '../../api/targets.js';
import { useFormat } from '../../i18n/use-format.js';
import { type State } from '../Status.js';

export const stateIcons: Record<TargetState, State> = {
  ...{ met: 'done', open: 'running', late: 'done', missed: 'attention', unsure: 'unknown', untold: 'unknown' },
};

/** « au moins 60 % d’ici le 31 déc. 2026 ». */
export function useGoalWords() {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const aim = ({ atLeast, atMost }: Pick<Goal, 'atLeast' | 'atMost'>): string => {
    if (atLeast !== null && atMost !== null)
      return t('between', { low: format.percent(atLeast), high: format.percent(atMost) });
    return atLeast !== null
      ? t('atLeast', { share: format.percent(atLeast) })
      : t('atMost', { share: format.percent(atMost ?? 0) });
  };
  return {
    aim,
    goal: (goal: Goal) => t('goal', { aim: aim(goal), day: format.day(goal.dueOn, 'medium') }),
  };
}
