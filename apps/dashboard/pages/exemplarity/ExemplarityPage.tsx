import { Button } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Exemplarity } from '#contract/exemplarity.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { Columns } from '../../ui/Columns.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ModuleOff } from '../../ui/ModuleOff.js';
import { ReadingLevel } from '../../ui/ReadingLevel.js';
import { Sentence } from '../../ui/Sentence.js';
import { ToSources } from '../../ui/ToSources.js';
import { useHeldBack } from '../../ui/use-held-back.js';
import { useIsOff } from '../../ui/use-is-off.js';
import styles from './exemplarity.module.css';
import { CoachingPanel } from './CoachingPanel.js';
import { ExemplarityNumbers } from './ExemplarityNumbers.js';
import { Gestures } from './Gestures.js';
import { LevelsPanel } from './LevelsPanel.js';
import { OverTime } from './OverTime.js';
import { OwnGroupsPanel } from './OwnGroupsPanel.js';
import { RelayPanel } from './RelayPanel.js';
import { VoicePanel } from './VoicePanel.js';

/** Do managers lead by example? By level, over time, and what to do about it. */
export default function ExemplarityPage(): ReactNode {
  const { t } = useTranslation(['exemplarity', 'voice']);
  const { t: shell } = useTranslation('shell');
  const say = useSay();
  const [{ week, scope }, setFilters] = useFilters();
  const format = useFormat();
  const query = useReading('exemplarity', Exemplarity, { week, node: scope });
  const { data } = query;
  const heldBack = useHeldBack();
  const page = shell('exemplarity');
  const isOff = useIsOff('exemplarity');
  const noManagers = data?.overall?.people?.high === 0;

  if (isOff) {
    return (
      <>
        <Sentence page={page}>{t('offSay')}</Sentence>
        <ModuleOff title={t('offTitle')} />
        <CoachingPanel />
      </>
    );
  }
  if (data && (data.week === null || noManagers)) {
    return (
      <>
        <Sentence page={page}>{noManagers ? t('noManagersSay') : say(data.sentence)}</Sentence>
        <EmptyState title={t(noManagers ? 'noManagersTitle' : 'unpublishedTitle')} action={<ToSources />}>
          {noManagers ? t('noManagersDetail') : (heldBack ?? t('unpublishedDetail'))}
        </EmptyState>
        <CoachingPanel />
      </>
    );
  }
  if (data && isNothingYet(data, scope))
    return (
      <>
        <Sentence page={page}>{t('notYetSay')}</Sentence>
        <EmptyState title={t('notYetTitle')}>{t('notYetDetail')}</EmptyState>
        <CoachingPanel />
      </>
    );
  const above = data?.seeAbove;
  return (
    <>
      <Sentence
        page={page}
        pdf={{ board: 'exemplarity', filters: { week, node: scope } }}
        actions={<ReadingLevel />}
        detail={
          above && (
            <Button variant="subtle" px={0} onClick={() => setFilters({ scope: above.node })} className={styles.above}>
              {t('seeAbove', { name: above.name, managers: above.managers ? format.range(above.managers) : '–' })}
            </Button>
          )
        }
      >
        {data ? say(data.sentence) : '\u00a0'}
      </Sentence>
      {data && <ExemplarityNumbers data={data} />}
      <Columns wide>
        <LevelsPanel query={query} />
        <Gestures query={query} />
      </Columns>
      <Columns>
        <OwnGroupsPanel query={query} />
        <VoicePanel query={query} />
      </Columns>
      {data && <OverTime />}
      <Columns>
        <RelayPanel query={query} />
        <CoachingPanel />
      </Columns>
    </>
  );
}

/** Of the whole organisation not even the number of managers is told: their weeks are still to come, or they are too few. */
const isNothingYet = ({ overall, others, seeAbove }: Exemplarity, scope: string | undefined) =>
  scope === undefined && !seeAbove && (overall?.people ?? null) === null && (others?.weekly.value ?? null) === null;
