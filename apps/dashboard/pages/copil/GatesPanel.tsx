import { useTranslation } from 'react-i18next';
import { type Committees } from '#contract/committees.js';
import { capital } from '../../format/capital.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';

type GateRow = Committees['gates'][number];

/** What was decided of openings on Déploiement: told here, never decided twice. */
export function GatesPanel({ query }: { query: PanelQuery<Committees> }) {
  const { t } = useTranslation('copil');
  const format = useFormat();
  const table = ({ gates }: Committees): TableOf<GateRow> => ({
    rows: gates,
    rowKey: ({ id }) => String(id),
    columns: [
      { key: 'wave', label: capital(t('columnWave')), value: ({ waveName }) => waveName },
      { key: 'decision', label: t('columnDecision'), value: ({ decision }) => t(decision) },
      {
        key: 'day',
        label: t('columnDay'),
        value: ({ decidedOn }) => decidedOn,
        cell: ({ decidedOn }) => format.day(decidedOn, 'medium'),
      },
      { key: 'reason', label: t('columnReason'), value: ({ reason }) => reason },
    ],
  });
  return (
    <Panel query={query} title={t('gatesTitle')} subtitle={t('gatesSubtitle')} height={160} table={table}>
      {(data) => <DataTable {...table(data)} label={t('gatesSubtitle')} maxHeight={420} />}
    </Panel>
  );
}
