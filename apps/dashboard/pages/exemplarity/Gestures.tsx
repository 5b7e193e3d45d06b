import { IconHelp, IconMessageCircle, IconSpeakerphone, IconUsersGroup, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Exemplarity } from '#contract/exemplarity.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import styles from './exemplarity.module.css';
import { type Gesture, gestureOf } from './gestures.js';
import { useLevelName } from './use-level-name.js';

const words = {
  lag: ['doLagTitle', 'doLag', IconSpeakerphone],
  silent: ['doSilentTitle', 'doSilent', IconMessageCircle],
  lead: ['doLeadTitle', 'doLead', IconUsersGroup],
  unknown: ['doUnknownTitle', 'doUnknown', IconHelp],
} as const satisfies Record<Gesture, readonly [string, string, TablerIcon]>;

const inOrder: Gesture[] = ['lag', 'silent', 'lead', 'unknown'];

/** At most one gesture of each kind, for all the levels that ask for it. */
export function Gestures({ query }: { query: PanelQuery<Exemplarity> }) {
  const { t } = useTranslation('exemplarity');
  const nameOf = useLevelName();
  return (
    <Panel query={query} title={t('doTitle')} subtitle={t('doSubtitle')} height={360}>
      {({ levels, overall, others }) => {
        const known = levels.length > 0 ? levels : overall ? [overall] : [];
        const asked = inOrder
          .map((gesture) => ({ gesture, levels: known.filter((level) => gestureOf(level, others) === gesture) }))
          .filter((one) => one.levels.length > 0);
        if (asked.length === 0) return <p>{t('doNone')}</p>;
        return (
          <ul className={styles.gestures}>
            {asked.map(({ gesture, levels: asking }) => {
              const [title, text, Icon] = words[gesture];
              return (
                <li key={gesture}>
                  <Icon size={20} stroke={1.6} aria-hidden />
                  <div>
                    <h3>{t(title, { level: asking.map(nameOf).join(', ') })}</h3>
                    <p>{t(text)}</p>
                  </div>
                </li>
              );
            })}
          </ul>
        );
      }}
    </Panel>
  );
}
