import { useTranslation } from 'react-i18next';
import { type Rollout, type RolloutSite, type RolloutWave } from '#contract/rollout.js';
import { AsOf } from '../../ui/AsOf.js';
import { capital } from '../../format/capital.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { RateBar } from '../../ui/RateBar.js';
import { type State, Status } from '../../ui/Status.js';
import { type TableOf } from '../../ui/table-of.js';
import { WaveSwatch } from '../../ui/WaveSwatch.js';
import { useWrittenRate } from '../../ui/written-rate.js';
import styles from './SitesPanel.module.css';

/** In the order in which they matter. */
export const siteStates = [
  { key: 'late', word: 'stateLate', icon: 'attention' },
  { key: 'missed', word: 'stateMissed', icon: 'attention' },
  { key: 'open', word: 'stateOpen', icon: 'running' },
  { key: 'waiting', word: 'stateWaiting', icon: 'waiting' },
  { key: 'closed', word: 'stateClosed', icon: 'unknown' },
  { key: 'unsure', word: 'stateUnsure', icon: 'running' },
  { key: 'reached', word: 'stateDone', icon: 'done' },
  { key: 'planless', word: 'statePlanless', icon: 'unknown' },
] as const satisfies { key: RolloutSite['state']; word: string; icon: State }[];

const rankOf = (state: RolloutSite['state']) => siteStates.findIndex(({ key }) => key === state);

/** Columns of the table of sites. */
export function useSiteTable(
  stalled: ReadonlyMap<string, { since: string | null }>,
): (rollout: Pick<Rollout, 'sites' | 'waves' | 'week'>) => TableOf<RolloutSite> {
  const { t } = useTranslation(['rollout', 'plan', 'entities']);
  const format = useFormat();
  const written = useWrittenRate();
  const tableOf = (
    sites: RolloutSite[],
    waves: ReadonlyMap<string, RolloutWave>,
    week: string | null,
  ): TableOf<RolloutSite> => ({
    columns: [
      { key: 'site', label: capital(t('columnSite')), value: (site) => placeName(site, format.language) },
      {
        key: 'wave',
        label: capital(t('plan:waveTitle')),
        value: (site) => site.waves.map((wave) => waves.get(wave)?.name ?? wave).join(', '),
        cell: (site) =>
          site.waves.map((wave) => (
            <WaveSwatch key={wave} rank={waves.get(wave)?.position ?? -1}>
              {waves.get(wave)?.name ?? wave}
            </WaveSwatch>
          )),
      },
      {
        key: 'state',
        label: t('columnState'),
        value: ({ state }) => rankOf(state),
        // Its people were activated as planned, and may come no more: both are told.
        cell: ({ state, node }) => (
          <>
            {stalled.has(node) && <Status state="attention">{t('entities:stalls')}</Status>}{' '}
            <Status state={siteStates[rankOf(state)]?.icon ?? 'unknown'}>
              {t(siteStates[rankOf(state)]?.word ?? 'stateOpen')}
            </Status>
          </>
        ),
      },
      {
        key: 'opened',
        label: t('columnActualStart'),
        value: ({ opened, plannedStart }) => opened ?? plannedStart,
        cell: ({ opened, plannedStart }) =>
          opened ? (
            format.day(opened, 'medium')
          ) : (
            <span className={styles.planned} title={t('plannedOn', { day: format.day(plannedStart, 'long') })}>
              {format.day(plannedStart, 'medium')}
            </span>
          ),
      },
      {
        key: 'headcount',
        label: t('columnHeadcount'),
        numeric: true,
        value: ({ headcount }) => headcount,
        cell: ({ headcount }) => format.number(headcount),
      },
      {
        key: 'activated',
        share: true,
        label: t('columnActivated'),
        value: ({ activation }) => activation.value,
        told: ({ activation, asOf }) => ({ ...activation, asOf: asOf ?? week }),
        cell: ({ activation, asOf }) => (
          <span title={asOf ? t('read', { day: format.day(asOf, 'long') }) : undefined}>
            <RateBar measured={activation}>{written(activation)}</RateBar>
            <AsOf day={asOf} week={week} of={activation} />
          </span>
        ),
      },
    ],
    rows: sites,
    rowKey: ({ node }) => node,
  });
  return ({ sites, waves, week }) => tableOf(sites, new Map(waves.map((wave) => [wave.key, wave])), week);
}
