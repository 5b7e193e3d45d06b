import { useTranslation } from 'react-i18next';
import { type FunnelStep, type Rollout } from '#contract/rollout.js';
import { capital } from '../../format/capital.js';
import { useFormat } from '../../i18n/use-format.js';
import { write } from '../../ui/measured.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { FunnelGrid } from './FunnelGrid.js';
import { type FunnelRow, funnelRows, sharedPlaces, stepNames } from './funnel-rows.js';

/** From planned to engaged, the whole and every wave on the same scale. */
export function FunnelPanel({ query }: { query: PanelQuery<Rollout> }) {
  const { t } = useTranslation('rollout');
  const format = useFormat();
  const { language } = format;
  const finding = ({ total }: Rollout) => {
    const talking = total?.funnel.find(({ step }) => step === 'engaged')?.ofPrevious;
    const share = talking && talking.shown === 'value' ? write(talking, 'percent', format) : null;
    return share?.value && share.people ? capital(t('funnelFinding', { share: share.value })) : t('funnelTitle');
  };
  const table = useFunnelTable();
  const untold = ({ total, waves }: Rollout) => {
    const steps = new Map(
      (total ? [total, ...waves] : waves).flatMap(({ funnel }) => funnel.map((row) => [row.step, row])),
    );
    return [...steps.values()].flatMap(({ step, ofPlanned }) => {
      const { unmeasurable } = write(ofPlanned, 'percent', format);
      return unmeasurable ? t('stepUntold', { step: t(stepNames[step]), why: unmeasurable }) : [];
    });
  };
  const caption = (data: Rollout) => {
    const shared = sharedPlaces(data);
    const names = new Intl.ListFormat(language).format(shared);
    return [t('funnelCaption'), ...untold(data), shared.length > 0 && t('funnelMixed', { names })]
      .filter(Boolean)
      .join(' ');
  };
  return (
    <Panel
      query={query}
      title={finding}
      waitingTitle={t('funnelTitle')}
      subtitle={t('funnelSubtitle')}
      caption={caption}
      height={420}
      table={(data) => table(funnelRows(data), data.week)}
    >
      {(data) => <FunnelGrid label={t('funnelTitle')} rows={funnelRows(data)} />}
    </Panel>
  );
}

function useFunnelTable(): (rows: FunnelRow[], week: string | null) => TableOf<FunnelRow> {
  const { t } = useTranslation('rollout');
  const { t: ui } = useTranslation('ui');
  const format = useFormat();
  const steps = ['invited', 'activated', 'connected', 'engaged'] as const;
  const measured = (row: FunnelRow, step: FunnelStep['step']) =>
    row.steps.find((each) => each.step === step)?.ofPlanned ?? null;
  return (rows, week) => ({
    columns: [
      { key: 'name', label: t('columnName'), value: ({ name }) => name ?? t('funnelAll') },
      {
        key: 'planned',
        label: t('stepPlanned'),
        numeric: true,
        value: ({ planned }) => planned,
        cell: ({ planned }) => (planned === null ? '–' : format.number(planned)),
      },
      ...steps.map((step) => ({
        key: step,
        share: true,
        label: t(stepNames[step]),
        numeric: true,
        value: (row: FunnelRow) => measured(row, step)?.value ?? null,
        told: (row: FunnelRow) => {
          const rate = measured(row, step);
          return rate && { ...rate, asOf: row.asOf ?? week };
        },
        cell: (row: FunnelRow) => {
          const rate = measured(row, step);
          if (rate === null) return '–';
          const { value, unmeasurable } = write(rate, 'percent', format);
          return value ?? (unmeasurable ? ui('unmeasurable') : '–');
        },
      })),
    ],
    rows,
    rowKey: ({ key }) => key,
  });
}
