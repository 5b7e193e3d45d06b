import { useTranslation } from 'react-i18next';
import { type Communities, type Community } from '#contract/communities.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { hoursText } from '../../ui/measured.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';

/** Groups in which something is marked as resolved, with the time that it takes. */
export function ProcessPanel({ query }: { query: PanelQuery<Communities> }) {
  const { t } = useTranslation('communities');
  const format = useFormat();
  const solving = ({ communities }: Communities) => communities.filter(({ resolved }) => (resolved ?? 0) > 0);
  const time = ({ figures }: Communities) => figures.K90?.value ?? null;
  const tableOf = (data: Communities) => ({
    rows: solving(data),
    rowKey: ({ key }: Community) => key,
    columns: [
      { key: 'name', label: t('group'), value: ({ name }: Community) => name },
      {
        key: 'median',
        label: t('median'),
        numeric: true,
        value: ({ resolutionHours }: Community) => resolutionHours,
        cell: ({ resolutionHours }: Community) => (resolutionHours === null ? '–' : hoursText(resolutionHours, format)),
      },
      {
        key: 'resolved',
        label: t('resolved'),
        numeric: true,
        value: ({ resolved }: Community) => resolved && Math.round(resolved),
      },
    ],
  });
  return (
    <Panel
      query={query}
      title={(data) => {
        const hours = time(data);
        return hours === null ? t('processWaiting') : t('processTitle', { time: hoursText(hours, format) });
      }}
      waitingTitle={t('processWaiting')}
      subtitle={t('processSubtitle')}
      height={120}
      empty={(data) =>
        solving(data).length === 0 && time(data) === null ? <EmptyState title={t('processNone')} /> : null
      }
      table={tableOf}
    >
      {(data) =>
        solving(data).length > 0 ? (
          <DataTable label={t('processSubtitle')} {...tableOf(data)} />
        ) : (
          <EmptyState title={t('processUnnamed')}>{t('processUnnamedDetail')}</EmptyState>
        )
      }
    </Panel>
  );
}
