import { useTranslation } from 'react-i18next';
import { type Rollout, type RolloutWave } from '#contract/rollout.js';
import { WaveTimeline } from '../../charts/WaveTimeline.js';
import { capital } from '../../format/capital.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { isOverdue } from '#domain/rollout/wave-verdict.js';
import { type TableOf } from '../../ui/table-of.js';
import { useOverdueWords, useStandingWords, WaveStanding } from '../../ui/WaveStanding.js';
import { WaveSwatch } from '../../ui/WaveSwatch.js';

const kinds = {
  choice: 'kindChoice',
  forerunners: 'kindForerunners',
  pilot: 'kindPilot',
  rollout: 'kindRollout',
} as const;

/** What was planned and what happened, wave by wave. */
export function TimelinePanel({ query }: { query: PanelQuery<Rollout> }) {
  const { t } = useTranslation(['rollout', 'plan']);
  const words = useStandingWords();
  const brief = useStandingWords(true);
  const table = useDatesTable();
  const overdue = useOverdueWords();
  const title = ({ waves }: Rollout) => overdue(waves) ?? t('timelineTitle');
  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('timelineTitle')}
      subtitle={t('timelineSubtitle')}
      caption={t('timelineCaption')}
      height={400}
      table={({ waves }) => table(waves)}
    >
      {({ waves, week }) => (
        <WaveTimeline
          label={t('timelineLabel')}
          today={week ?? ''}
          waves={waves.map((wave) => ({ ...wave, note: words(wave), brief: brief(wave), late: isOverdue(wave) }))}
        />
      )}
    </Panel>
  );
}

function useDatesTable(): (waves: RolloutWave[]) => TableOf<RolloutWave> {
  const { t } = useTranslation(['rollout', 'plan']);
  const format = useFormat();
  const words = useStandingWords();
  const date = (key: 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd', label: string) => ({
    key,
    label,
    value: (wave: RolloutWave) => wave[key],
    cell: (wave: RolloutWave) => {
      const day = wave[key];
      return day === null ? '–' : format.day(day, 'long');
    },
  });
  return (waves) => ({
    columns: [
      {
        key: 'wave',
        label: capital(t('plan:waveTitle')),
        value: ({ name }) => name,
        cell: ({ position, name }) => <WaveSwatch rank={position}>{name}</WaveSwatch>,
      },
      { key: 'kind', label: t('columnKind'), value: ({ kind }) => t(kinds[kind]) },
      date('plannedStart', t('columnPlannedStart')),
      date('actualStart', t('columnActualStart')),
      date('plannedEnd', t('columnPlannedEnd')),
      date('actualEnd', t('columnActualEnd')),
      { key: 'state', label: t('columnState'), value: words, cell: (wave) => <WaveStanding wave={wave} /> },
    ],
    rows: waves,
    rowKey: ({ key }) => key,
  });
}
