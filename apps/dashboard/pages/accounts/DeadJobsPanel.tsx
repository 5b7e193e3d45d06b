import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type DeadJobs } from '#contract/jobs.js';
import { useDeadJobs, useReplayJobs } from '../../api/jobs.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';

type DeadJob = DeadJobs['jobs'][number];

/** What the worker failed at for good; nothing where it did not. */
export function DeadJobsPanel() {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const tableOf = useJobsTable();
  const replay = useReplayJobs();
  const jobs = useDeadJobs().data?.jobs ?? [];
  if (jobs.length === 0) return replay.isSuccess ? <p role="status">{t('jobsReplayed')}</p> : null;
  return (
    <Panel
      query={loaded(jobs)}
      title={t('jobs', { count: jobs.length, n: format.number(jobs.length) })}
      subtitle={t('jobsSubtitle')}
      caption={replay.error ? <span role="alert">{t('jobsFailed')}</span> : t('jobsCaption')}
      table={tableOf}
      actions={
        <Button size="xs" loading={replay.isPending} onClick={() => replay.mutate()}>
          {t('jobsReplay')}
        </Button>
      }
    >
      {(rows) => <DataTable {...tableOf(rows)} label={t('jobKind')} maxHeight={320} />}
    </Panel>
  );
}

const kinds = [
  ...(['import', 'pull', 'directory', 'activity', 'measures', 'publication', 'retention', 'quality', 'sweep'] as const),
];
const isKnown = (kind: string): kind is (typeof kinds)[number] => (kinds as readonly string[]).includes(kind);

function useJobsTable(): (jobs: DeadJob[]) => TableOf<DeadJob> {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const kindOf = ({ kind, importId }: DeadJob) => {
    const name = isKnown(kind) ? t(`jobKind_${kind}`) : kind;
    return importId === null ? name : `${name} (${importId})`;
  };
  return (rows) => ({
    rows,
    rowKey: ({ kind, organization, importId, failedAt }) => [kind, organization, importId, failedAt].join(' '),
    columns: [
      { key: 'kind', label: t('jobKind'), value: kindOf },
      { key: 'organization', label: t('jobOrganization'), value: ({ organization }) => organization },
      {
        key: 'since',
        label: t('jobSince'),
        value: ({ failedAt }) => failedAt,
        cell: ({ failedAt }) => format.instant(new Date(failedAt)),
      },
      { key: 'attempts', label: t('jobAttempts'), value: ({ attempts }) => attempts, numeric: true },
      { key: 'reason', label: t('jobReason'), value: ({ reason }) => reason },
    ],
  });
}
