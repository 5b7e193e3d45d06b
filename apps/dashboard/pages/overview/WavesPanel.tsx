import { useTranslation } from 'react-i18next';
import { type Rollout, type RolloutWave } from '#contract/rollout.js';
import { AsOf } from '../../ui/AsOf.js';
import { capital } from '../../format/capital.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { useWrittenRate } from '../../ui/written-rate.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { useOverdueWords, useStandingWords, WaveStanding } from '../../ui/WaveStanding.js';
import { WaveSwatch } from '../../ui/WaveSwatch.js';
import { RateBar } from '../../ui/RateBar.js';

/** Every wave on one line. */
export function WavesPanel({ query }: { query: PanelQuery<Rollout> }) {
  const { t } = useTranslation(['overview', 'plan']);
  const table = useWaveTable();
  const overdue = useOverdueWords();
  const title = ({ waves }: Rollout) => overdue(waves) ?? t('wavesTitle');
  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('wavesTitle')}
      subtitle={t('wavesSubtitle')}
      caption={({ waves }) => (waves.some(({ madeOf }) => madeOf === 'people') ? t('wavesCaption') : null)}
      height={260}
      table={table}
    >
      {(data) => <DataTable label={t('wavesTitle')} {...table(data)} />}
    </Panel>
  );
}

function useWaveTable(): (rollout: Rollout) => TableOf<RolloutWave> {
  const { t } = useTranslation(['overview', 'plan']);
  const format = useFormat();
  const words = useStandingWords();
  const written = useWrittenRate();
  return ({ waves, week }) => ({
    columns: [
      {
        key: 'wave',
        label: capital(t('plan:waveTitle')),
        value: ({ name }) => name,
        cell: ({ position, name }) => <WaveSwatch rank={position}>{name}</WaveSwatch>,
      },
      {
        key: 'state',
        label: t('columnState'),
        value: (wave) => words(wave),
        cell: (wave) => <WaveStanding wave={wave} isBare />,
      },
      {
        key: 'people',
        label: t('columnPeople'),
        numeric: true,
        value: ({ people }) => people.planned?.high ?? null,
        cell: ({ people }) => (people.planned ? format.range(people.planned) : '–'),
      },
      {
        key: 'planned',
        share: true,
        label: t('columnPlanned'),
        numeric: true,
        value: ({ plannedShare }) => plannedShare,
        cell: ({ plannedShare }) => (plannedShare === null ? '–' : format.percent(plannedShare)),
      },
      {
        key: 'activated',
        share: true,
        label: t('columnActivated'),
        value: ({ activation }) => activation.value,
        told: ({ activation, asOf }) => ({ ...activation, asOf: asOf ?? week }),
        cell: ({ activation, plannedShare, position, asOf }) => (
          <>
            <RateBar measured={activation} mark={plannedShare} rank={position}>
              {written(activation)}
            </RateBar>
            <AsOf day={asOf} week={week} of={activation} />
          </>
        ),
      },
    ],
    rows: waves,
    rowKey: ({ key }) => key,
  });
}
