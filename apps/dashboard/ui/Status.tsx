import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconProgress,
  IconXboxX,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './Status.module.css';

const states = {
  done: ['statusDone', IconCircleCheck],
  onTime: ['onTime', IconCircleCheck],
  running: ['statusRunning', IconProgress],
  waiting: ['statusWaiting', IconClock],
  attention: ['statusAttention', IconAlertTriangle],
  failed: ['statusFailed', IconXboxX],
  unknown: ['statusUnknown', IconCircleDashed],
} as const satisfies Record<string, readonly [string, TablerIcon]>;

export type State = keyof typeof states;

/** A state is an icon and a word; its colour only repeats them. */
export function Status({ state, children }: { state: State; children?: string }) {
  const { t } = useTranslation('ui');
  const [word, Icon] = states[state];
  return (
    <span className={styles.status} data-state={state}>
      <Icon size={16} stroke={1.8} aria-hidden />
      {children ?? t(word)}
    </span>
  );
}
