import { useTranslation } from 'react-i18next';
import { type RolloutWave } from '#contract/rollout.js';
import { slipWords } from '#domain/sentences/slip-words.js';
import { useFormat } from '../i18n/use-format.js';
import { dueOf, slipOf, type Standing, standingOf } from '#domain/rollout/wave-verdict.js';
import { type State, Status } from './Status.js';

const states: Record<Standing, State> = {
  waiting: 'waiting',
  late: 'attention',
  behind: 'attention',
  ahead: 'onTime',
  onTime: 'onTime',
  masked: 'unknown',
  unpublished: 'unknown',
  reached: 'done',
  done: 'done',
};

type Standable = Pick<RolloutWave, 'sentence' | 'plannedStart'>;

/** How many waves ask for something, of those that can be judged, and how many cannot. */
export function useOverdueWords(): (waves: readonly Standable[]) => string | null {
  const { t } = useTranslation('plan');
  return (waves) => {
    const { judged, overdue, hidden } = dueOf(waves);
    if (judged + hidden === 0) return null;
    if (judged === 0) return t('overdueUnknown');
    const counts = { count: overdue, of: judged };
    if (hidden === 0) return overdue === 0 ? t('overdueNone') : t('overdue', counts);
    const found = overdue === 0 ? t('overdueNoneJudged') : t('overdueJudged', counts);
    return t('overdueHidden', { count: hidden, found });
  };
}

/** Where a wave stands against its plan, in a few words; `isBare` where its people and day stand beside. */
export function useStandingWords(isBare = false): (wave: Standable) => string {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const apart = ({ sentence }: Standable) => {
    const slip = slipOf(sentence)!;
    if (isBare) return slipWords(slip, format.language);
    return t('stateApart', {
      slip: slipWords(slip, format.language),
      n: format.number(slip.people.of),
      day: format.day(slip.day, 'short'),
    });
  };
  return (wave) => {
    switch (standingOf(wave)) {
      case 'waiting':
        return t('stateWaitingOn', { day: format.day(wave.plannedStart, 'short') });
      case 'late':
        return t('stateLate', { count: Number(wave.sentence.params.days) });
      case 'behind':
      case 'ahead':
        return apart(wave);
      case 'onTime':
        return t('stateOnTime');
      case 'reached':
        return t('stateReached');
      case 'done':
        return t('stateDone');
      case 'masked':
        return t('stateMasked');
      case 'unpublished':
        return t('statePublished');
    }
  };
}

/** The same with its icon. */
export function WaveStanding({ wave, isBare }: { wave: Standable; isBare?: boolean }) {
  const words = useStandingWords(isBare);
  return <Status state={states[standingOf(wave)]}>{words(wave)}</Status>;
}
