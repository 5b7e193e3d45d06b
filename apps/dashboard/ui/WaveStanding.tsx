import { useTranslation } from 'react-i18next';
import { type RolloutWave } from '#contract/rollout.js';
import { useFormat } from '../i18n/use-format.js';
import { daysOf, type Standing, standingOf } from './standing.js';
import { type State, Status } from './Status.js';

const states: Record<Standing, State> = {
  waiting: 'waiting',
  late: 'attention',
  behind: 'attention',
  ahead: 'onTime',
  onTime: 'onTime',
  unpublished: 'unknown',
  reached: 'done',
  done: 'done',
};

type Standable = Pick<RolloutWave, 'sentence' | 'plannedStart'>;

/** Where a wave stands against its plan, in a few words. */
export function useStandingWords(): (wave: Standable) => string {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const about = ({ sentence }: Standable) => (sentence.params.about === 1 ? `${t('about')} ` : '');
  return (wave) => {
    const count = daysOf(wave) ?? 0;
    switch (standingOf(wave)) {
      case 'waiting':
        return t('stateWaitingOn', { day: format.day(wave.plannedStart, 'short') });
      case 'late':
        return t('stateLate', { count });
      case 'behind':
        return about(wave) + t('stateBehind', { count });
      case 'ahead':
        return about(wave) + t('stateAhead', { count });
      case 'onTime':
        return t('stateOnTime');
      case 'reached':
        return t('stateReached');
      case 'done':
        return t('stateDone');
      case 'unpublished':
        return t('statePublished');
    }
  };
}

/** The same with its icon. */
export function WaveStanding({ wave }: { wave: Standable }) {
  const words = useStandingWords();
  return <Status state={states[standingOf(wave)]}>{words(wave)}</Status>;
}
