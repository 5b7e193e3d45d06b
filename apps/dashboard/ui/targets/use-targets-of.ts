import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Target } from '#contract/targets.js';
import { useTargets } from '../../api/targets.js';
import { type PlotTarget } from '../../charts/plot.js';
import { ordinalOf } from '../../format/iso-week.js';
import { FigureOf } from '../figure-of.js';
import { useGoalWords } from './target-words.js';

/** What is set of an indicator of the place around it, the first to come first, then those that are past. */
export function useTargetsOf(indicator: string, windowDays: number | null): Target[] {
  const scope = useContext(FigureOf);
  const { data } = useTargets();
  return useMemo(() => {
    const own = (data?.targets ?? []).filter(
      (one) => one.scope === scope && one.indicator === indicator && one.windowDays === (windowDays ?? 0),
    );
    const isPast = ({ judgedOn }: Target) => data?.week != null && judgedOn <= data.week;
    return [...own.filter((one) => !isPast(one)), ...own.filter(isPast).reverse()];
  }, [data, scope, indicator, windowDays]);
}

/** The same, to be drawn across a time chart; `scope` where no figure stands around it. */
export function usePlotTargets(indicator: string, windowDays: number | null, scope: string): PlotTarget[] {
  const { t } = useTranslation('targets');
  const { data } = useTargets();
  const words = useGoalWords();
  return (data?.targets ?? [])
    .filter((one) => one.scope === scope && one.indicator === indicator && one.windowDays === (windowDays ?? 0))
    .map((one) => ({
      ...{ low: one.atLeast, high: one.atMost, x: ordinalOf(one.dueOn) },
      label: t('drawn', { goal: words.goal(one) }),
    }));
}
