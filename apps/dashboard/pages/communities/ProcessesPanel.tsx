import { useTranslation } from 'react-i18next';
import { type Communities, type ProcessTime } from '#contract/communities.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { hoursText } from '../../ui/measured.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';

/** What a group took over from a form or a mailbox: declared time before, measured time since. Absent without any. */
export function ProcessesPanel({ query }: { query: PanelQuery<Communities> }) {
  const { t } = useTranslation('communities');
  const format = useFormat();
  const hours = (time: number | null) => (time === null ? '–' : hoursText(time, format));
  const tableOf = ({ processes }: Communities): TableOf<ProcessTime> => ({
    rows: processes,
    rowKey: ({ key }) => key,
    columns: [
      {
        key: 'name',
        label: t('process'),
        value: ({ name }) => name,
        cell: ({ name, copiedFrom: from }) => (from === null ? name : t('copiedFrom', { name, from })),
      },
      { key: 'group', label: t('group'), value: ({ groupName }) => groupName },
      {
        ...{ key: 'before', label: t('before'), numeric: true },
        value: ({ beforeHours }) => beforeHours,
        cell: ({ beforeHours, source }) => <span title={source ?? undefined}>{hours(beforeHours)}</span>,
      },
      {
        ...{ key: 'after', label: t('after'), numeric: true },
        value: ({ afterHours }) => afterHours,
        cell: ({ afterHours }) => hours(afterHours),
      },
      { key: 'ratio', label: t('ratio'), numeric: true, value: ({ ratio }) => ratio },
    ],
  });
  const fastest = ({ processes }: Communities) =>
    processes.filter(({ ratio }) => ratio !== null).sort((one, other) => one.ratio! - other.ratio!)[0];
  if (!query.data || query.data.processes.length === 0) return null;
  return (
    <Panel
      query={query}
      title={(data) => {
        const best = fastest(data);
        if (!best) return t('processWaiting');
        return t('processesFinding', { name: best.name, ratio: format.number(best.ratio!, 2) });
      }}
      subtitle={t('processesSubtitle')}
      caption={t('processesCaption')}
      height={140}
      table={tableOf}
    >
      {(data) => <DataTable label={t('processesSubtitle')} {...tableOf(data)} />}
    </Panel>
  );
}
