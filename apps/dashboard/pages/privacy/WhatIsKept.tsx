import { useTranslation } from 'react-i18next';
import { retention } from '#domain/purpose/retention.js';
import { DataTable } from '../../ui/DataTable.js';
import { loaded, Panel } from '../../ui/Panel.js';

/** The retention clock, for whoever may see nothing else. */
export function WhatIsKept({ rawMonths }: { rawMonths: number }) {
  const { t } = useTranslation('privacy');
  return (
    <Panel query={loaded(null)} title={t('keptTitle')} subtitle={t('keptSubtitle')} caption={t('keptUsual')}>
      {() => <KeptTable rawMonths={rawMonths} />}
    </Panel>
  );
}

/** Every store that speaks of people, and when it ends. */
export function KeptTable({ rawMonths }: { rawMonths: number }) {
  const { t } = useTranslation('privacy');
  const months = (n: number) => t('monthsOf', { n, count: n });
  const rows = [
    { what: t('keptRaw'), kept: months(rawMonths) },
    { what: t('keptActivity'), kept: months(retention.activityMonths) },
    { what: t('keptMilestones'), kept: t('daysOf', { n: retention.milestoneDaysAfterExit }) },
    { what: t('keptStrangers'), kept: months(retention.activityMonths) },
    { what: t('keptAnswers'), kept: months(retention.answerMonths) },
    { what: t('keptAudit'), kept: months(retention.auditMonths) },
    { what: t('keptPublished'), kept: t('noEnd') },
  ];
  const columns = [
    { key: 'what', label: t('keptWhat'), value: ({ what }: (typeof rows)[number]) => what },
    { key: 'kept', label: t('keptFor'), value: ({ kept }: (typeof rows)[number]) => kept },
  ];
  return <DataTable rows={rows} rowKey={({ what }) => what} columns={columns} label={t('keptTitle')} />;
}
